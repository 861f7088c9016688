import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { formWords } from "@/components/customers/form-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import type { ActionResult } from "@/lib/actions/result";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const FIELDS: FieldSpec[] = [
  { kind: "text", name: "name", label: "Nombre", value: "acme.mx" },
  { kind: "date", name: "endsOn", label: "Termina", value: "2026-12-31", isOptional: true },
  { kind: "select", name: "state", label: "Estado", options: [{ value: "active", label: "Activo" }, { value: "suspended", label: "Suspendido" }], value: "suspended" },
  { kind: "checkbox", name: "isActive", label: "Activa", value: "on" },
];

// The page of a test has no layout to scroll.
Element.prototype.scrollIntoView = () => {};

const sent: FormData[] = [];
let answer: ActionResult;

function show() {
  sent.length = 0;
  const action = async (_previous: ActionResult, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<FieldForm action={action} permalink="/x" idPrefix="p-" hidden={{ productId: "p1", seen: "old" }} fields={FIELDS} fieldOf={{ PRODUCT_NAME_TAKEN: "name" }} words={formWords()} />);
  return userEvent.setup();
}

const save = () =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Guardar" }));
  });

describe("a form that is laid out as data", () => {
  it("sends its fields and hidden fields", async () => {
    answer = { status: "ok", data: {} };
    const user = show();
    await user.clear(screen.getByLabelText("Nombre"));
    await user.type(screen.getByLabelText("Nombre"), "otro.mx");
    await save();
    expect(Object.fromEntries(sent[0]!)).toEqual({ productId: "p1", seen: "old", name: "otro.mx", endsOn: "2026-12-31", state: "suspended", isActive: "on" });
    expect(screen.getByText("Se guardó.")).toBeInTheDocument();
  });

  it("says of a refusal that is about a field so at the field, and leads there from the summary", async () => {
    answer = { status: "refused", code: "PRODUCT_NAME_TAKEN", message: "Ya hay uno.", values: { productId: "p1", seen: "old", name: "acme.mx" } };
    const user = show();
    await save();
    expect(screen.getByLabelText("Nombre")).toHaveAccessibleDescription("Ya hay uno.");
    await user.click(screen.getByRole("link", { name: "Ya hay uno." }));
    expect(screen.getByLabelText("Nombre")).toHaveFocus();
  });

  it("told of another's version, means it when it is sent again", async () => {
    answer = { status: "refused", code: "PRODUCT_CHANGED", message: "Otra persona lo cambió.", details: { seen: "theirs" }, values: { productId: "p1", seen: "old", name: "mío" } };
    show();
    await save();
    await save();
    expect(sent[1]!.get("seen")).toBe("theirs");
  });
});
