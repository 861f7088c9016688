import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import type { ActionResult } from "@/lib/actions/result";

const words = { submit: "Guardar", submitting: "Guardando", invalid: "No se pudo", offline: "Sin conexión", signIn: "Iniciar sesión", optional: "opcional", theirs: { title: "Lo que guardó la otra persona", yes: "Sí", no: "No", empty: "Vacío" } };
const fields: FieldSpec[] = [
  { kind: "textarea", name: "body", label: "Texto", value: "Como estaba" },
  { kind: "number", name: "days", label: "Días", value: "90" },
];

/** Refuses once and keeps what it was sent. */
function refusing(details: unknown, more: { code?: string } = {}) {
  const sent: Record<string, FormDataEntryValue>[] = [];
  const action = async (_: ActionResult, form: FormData): Promise<ActionResult> => {
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    sent.push(values);
    return { status: "refused", code: more.code ?? "CHANGED", message: "Otra persona lo cambió", values, details } as ActionResult;
  };
  return { action, sent };
}

it("shows what somebody else saved beside what was typed, where it differs, and sends over it the second time", async () => {
  const { action, sent } = refusing({ version: "2", theirs: { body: "Lo de ella", days: "90" } });
  render(<FieldForm action={action} permalink="/x" hidden={{ version: "1" }} fields={fields} words={words} />);
  await userEvent.clear(screen.getByLabelText("Texto"));
  await userEvent.type(screen.getByLabelText("Texto"), "Lo mío");
  await userEvent.click(screen.getByRole("button", { name: "Guardar" }));
  expect(await screen.findByText("Lo de ella")).toBeInTheDocument();
  expect(screen.getAllByText(words.theirs.title)).toHaveLength(1);
  expect(screen.getByLabelText("Texto")).toHaveValue("Lo mío");
  await userEvent.click(await screen.findByRole("button", { name: "Guardar" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ version, body }) => [version, body])).toEqual([["1", "Lo mío"], ["2", "Lo mío"]]);
});

it("takes lines that came back with carriage returns for the same as those that are saved", async () => {
  const action = async (): Promise<ActionResult> => ({ status: "refused", code: "CHANGED", message: "Otra persona lo cambió", values: { body: "Uno\r\nDos", days: "30" }, details: { theirs: { body: "Uno\nDos", days: "90" } } });
  render(<FieldForm action={action} permalink="/x" fields={fields} words={words} />);
  await userEvent.click(screen.getByRole("button", { name: "Guardar" }));
  const theirs = await screen.findByRole("region", { name: words.theirs.title });
  expect(theirs).toHaveTextContent("Días: 90");
  expect(theirs).not.toHaveTextContent("Uno");
});

it.each([
  ["begins anew where what it made is elsewhere now", true, "Como estaba"],
  ["keeps what was saved otherwise", false, "Lo mío"],
])("%s", async (_name, isClearedWhenDone, left) => {
  const action = async (): Promise<ActionResult> => ({ status: "ok" }) as ActionResult;
  render(<FieldForm action={action} permalink="/x" fields={fields} isClearedWhenDone={isClearedWhenDone} words={{ ...words, saved: "Se guardó" }} />);
  await userEvent.clear(screen.getByLabelText("Texto"));
  await userEvent.type(screen.getByLabelText("Texto"), "Lo mío");
  await userEvent.click(screen.getByRole("button", { name: "Guardar" }));
  expect(await screen.findByText("Se guardó")).toBeInTheDocument();
  expect(screen.getByLabelText("Texto")).toHaveValue(left);
});
