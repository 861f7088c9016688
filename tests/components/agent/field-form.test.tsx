import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { FieldForm, type FormField } from "@/app/agent/_components/field-form";
import type { ActionResult } from "@/lib/actions/result";

const words = { submit: "Registrar", pending: "…", invalid: "Revise", offline: "Sin conexión", done: "Listo", refusal: { signIn: "Entrar", open: "Abrir", quote: "Cotizar" } };
const fields: FormField[] = [
  { kind: "text", name: "minutes", label: "Duración" },
  { kind: "textarea", name: "description", label: "Qué se hizo" },
  { kind: "checkbox", name: "isBillable", label: "Facturable", isChecked: true },
];

function show(answers: ActionResult[]) {
  const sent: FormData[] = [];
  const action = async (_previous: ActionResult<never>, form: FormData) => {
    sent.push(form);
    return answers[sent.length - 1]!;
  };
  render(<FieldForm formId="post" action={action} permalink="/x" fields={fields} hidden={{ ticketId: "t" }} submissionKey="k" isCleared words={words} />);
  return sent;
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = async () => fireEvent.click(await screen.findByRole("button", { name: "Registrar" }));

it("keeps what was typed and the key of the form when it is refused, and leads to the field that is wrong", async () => {
  const sent = show([{ status: "refused", code: "INVALID_INPUT", message: "Revise", fieldErrors: { minutes: "No entendemos" } }, { status: "ok", data: null }]);
  type("Duración", "media hora");
  type("Qué se hizo", "Llamada");
  await press();
  expect((await screen.findByRole("link", { name: "No entendemos" })).getAttribute("href")).toBe("#post-minutes");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Qué se hizo").value).toBe("Llamada");
  await press();
  await screen.findByText("Listo");
  expect(sent.map((form) => [form.get("submissionKey"), form.get("ticketId"), form.get("isBillable")])).toEqual([["k", "t", "true"], ["k", "t", "true"]]);
});

it("is empty and has another key once it is done", async () => {
  const sent = show([{ status: "ok", data: null }, { status: "ok", data: null }]);
  type("Duración", "30");
  await press();
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Duración").value).toBe(""));
  await press();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]!.get("submissionKey")).not.toBe("k");
});
