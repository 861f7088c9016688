import { fireEvent, render, screen } from "@testing-library/react";
import { EmailField } from "@/components/forms/email-field";

const WORDS = { question: "¿Quiso decir {address}?", use: "Sí, corregir" };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function leave(typed: string): HTMLInputElement {
  const input = screen.getByLabelText<HTMLInputElement>("Correo");
  fireEvent.change(input, { target: { value: typed } });
  fireEvent.blur(input);
  return input;
}

it("asks about a slip once the field is left and the press that left it is over; one press takes it", async () => {
  render(<EmailField name="email" label="Correo" words={WORDS} />);
  const input = leave("ana@gmial.com");
  expect(screen.queryByText("¿Quiso decir ana@gmail.com?")).toBeNull();
  expect(await screen.findByText("¿Quiso decir ana@gmail.com?")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Sí, corregir" }));
  expect(input.value).toBe("ana@gmail.com");
  expect(document.activeElement).toBe(input);
  expect(screen.queryByText(/Quiso decir/)).toBeNull();
});

it("is not in the way of whoever means it: what is typed stays, and asks no more while one writes on", async () => {
  render(<EmailField name="email" label="Correo" words={WORDS} />);
  const input = leave("ana@gmial.com");
  await screen.findByText(/Quiso decir/);
  fireEvent.change(input, { target: { value: "ana@acme.mx" } });
  expect(screen.queryByText(/Quiso decir/)).toBeNull();
  expect(input.value).toBe("ana@acme.mx");
});
