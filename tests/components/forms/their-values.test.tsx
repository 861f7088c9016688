import { fireEvent, render, screen, within } from "@testing-library/react";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import type { ActionResult } from "@/lib/actions/result";

const words = { submit: "Guardar", submitting: "…", invalid: "Revise", offline: "Sin conexión", signIn: "Entrar", optional: "opcional", theirs: { title: "Lo que guardó la otra persona", yes: "Sí", no: "No", empty: "(vacío)" } };
const fields: FieldSpec[] = [
  { kind: "select", name: "audience", label: "Quién", options: [{ value: "public", label: "Todos" }, { value: "staff", label: "La mesa" }], value: "public" },
  { kind: "text", name: "slug", label: "Dirección", value: "uno" },
  { kind: "textarea", name: "related", label: "Relacionados", value: "", isOptional: true },
  { kind: "checkbox", name: "isPinned", label: "Destacado", value: "", isOptional: true },
];

it("shows what somebody else saved, in words, where it differs, and keeps what was chosen here", async () => {
  const theirs = { audience: "staff", slug: "uno", related: ["a", "b"], isPinned: true };
  const answer: ActionResult = { status: "refused", code: "ARTICLE_SETTINGS_CHANGED", message: "Cambió", details: { seen: "2", theirs }, values: { audience: "public", slug: "uno", related: "c", seen: "1" } };
  render(<FieldForm action={async () => answer} permalink="/x" hidden={{ seen: "1" }} fields={fields} words={words} />);
  fireEvent.click(screen.getByRole("button", { name: "Guardar" }));
  const region = within(await screen.findByRole("region", { name: "Lo que guardó la otra persona" }));
  expect(region.getAllByRole("term").map((term) => `${term.textContent}${term.nextElementSibling!.textContent}`)).toEqual(["Quién: La mesa", "Relacionados: a\nb", "Destacado: Sí"]);
  expect(screen.getByLabelText(/Dirección/)).toHaveValue("uno");
});
