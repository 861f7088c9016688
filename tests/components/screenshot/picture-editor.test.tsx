import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Picture } from "@/components/screenshot/draw";
import { editorWords } from "@/components/screenshot/editor-words";
import { PictureEditor } from "@/components/screenshot/picture-editor";
import { recordCanvas } from "@/tests/components/support/canvas";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const canvas = recordCanvas();
const taken: File[] = [];
let closed = 0;

beforeEach(() => {
  taken.length = 0;
  closed = 0;
});

function show() {
  const image = {} as ImageBitmap;
  const picture: Picture = { image, width: 1000, height: 500 };
  render(<PictureEditor picture={picture} name="captura" most={1_000_000} words={editorWords()} onDone={(file) => taken.push(file)} onClose={() => (closed += 1)} />);
  return userEvent.setup();
}

const picture = () => screen.getByRole("application", { name: "Imagen que se edita" });
const use = () => screen.getByRole("button", { name: "Usar imagen" });
const black = () => canvas.exported().filter(({ call, fill }) => call === "fillRect" && fill === "#000000").map(({ args }) => args);
const take = (_user: ReturnType<typeof show>) =>
  act(async () => {
    fireEvent.click(use());
  });

it("opens on the picture, as a dialog with a name, its keys said", () => {
  show();
  expect(screen.getByRole("dialog", { name: "Editar imagen" })).toBeVisible();
  expect(picture()).toHaveFocus();
  expect(picture()).toHaveAccessibleDescription(/Intro/);
});

it("blacks out by the keyboard alone, in pixels of the file that leaves", async () => {
  const user = show();
  await user.keyboard("{Enter}{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Enter}");
  await take(user);
  // a third of the picture in its middle, one step (3 pixels) to the right and one taller
  expect(black()).toEqual([[353, 175, 300, 153]]);
  expect(canvas.exported()[0]).toMatchObject({ call: "setTransform" });
  expect(canvas.exported()[1]).toMatchObject({ call: "drawImage" });
  expect(taken.map(({ name, type }) => [name, type])).toEqual([["captura.png", "image/png"]]);
  expect(closed).toBe(1);
});

it("takes along what is only being placed: what one sees is what one gets", async () => {
  const user = show();
  await user.keyboard("{Enter}");
  await take(user);
  expect(black()).toHaveLength(1);
});

it("undoes and redoes by keys wherever the focus is, and by buttons", async () => {
  const user = show();
  await user.keyboard("{Enter}{Enter}");
  await user.click(screen.getByRole("button", { name: "Deshacer" }));
  expect(screen.getByRole("status")).toHaveTextContent("Se deshizo el último paso.");
  await user.keyboard("{Control>}y{/Control}");
  await take(user);
  expect(black()).toHaveLength(1);
});

it("leaves no picture that was undone", async () => {
  const user = show();
  await user.keyboard("{Enter}{Enter}{Control>}z{/Control}");
  await take(user);
  expect(black()).toEqual([]);
});

it("chooses tools by letters, from the picture and from the buttons, and writes letters where one writes", async () => {
  const user = show();
  await user.keyboard("t");
  expect(screen.getByRole("button", { name: "Texto" })).toHaveAttribute("aria-pressed", "true");
  await user.click(screen.getByRole("button", { name: "Colocar" }));
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  expect(screen.getByRole("textbox", { name: "Texto" })).toHaveFocus();
  await user.keyboard("fin cortado{Enter}");
  expect(picture()).toHaveFocus();
  await take(user);
  expect(canvas.exported().filter(({ call }) => call === "fillText").map(({ args }) => args[0])).toEqual(["fin cortado"]);
});

it("crops: the file has the size of what was left", async () => {
  const user = show();
  await user.keyboard("r{Enter}{Enter}");
  await take(user);
  expect(canvas.exported().at(-1)).toMatchObject({ call: "toBlob", args: [800, 400] });
  expect(canvas.exported()[0]).toMatchObject({ call: "setTransform", args: [1, 0, 0, 1, -100, -50] });
});

it("asks before it throws work away, and goes on by Escape", async () => {
  const user = show();
  await user.keyboard("{Enter}{Enter}{Escape}");
  expect(screen.getByRole("alert")).toHaveTextContent("Lo que hizo en la imagen se perdería.");
  expect(screen.getByRole("button", { name: "Seguir editando" })).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(picture()).toHaveFocus();
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("button", { name: "Descartar" }));
  expect([closed, taken.length]).toEqual([1, 0]);
});

it("closes by Escape when nothing was done, after taking back what was being placed", async () => {
  const user = show();
  await user.keyboard("{Enter}{Escape}");
  expect(closed).toBe(0);
  await user.keyboard("{Escape}");
  expect(closed).toBe(1);
});

it("keeps its keys to itself: the page behind has letters of its own", async () => {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  document.addEventListener("keydown", listen);
  const user = show();
  await user.keyboard("ft{Enter}");
  document.removeEventListener("keydown", listen);
  expect(heard).toEqual([]);
});

it("draws under a finger or a pointer, in the picture's own pixels", async () => {
  const user = show();
  // The picture is shown at half its size.
  picture().getBoundingClientRect = () => ({ left: 10, top: 20, width: 500, height: 250 }) as DOMRect;
  fireEvent.pointerDown(picture(), { button: 0, clientX: 60, clientY: 45 });
  fireEvent.pointerMove(picture(), { clientX: 160, clientY: 95 });
  fireEvent.pointerUp(picture(), { clientX: 160, clientY: 95 });
  await take(user);
  expect(black()).toEqual([[100, 50, 200, 100]]);
});
