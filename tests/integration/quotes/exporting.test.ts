import { closeWork } from "@/lib/quotes/commands/close-work";
import { editCompany } from "@/lib/quotes/commands/edit-company";
import { countCharges, listCharges, listOwnCharges, sumChargesByMonth } from "@/lib/quotes/charge-queries";
import { EXPORT_COLUMNS, exportCfdi, exportCharges } from "@/lib/quotes/export-charges";
import { authorisedEvent, FISCAL } from "@/tests/support/authorised-quotes";
import { ana, bruno, carla, diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { ISSUER } from "@/tests/support/invoices";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: carla, now });

async function charge(closedAt = NOON, fiscal: object = FISCAL): Promise<string> {
  const { quoteId } = await authorisedEvent({ fiscal });
  return unwrap(await closeWork(ctx(closedAt), { quoteId, statement: "Listo" })).charge!;
}

const rowsOf = (csv: string) => csv.replace(/^\uFEFF/, "").trimEnd().split("\r\n").map((line) => line.split(","));

describe("the table for the accounting system", () => {
  it("has the documented columns, amounts with two decimals, and no formulas", async () => {
    const reference = await charge(NOON, { ...FISCAL, legalName: "=HYPERLINK(1)" });
    const csv = unwrap(await exportCharges(ctx(), {}));
    expect(csv.startsWith("\uFEFFcargo,estado,fecha,")).toBe(true);
    const [head, ...rows] = rowsOf(csv);
    const row = rows.find(([first]) => first === reference)!;
    expect(head).toEqual([...EXPORT_COLUMNS]);
    expect(Object.fromEntries(head!.map((name, column) => [name, row[column]]))).toMatchObject({
      estado: "to_invoice", fecha: "2026-11-18", cliente: "Acme Herramientas", rfc: "EKU9003173C9", razon_social: "'=HYPERLINK(1)", subtotal: "1000.00", descuento: "0.00", iva: "160.00", total: "1160.00", moneda: "MXN", folio: "", fecha_pago: "",
    });
  });

  it("has the charges of the days that were asked for, both within, in the desk's zone, of one state or of all", async () => {
    const [before, first, last, after] = [await charge(at("2026-10-31T23:59")), await charge(at("2026-11-01T00:00")), await charge(at("2026-11-02T23:59")), await charge(at("2026-11-03T00:00"))];
    const asked = { from: Temporal.PlainDate.from("2026-11-01"), to: Temporal.PlainDate.from("2026-11-02") };
    const found = rowsOf(unwrap(await exportCharges(ctx(), asked))).slice(1).map(([reference]) => reference);
    expect(found).toEqual([first, last]);
    expect(found).not.toContain(before);
    expect(found).not.toContain(after);
    expect(rowsOf(unwrap(await exportCharges(ctx(), { ...asked, state: "paid" })))).toHaveLength(1);
  });
});

describe("the lists", () => {
  it("page by key, count by state and sum by month", async () => {
    for (let index = 0; index < 51; index += 1) await charge(at("2026-09-10T10:00").add({ minutes: index }));
    const first = await listCharges(ctx(), { state: "to_invoice" });
    const second = await listCharges(ctx(), { state: "to_invoice", cursor: first.nextCursor! });
    const all = [...first.items, ...second.items].map(({ id }) => id);
    expect([first.items.length, new Set(all).size === all.length, second.nextCursor]).toEqual([50, true, null]);
    expect((await countCharges(ctx())).to_invoice).toBe(all.length);
    expect((await sumChargesByMonth(ctx())).find(({ month }) => month === "2026-09")).toEqual({ month: "2026-09", count: 51, cents: { to_invoice: 5_916_000, invoiced: 0, paid: 0, cancelled: 0 } });
    expect((await listOwnCharges({ ...ctx(), actor: ana }, {})).items).toHaveLength(50);
    expect((await listOwnCharges({ ...ctx(), actor: bruno }, {})).items).toEqual([]);
  }, 60_000);
});

describe("the CFDI without seal", () => {
  it("needs to know who invoices; then it says so in its first lines", async () => {
    const reference = await charge();
    expect(await exportCfdi(ctx(), { reference, note: "SIN SELLO" })).toMatchObject({ code: "COMPANY_MISSING" });
    const company = { rfc: ISSUER, legalName: "IMPERA", taxRegime: "601", postalCode: "01000", productKey: "81111811", paymentMethod: "PUE" as const, paymentForm: "03" as const, series: "A" };
    const edits = await Promise.all([1, 2].map(() => editCompany({ ...ctx(), actor: diego }, { ...company, version: 0 })));
    expect(edits.map((edit) => (edit.ok ? "ok" : edit.code)).sort()).toEqual(["COMPANY_CHANGED", "ok"]);
    const xml = unwrap(await exportCfdi(ctx(), { reference, note: "SIN SELLO" }));
    expect(xml.split("\n").slice(0, 2)).toEqual(['<?xml version="1.0" encoding="UTF-8"?>', "<!-- SIN SELLO -->"]);
    expect(xml).toContain('Fecha="2026-11-18T12:00:00" Sello=""');
    expect(xml).toContain('SubTotal="1000.00" Moneda="MXN" Total="1160.00"');
    expect(await editCompany({ ...ctx(), actor: diego }, { ...company, version: 7 })).toMatchObject({ code: "COMPANY_CHANGED" });
  });
});
