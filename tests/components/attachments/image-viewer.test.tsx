import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ImageViewer } from "@/components/attachments/image-viewer";
import { viewerWords } from "@/components/attachments/viewer-words";
import { recordCanvas } from "@/tests/components/support/canvas";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));
recordCanvas(); // for the dialog's and the pointer's missing parts

function show() {
  render(
    <ImageViewer words={viewerWords()}>
      {["uno.png", "dos.png", "tres.png"].map((name) => (
        <a key={name} href={`/api/files/${name}`} data-attachment="image" data-attachment-name={name}>
          {name}
        </a>
      ))}
      <a href="#factura">factura.pdf</a>
    </ImageViewer>,
  );
  return userEvent.setup();
}

const link = (name: string) => screen.getByRole("link", { name });
const shown = () => screen.getByRole("img").getAttribute("alt");

it("opens the picture that was pressed, and goes through all of them by arrows, Home and End, stopping at the ends", async () => {
  const user = show();
  await user.click(link("dos.png"));
  expect(screen.getByRole("dialog", { name: "Imágenes del ticket" })).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("2 de 3: dos.png");
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("tres.png");
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("tres.png");
  await user.keyboard("{Home}");
  expect(shown()).toBe("uno.png");
  await user.keyboard("{End}{ArrowLeft}");
  expect(shown()).toBe("dos.png");
});

it("opens by Enter on the link, and is gone once it is closed", async () => {
  const user = show();
  link("uno.png").focus();
  await user.keyboard("{Enter}");
  expect(shown()).toBe("uno.png");
  await user.click(screen.getByRole("button", { name: "Cerrar" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("enlarges by Enter, and then leaves the arrows to looking around", async () => {
  const user = show();
  await user.click(link("uno.png"));
  await user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Ajustar a la pantalla" })).toBeVisible();
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("uno.png");
  await user.keyboard("{Enter}{ArrowRight}");
  expect(shown()).toBe("dos.png");
});

it("turns by a swipe of a finger, not by a scroll", async () => {
  const user = show();
  await user.click(link("uno.png"));
  const swipe = (dx: number, dy: number) => {
    fireEvent.pointerDown(screen.getByRole("group"), { pointerType: "touch", clientX: 200, clientY: 200 });
    fireEvent.pointerUp(screen.getByRole("group"), { pointerType: "touch", clientX: 200 + dx, clientY: 200 + dy });
  };
  swipe(-120, 10);
  expect(shown()).toBe("dos.png");
  swipe(-60, 200);
  expect(shown()).toBe("dos.png");
  swipe(120, 0);
  expect(shown()).toBe("uno.png");
});

it("leaves a link alone that is no picture, or is pressed with Ctrl", () => {
  show();
  expect(fireEvent.click(link("factura.pdf"))).toBe(true);
  expect(fireEvent.click(link("uno.png"), { ctrlKey: true })).toBe(true);
  expect(screen.queryByRole("dialog")).toBeNull();
});
