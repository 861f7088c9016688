import { percentText, plainPesos } from "@/lib/billing/money-text";
import { formatAmount } from "@/lib/i18n/money";
import { diffRates } from "@/lib/billing/rate-diff";
import { isValidOn, readRateLines, type RateLine, type TypedRateLine } from "@/lib/billing/rate-lines";
import { publishRatesSchema } from "@/lib/billing/rate-schema";

const GOOD: TypedRateLine = { code: "sop-hora", description: "Hora de soporte", unit: "Hora", minutes: "", publicPrice: "1,250.00", contractPrice: "950", vat: "16 %", validFrom: "2026-01-01", validTo: "" };
const LINE: RateLine = { code: "SOP-HORA", description: "Hora de soporte", unit: "hour", minutesEstimated: 60, publicPriceCents: 125_000, contractPriceCents: 95_000, vatRateBp: 1600, validFrom: "2026-01-01", validTo: null };

function read(...lines: Partial<TypedRateLine>[]) {
  return readRateLines(lines.map((changes, at) => ({ line: at + 2, cells: { ...GOOD, ...changes } })));
}

describe("a line of the rate card", () => {
  it("is read as it is typed, prices as integer cents", () => {
    expect(read({})).toEqual({ lines: [LINE], problems: [] });
    expect(read({ unit: "evento", minutes: "1,440", publicPrice: "$0.10", vat: "8", validTo: "31/12/2026" }).lines[0]).toEqual({ ...LINE, unit: "event", minutesEstimated: 1440, publicPriceCents: 10, vatRateBp: 800, validTo: "2026-12-31" });
  });

  it.each<[string, Partial<TypedRateLine>, string, string]>([
    ["a code with spaces", { code: "SOP HORA" }, "codigo", "RATE_CODE"],
    ["no code", { code: "" }, "codigo", "RATE_CODE"],
    ["no description", { description: " " }, "descripcion", "RATE_DESCRIPTION"],
    ["a description that is too long", { description: "x".repeat(1001) }, "descripcion", "RATE_DESCRIPTION"],
    ["another unit", { unit: "día" }, "unidad", "RATE_UNIT"],
    ["an hour of ninety minutes", { minutes: "90" }, "minutos", "RATE_MINUTES_OF_HOUR"],
    ["half minutes", { unit: "evento", minutes: "1.5" }, "minutos", "RATE_MINUTES"],
    ["negative minutes", { unit: "evento", minutes: "-5" }, "minutos", "RATE_MINUTES"],
    ["an event without minutes", { unit: "evento" }, "minutos", "RATE_MINUTES"],
    ["a negative price", { publicPrice: "-1" }, "precio_publico", "RATE_PRICE"],
    ["a price of three decimals", { contractPrice: "10.005" }, "precio_poliza", "RATE_PRICE"],
    ["a price with a comma for the decimals", { publicPrice: "12,50" }, "precio_publico", "RATE_PRICE"],
    ["a price beyond reason", { publicPrice: "1000000.01" }, "precio_publico", "RATE_PRICE"],
    ["another IVA", { vat: "15" }, "iva", "RATE_VAT"],
    ["no date", { validFrom: "" }, "vigente_desde", "RATE_DAY"],
    ["a date that is not there", { validFrom: "2026-02-30" }, "vigente_desde", "RATE_DAY"],
    ["an end before the beginning", { validTo: "2025-12-31" }, "vigente_hasta", "RATE_DAYS_ORDER"],
  ])("with %s is refused by line and field", (_name, changes, column, code) => {
    expect(read(changes)).toEqual({ lines: [], problems: [expect.objectContaining({ line: 2, column, code })] });
  });

  it("is refused when its code is there already, and names where", () => {
    expect(read({}, { code: "SOP-HORA" }).problems).toEqual([expect.objectContaining({ line: 3, code: "RATE_CODE_TWICE", details: { code: "SOP-HORA", other: 2 } })]);
  });

  it("that nobody filled in is none", () => {
    expect(read({}, { code: "", description: "", publicPrice: "", contractPrice: "" }).lines).toHaveLength(1);
  });

  it("tells all that is wrong, and is no line when anything is", () => {
    expect(read({ code: "" , vat: "7" }, {}, { publicPrice: "x" })).toMatchObject({ lines: [], problems: [{ line: 2 }, { line: 2 }, { line: 4 }] });
    expect(readRateLines(Array.from({ length: 502 }, (_, at) => ({ line: at + 1, cells: { ...GOOD, code: `C-${at}` } }))).problems).toEqual([expect.objectContaining({ line: 501, code: "RATE_LINES_MAX" })]);
  });

  it("is valid on both of its days and between", () => {
    const line = { validFrom: "2026-11-18", validTo: "2026-11-19" };
    expect(["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"].map((day) => isValidOn(line, Temporal.PlainDate.from(day)))).toEqual([false, true, true, false]);
  });
});

describe("what a version changes", () => {
  it("is told by code: added, changed field by field, taken away", () => {
    const other = { ...LINE, code: "WEB-ALTA" };
    expect(diffRates([LINE, other], [{ ...LINE, publicPriceCents: 130_000, validTo: "2026-12-31" }, { ...LINE, code: "NUEVO" }])).toEqual([
      { kind: "changed", code: "SOP-HORA", description: "Hora de soporte", changes: [{ field: "publicPriceCents", from: 125_000, to: 130_000 }, { field: "validTo", from: null, to: "2026-12-31" }] },
      { kind: "added", line: { ...LINE, code: "NUEVO" } },
      { kind: "removed", line: other },
    ]);
    expect(diffRates([LINE], [{ ...LINE }])).toEqual([]);
  });
});

describe("a card that is to be published", () => {
  it("travels as one field, and is refused when that cannot be read", () => {
    expect(publishRatesSchema.parse({ base: "1", note: " Alza ", lines: JSON.stringify([GOOD]) })).toEqual({ base: 1, note: "Alza", lines: [GOOD] });
    for (const lines of ["", "[", "{}", '[{"code":"X"}]', JSON.stringify([{ ...GOOD, more: "" }]), JSON.stringify([{ ...GOOD, code: 1 }])]) expect(publishRatesSchema.safeParse({ base: "1", lines }).success).toBe(false);
    for (const base of ["-1", "1.5", "NaN", "1e99"]) expect(publishRatesSchema.safeParse({ base, lines: "[]" }).success).toBe(false);
  });
});

it("says money as it is written in Mexico", () => {
  expect([formatAmount(0), formatAmount(5), formatAmount(125_000), formatAmount(123_456_789_012n), formatAmount(-1050), plainPesos(125_000), percentText(1600)]).toEqual(["$0.00", "$0.05", "$1,250.00", "$1,234,567,890.12", "−$10.50", "1,250.00", "16\u00A0%"]);
});
