import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FiscalForm } from "@/components/customers/fiscal-form";
import { fiscalWords } from "@/components/customers/fiscal-words";
import { formWords } from "@/components/customers/form-words";
import type { ActionResult } from "@/lib/actions/result";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const sent: FormData[] = [];
let answer: ActionResult;

beforeEach(() => {
  sent.length = 0;
  answer = { status: "ok", data: {} };
});

function show(initial = {}) {
  const action = async (_previous: ActionResult, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<FiscalForm action={action} permalink="/x" organizationId="o1" initial={initial} words={formWords()} fiscal={fiscalWords()} />);
  return userEvent.setup();
}

const options = (label: string) => within(screen.getByLabelText(label)).getAllByRole("option").map((option) => (option as HTMLOptionElement).value);
const save = () =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name: "Guardar" }));
  });

describe("the form of fiscal data", () => {
  it("says which part of an RFC is wrong once one leaves it, and takes it back when it is right", async () => {
    const user = show();
    const rfc = screen.getByLabelText("RFC");
    await user.type(rfc, "EKU9003173C8");
    expect(screen.queryByText(/dígito verificador/)).toBeNull();
    await user.tab();
    expect(rfc).toHaveAccessibleDescription(/El dígito verificador no corresponde: revise el último carácter/);
    expect(rfc).toBeInvalid();
    await user.clear(rfc);
    await user.type(rfc, "eku9003173c9");
    expect(rfc).toBeValid();
    expect(screen.getByText("RFC de una persona moral.")).toBeInTheDocument();
  });

  it("offers the regimes of the kind of person, and the uses of the régimen", async () => {
    const user = show();
    expect(options("Régimen fiscal")).toHaveLength(20); // 19 and the one that asks to choose
    await user.type(screen.getByLabelText("RFC"), "CACX7605101P8");
    expect(options("Régimen fiscal")).not.toContain("601");
    await user.selectOptions(screen.getByLabelText("Régimen fiscal"), "605");
    expect(options("Uso del CFDI")).toContain("D01");
    expect(options("Uso del CFDI")).not.toContain("G03");
  });

  it("keeps in its lists what was chosen before, though it does not suit any more", async () => {
    const user = show({ rfc: "EKU9003173C9", taxRegime: "601", cfdiUse: "G03" });
    await user.clear(screen.getByLabelText("RFC"));
    await user.type(screen.getByLabelText("RFC"), "CACX7605101P8");
    expect(screen.getByLabelText("Régimen fiscal")).toHaveValue("601");
  });

  it("says in which state the postal code lies", async () => {
    const user = show();
    await user.type(screen.getByLabelText("Código postal"), "44100");
    expect(screen.getByText("Jalisco")).toBeInTheDocument();
  });

  it("sends what was typed, and shows beside each field what the server says of it", async () => {
    answer = { status: "refused", code: "INVALID_INPUT", message: "Revise los campos marcados.", fieldErrors: { cfdiUse: "Este uso no se permite." }, values: { rfc: "EKU9003173C9" } };
    const user = show();
    await user.type(screen.getByLabelText("RFC"), "EKU9003173C9");
    await user.tab();
    await save();
    expect(Object.fromEntries(sent[0]!)).toMatchObject({ organizationId: "o1", rfc: "EKU9003173C9" });
    expect(screen.getByLabelText("Uso del CFDI")).toHaveAccessibleDescription(/Este uso no se permite/);
    expect(screen.getByRole("alert")).toHaveFocus();
    answer = { status: "ok", data: {} };
    await save();
    expect(screen.getByText("Se guardó.")).toBeInTheDocument();
  });
});
