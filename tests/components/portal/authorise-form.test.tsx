import { act, fireEvent, render, screen } from "@testing-library/react";
import { AuthoriseForm } from "@/app/portal/tickets/[reference]/quotes/[quote]/_components/authorise-form";
import { authoriseWords } from "@/app/portal/tickets/[reference]/quotes/[quote]/_data/form-words";
import type { ActionResult } from "@/lib/actions/result";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const acceptances = [{ key: "rate", words: "Acepto la tarifa." }, { key: "terms", words: "Acepto las condiciones." }];
const fiscal = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };

function show(answer: ActionResult<{ reference: string }>, basis: "event" | "contract" = "event") {
  const sent: FormData[] = [];
  const action = async (_previous: unknown, form: FormData) => {
    sent.push(form);
    return answer;
  };
  render(<AuthoriseForm action={action} permalink="/x" quoteId="q1" sha256="abc" acceptances={acceptances} fiscal={basis === "event" ? fiscal : null} words={authoriseWords(basis)} />);
  return sent;
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

describe("the form that authorises", () => {
  it("sends what was ticked, the data of the invoice, and the hash of what was read", async () => {
    const sent = show({ status: "ok", data: { reference: "COT-7K3M-Q2XD" } });
    for (const { words } of acceptances) fireEvent.click(screen.getByRole("checkbox", { name: words }));
    await press("Autorizar cotización");
    expect([sent[0]?.getAll("accepted"), sent[0]?.get("sha256"), sent[0]?.get("rfc"), sent[0]?.get("cfdiUse")]).toEqual([["rate", "terms"], "abc", "EKU9003173C9", "G03"]);
  });

  it("ticks nothing by itself, and keeps what was typed when it is refused", async () => {
    show({ status: "refused", code: "INVALID_INPUT", message: "Revise", fieldErrors: { postalCode: "Escriba los cinco números." } });
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").some(({ checked }) => checked)).toBe(false);
    fireEvent.change(screen.getByLabelText(/^Código postal/), { target: { value: "4250" } });
    await press("Autorizar cotización");
    expect(screen.getByLabelText(/^Código postal/)).toHaveValue("4250");
    expect(screen.getByRole("alert")).toHaveTextContent("Escriba los cinco números.");
  });

  it("asks for no invoice where hours are deducted", () => {
    show({ status: "idle" }, "contract");
    expect(screen.queryByLabelText("RFC")).toBeNull();
    expect(screen.getByRole("button", { name: "Autorizar estimación" })).toBeVisible();
  });
});
