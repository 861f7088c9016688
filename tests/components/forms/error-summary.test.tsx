import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ErrorSummary } from "@/components/forms/error-summary";
import { TextField } from "@/components/forms/text-input";

const subject = { fieldId: "subject", message: "Escriba el asunto." };

function Form({ errors }: { errors: Array<{ fieldId?: string; message: string }> }) {
  return (
    <form>
      <ErrorSummary title="Hay datos que corregir" errors={errors} />
      <TextField name="subject" label="Asunto" hint="Una frase" error={errors[0]?.message} />
    </form>
  );
}

it("shows nothing while there is nothing wrong", () => {
  render(<Form errors={[]} />);
  expect(screen.queryByRole("alert")).toBeNull();
});

it("takes the focus when it appears, and again when the list changes", () => {
  const { rerender } = render(<Form errors={[subject]} />);
  expect(screen.getByRole("alert")).toHaveFocus();
  screen.getByLabelText("Asunto").focus();
  rerender(<Form errors={[{ ...subject, message: "El asunto es muy largo." }]} />);
  expect(screen.getByRole("alert")).toHaveFocus();
});

it("leaves the focus alone while the list stays the same", () => {
  const { rerender } = render(<Form errors={[subject]} />);
  screen.getByLabelText("Asunto").focus();
  rerender(<Form errors={[{ ...subject }]} />);
  expect(screen.getByLabelText("Asunto")).toHaveFocus();
});

it("leads from the message to the control, which names its hint and its error", async () => {
  Element.prototype.scrollIntoView = () => undefined;
  render(<Form errors={[subject]} />);
  await userEvent.click(screen.getByRole("link", { name: subject.message }));
  const control = screen.getByLabelText("Asunto");
  expect(control).toHaveFocus();
  expect(control).toBeInvalid();
  expect(control).toHaveAccessibleDescription("Una frase Escriba el asunto.");
});

it("says what belongs to no control without a link", () => {
  render(<ErrorSummary title="No se pudo enviar" errors={[{ message: "El ticket ya está cerrado." }]} />);
  expect(screen.getByText("El ticket ya está cerrado.")).toBeVisible();
  expect(screen.queryByRole("link")).toBeNull();
});
