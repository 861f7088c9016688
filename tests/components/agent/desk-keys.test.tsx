import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DeskKeys, type KeyWords } from "@/app/agent/_components/desk-keys";

const push = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ push }), usePathname: () => "/agent/queues/open" }));

const words: KeyWords = {
  title: "Atajos",
  close: "Cerrar",
  or: "o",
  isOn: "Usar atajos",
  isOnHint: "Se recuerda.",
  groups: [{ title: "Lista", keys: [{ keys: ["j"], label: "Siguiente" }] }],
};

beforeAll(() => {
  // jsdom knows the element, not its methods, and lays nothing out.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList;
  Element.prototype.scrollIntoView = () => {};
});

beforeEach(() => {
  push.mockClear();
  localStorage.clear();
});

function renderDesk() {
  return render(
    <>
      <DeskKeys words={words} buttonClass="" />
      <label>
        Nota <textarea />
      </label>
      <input id="desk-search" aria-label="Buscar" />
      <a href="#one" data-desk-row="">
        Uno
      </a>
      <a href="#two" data-desk-row="">
        Dos
      </a>
    </>,
  );
}

it("moves through the rows, and stops at the ends", async () => {
  renderDesk();
  await userEvent.keyboard("j");
  expect(screen.getByText("Uno")).toHaveFocus();
  await userEvent.keyboard("jjj");
  expect(screen.getByText("Dos")).toHaveFocus();
  await userEvent.keyboard("k");
  expect(screen.getByText("Uno")).toHaveFocus();
});

it("leaves every letter to whoever is typing", async () => {
  renderDesk();
  await userEvent.type(screen.getByLabelText("Nota"), "jkg?m/");
  expect(screen.getByLabelText("Nota")).toHaveValue("jkg?m/");
  expect(screen.queryByText("Usar atajos")).not.toBeInTheDocument();
  expect(push).not.toHaveBeenCalled();
});

it("leaves combinations to the browser", async () => {
  renderDesk();
  await userEvent.keyboard("{Control>}j{/Control}{Meta>}k{/Meta}");
  expect(screen.getByText("Uno")).not.toHaveFocus();
  expect(screen.getByText("Dos")).not.toHaveFocus();
});

it("goes to a queue with g and its letter, and forgets the g after any other", async () => {
  renderDesk();
  await userEvent.keyboard("gm");
  expect(push).toHaveBeenCalledWith("/agent/queues/mine");
  push.mockClear();
  await userEvent.keyboard("gxm");
  expect(push).not.toHaveBeenCalled();
});

it("puts the focus into the search without writing the slash", async () => {
  renderDesk();
  await userEvent.keyboard("/");
  expect(screen.getByLabelText("Buscar")).toHaveFocus();
  expect(screen.getByLabelText("Buscar")).toHaveValue("");
});

it("shows its keys on a question mark, and keeps quiet once it is turned off, from then on", async () => {
  const { unmount } = renderDesk();
  await userEvent.keyboard("?");
  await userEvent.click(screen.getByLabelText("Usar atajos"));
  await userEvent.click(screen.getByRole("button", { name: "Cerrar" }));
  await userEvent.keyboard("j");
  expect(screen.getByText("Uno")).not.toHaveFocus();
  unmount();
  renderDesk();
  await userEvent.keyboard("j");
  expect(screen.getByText("Uno")).not.toHaveFocus();
});
