import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";

// jsdom has the element without its methods; the browser tests see the real ones.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.removeAttribute("open");
    this.dispatchEvent(new Event("close"));
  };
});

function Example() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Abrir
      </button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title="Unir tickets" closeLabel="Cerrar">
        <p>¿Seguro?</p>
      </Dialog>
    </>
  );
}

it("opens, is named by its title, and closes by its button", async () => {
  render(<Example />);
  expect(screen.queryByRole("dialog")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Abrir" }));
  expect(screen.getByRole("dialog", { name: "Unir tickets" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Cerrar" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("closes by a press beside the sheet, not by one on it", async () => {
  render(<Example />);
  await userEvent.click(screen.getByRole("button", { name: "Abrir" }));
  await userEvent.click(screen.getByText("¿Seguro?"));
  expect(screen.getByRole("dialog")).toBeVisible();
  await userEvent.click(screen.getByRole("dialog"));
  expect(screen.queryByRole("dialog")).toBeNull();
});
