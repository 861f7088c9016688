import { act, fireEvent, render, screen } from "@testing-library/react";
import { SealedReader, SHOWN_MS } from "@/app/agent/tickets/[reference]/_components/sealed-reader";
import { sealedReaderWords } from "@/app/agent/tickets/[reference]/_data/words";
import type { ActionResult } from "@/lib/actions/result";

type Read = ActionResult<{ sealedId: string; value: string }>;
let answer: Read = { status: "ok", data: { sealedId: "s1", value: "Ventas2024!" } };

beforeEach(() => {
  jest.useFakeTimers();
  answer = { status: "ok", data: { sealedId: "s1", value: "Ventas2024!" } };
});
afterEach(() => jest.useRealTimers());

const show = () => render(<SealedReader action={async () => answer} sealedId="s1" title="dato" address="/agent/tickets/IMP-0000-0000" words={sealedReaderWords()} />);
const value = () => screen.queryByLabelText("Contenido del dato sellado");
const ask = () => act(async () => fireEvent.click(screen.getByRole("button", { name: "Ver dato: dato" })));

it("shows it when asked, for half a minute", async () => {
  show();
  expect(value()).toBeNull();
  await ask();
  expect(value()).toHaveValue("Ventas2024!");
  act(() => jest.advanceTimersByTime(SHOWN_MS - 100));
  expect(value()).not.toBeNull();
  act(() => jest.advanceTimersByTime(100));
  expect(value()).toBeNull();
  await ask();
  expect(value()).toHaveValue("Ventas2024!");
});

it("hides it at once on request, and copies it", async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
  show();
  await ask();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copiar" })));
  expect([copied, screen.getByText("Copiado.")]).toEqual([["Ventas2024!"], expect.anything()]);
  fireEvent.click(screen.getByRole("button", { name: "Ocultar" }));
  expect(value()).toBeNull();
});

it("says why it cannot be read, and shows no other one's value", async () => {
  answer = { status: "refused", code: "SEALED_DAMAGED", message: "Este dato está dañado." };
  show();
  await ask();
  expect(screen.getByRole("alert")).toHaveTextContent("Este dato está dañado.");
  answer = { status: "ok", data: { sealedId: "otro", value: "ajeno" } };
  await ask();
  expect(value()).toBeNull();
});
