import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { QuoteForm } from "@/app/agent/tickets/[reference]/quote/_components/quote-form";
import { formWords } from "@/app/agent/tickets/[reference]/quote/_data/form";
import type { ActionResult } from "@/lib/actions/result";
import type { RateItem } from "@/lib/quotes/quote-types";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const items: RateItem[] = [
  { id: "i1", code: "REM-01", description: "Sesión", unit: "event", minutesEstimated: 45, publicPriceCents: 85_000, contractPriceCents: 70_000, vatRateBp: 1600 },
  { id: "i2", code: "DEV-H", description: "Desarrollo", unit: "hour", minutesEstimated: 60, publicPriceCents: 65_000, contractPriceCents: 50_000, vatRateBp: 1600 },
];
const initial = { basis: "event" as const, contractId: "", lines: [], scope: "", exclusions: "", paymentTerms: "Contado", validOn: "2026-12-03" };
const sent: FormData[] = [];
let answer: ActionResult<{ ticketReference: string }>;

beforeEach(() => {
  sent.length = 0;
  answer = { status: "ok", data: { ticketReference: "IMP-7K3M-Q2XD" } };
});

function show() {
  const action = async (_previous: unknown, form: FormData) => {
    sent.push(form);
    return answer;
  };
  const labels = { i1: "REM-01 · Sesión", i2: "DEV-H · Desarrollo" };
  render(
    <QuoteForm
      action={action}
      permalink="/x"
      ticketId="t1"
      version="v1"
      initial={initial}
      items={items}
      labels={labels}
      contracts={[{ value: "c1", label: "Le quedan 6 h" }]}
      prices="public"
      days={{ first: "2026-11-18", last: "2027-02-16" }}
      words={formWords()}
    />,
  );
  return userEvent.setup();
}

const line = (number: number) => within(screen.getByRole("group", { name: `Renglón ${number}` }));
const save = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

describe("the form of a quote", () => {
  it("says what it comes to while one types, as saving will", async () => {
    const user = show();
    await user.selectOptions(line(1).getByLabelText("Servicio"), "i1");
    await user.type(line(1).getByLabelText(/^Cantidad/), "2");
    // 2 × 850 × 1.16
    expect(screen.getByRole("status").textContent).toBe("$1,972.00 MXN con IVA · 1 h 30 min");
    await user.selectOptions(line(2).getByLabelText("Servicio"), "i2");
    await user.type(line(2).getByLabelText(/^Cantidad/), "0.33");
    expect(screen.getByRole("status").textContent).toBe("Complete los renglones para ver el total");
    await user.click(screen.getByRole("button", { name: "Quitar el renglón 2" }));
    await user.click(screen.getByRole("radio", { name: /^Con póliza/ }));
    expect(screen.getByRole("status").textContent).toBe("Se descuentan 1 h 30 min");
    await save("Guardar borrador");
    expect([sent[0]?.getAll("items"), sent[0]?.getAll("quantities"), sent[0]?.getAll("discounts"), sent[0]?.get("version")]).toEqual([["i1"], ["2"], [""], "v1"]);
  });

  it("says beside the field of which line what is wrong", async () => {
    answer = { status: "refused", code: "LINE_EVENTS_WRONG", message: "Renglón 1, cantidad: escriba cuántos eventos.", details: { line: 1, field: "quantity", code: "LINE_EVENTS_WRONG" } };
    const user = show();
    await user.selectOptions(line(1).getByLabelText("Servicio"), "i1");
    await save("Guardar borrador");
    expect(line(1).getByLabelText(/^Cantidad/)).toHaveAccessibleDescription("Renglón 1, cantidad: escriba cuántos eventos.");
    expect(line(1).getByLabelText("Servicio")).toHaveValue("i1");
    expect(screen.getByRole("alert")).toHaveTextContent("Renglón 1, cantidad");
  });

  it("tells of another tab's draft, and writes over it only once it was told", async () => {
    answer = { status: "refused", code: "QUOTE_DRAFT_CHANGED", message: "Otra persona guardó este borrador.", details: { version: "v2" } };
    show();
    await save("Guardar borrador");
    expect(screen.getByRole("link", { name: "Ver la versión guardada en otra pestaña" })).toHaveAttribute("href", "/x");
    await save("Guardar la mía de todos modos");
    expect(sent.map((form) => form.get("version"))).toEqual(["v1", "v2"]);
  });
});
