import { readCents, readDay, readWholeNumber } from "@/lib/csv/cells";
import type { CsvColumn, CsvProblem } from "@/lib/csv/columns";
import type { RateUnit } from "@/lib/db/generated/enums";

export const RATE_LINES_MAX = 500;
export const PRICE_MAX_CENTS = 100_000_000;
const MINUTES_MAX = 60_000;
const DESCRIPTION_MAX = 1000;

/** The rates of IVA that there are, in hundredths of a percent. */
export const VAT_RATES = [1600, 800, 0] as const;

export const RATE_FIELDS = ["code", "description", "unit", "minutes", "publicPrice", "contractPrice", "vat", "validFrom", "validTo"] as const;
export type RateField = (typeof RATE_FIELDS)[number];

/** A line as it is typed into the form or stands in a table. */
export type TypedRateLine = Record<RateField, string>;

/** A line of the rate card. Days as 2026-11-18; both ends are within. */
export type RateLine = {
  code: string;
  description: string;
  unit: RateUnit;
  minutesEstimated: number;
  publicPriceCents: number;
  contractPriceCents: number;
  vatRateBp: number;
  validFrom: string;
  validTo: string | null;
};

/** The columns of the table that is exported and read: the names of the format, whatever the screen's language. */
export const RATE_COLUMNS: readonly CsvColumn<RateField>[] = [
  { key: "code", name: "codigo", aliases: ["code", "clave"], isRequired: true },
  { key: "description", name: "descripcion", aliases: ["description", "servicio", "concepto"], isRequired: true },
  { key: "unit", name: "unidad", aliases: ["unit"], isRequired: true },
  { key: "minutes", name: "minutos", aliases: ["minutes", "minutos_estimados"] },
  { key: "publicPrice", name: "precio_publico", aliases: ["public_price", "precio"], isRequired: true },
  { key: "contractPrice", name: "precio_poliza", aliases: ["contract_price", "precio_con_poliza"], isRequired: true },
  { key: "vat", name: "iva", aliases: ["vat", "tasa_iva"], isRequired: true },
  { key: "validFrom", name: "vigente_desde", aliases: ["valid_from", "desde"], isRequired: true },
  { key: "validTo", name: "vigente_hasta", aliases: ["valid_to", "hasta"] },
];

const UNITS: Record<string, RateUnit> = { evento: "event", event: "event", hora: "hour", hour: "hour" };
export const UNIT_NAMES: Record<RateUnit, string> = { event: "evento", hour: "hora" };

export type RateProblem = CsvProblem & { field: RateField | null };

/** Reads lines with their numbers; an empty one is none. All that is wrong is told, with line and field, and then nothing is good. */
export function readRateLines(rows: readonly { line: number; cells: Partial<TypedRateLine> }[]): { lines: RateLine[]; problems: RateProblem[] } {
  const problems: RateProblem[] = [];
  const lines: RateLine[] = [];
  const seen = new Map<string, number>();
  const given = rows.filter(({ cells }) => Object.values(cells).some((cell) => (cell ?? "").trim() !== "") && !isBlank(cells));
  for (const { line, cells } of given.slice(0, RATE_LINES_MAX)) {
    const wrong = (field: RateField, code: string, details?: Record<string, string | number>) => problems.push({ line, field, column: RATE_COLUMNS.find(({ key }) => key === field)!.name, code, ...(details ? { details } : {}) });
    const read = readLine(cells, wrong);
    const first = read && seen.get(read.code);
    if (read && first !== undefined) wrong("code", "RATE_CODE_TWICE", { code: read.code, other: first as number });
    if (read && first === undefined) seen.set(read.code, line);
    if (read) lines.push(read);
  }
  if (given.length > RATE_LINES_MAX) problems.push({ line: given[RATE_LINES_MAX]!.line, field: null, column: null, code: "RATE_LINES_MAX", details: { max: RATE_LINES_MAX } });
  return { lines: problems.length > 0 ? [] : lines, problems };
}

/** What a form has of a line that nobody filled in: only what is chosen from lists. */
function isBlank({ code = "", description = "", publicPrice = "", contractPrice = "" }: Partial<TypedRateLine>): boolean {
  return [code, description, publicPrice, contractPrice].every((cell) => cell.trim() === "");
}

function readLine(cells: Partial<TypedRateLine>, wrong: (field: RateField, code: string) => void): RateLine | null {
  const cell = (field: RateField) => (cells[field] ?? "").trim();
  const check = <T>(field: RateField, value: T | null | undefined, code: string): T | null => {
    if (value === null || value === undefined) wrong(field, code);
    return value ?? null;
  };
  const code = check("code", readCode(cell("code")), "RATE_CODE");
  const description = check("description", cell("description").length > 0 && cell("description").length <= DESCRIPTION_MAX ? cell("description") : null, "RATE_DESCRIPTION");
  const unit = check("unit", UNITS[cell("unit").toLowerCase()], "RATE_UNIT");
  // What a unit takes can be told once the unit is known.
  const minutes = unit && check("minutes", readMinutes(cell("minutes"), unit), unit === "hour" ? "RATE_MINUTES_OF_HOUR" : "RATE_MINUTES");
  const publicPrice = check("publicPrice", readPrice(cell("publicPrice")), "RATE_PRICE");
  const contractPrice = check("contractPrice", readPrice(cell("contractPrice")), "RATE_PRICE");
  const vat = check("vat", readVat(cell("vat")), "RATE_VAT");
  const from = check("validFrom", readDay(cell("validFrom")), "RATE_DAY");
  const to = cell("validTo") === "" ? null : check("validTo", readDay(cell("validTo")), "RATE_DAY");
  const isInOrder = !from || !to || Temporal.PlainDate.compare(from, to) <= 0;
  if (!isInOrder) wrong("validTo", "RATE_DAYS_ORDER");
  if (code === null || description === null || unit === null || minutes === null || publicPrice === null || contractPrice === null || vat === null || from === null || !isInOrder) return null;
  if (cell("validTo") !== "" && to === null) return null;
  return { code, description, unit, minutesEstimated: minutes, publicPriceCents: publicPrice, contractPriceCents: contractPrice, vatRateBp: vat, validFrom: from.toString(), validTo: to?.toString() ?? null };
}

function readCode(text: string): string | null {
  const code = text.toUpperCase();
  return /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code) && code.length <= 40 ? code : null;
}

/** An hour has sixty, said or not. */
function readMinutes(text: string, unit: RateUnit): number | null {
  if (unit === "hour") return text === "" || text === "60" ? 60 : null;
  const minutes = readWholeNumber(text);
  return minutes !== null && minutes <= MINUTES_MAX ? minutes : null;
}

function readPrice(text: string): number | null {
  const cents = readCents(text);
  return cents !== null && cents <= PRICE_MAX_CENTS ? cents : null;
}

function readVat(text: string): number | null {
  const found = /^(\d{1,2})(?:\.0+)?\s*%?$/.exec(text);
  const rate = found ? Number(found[1]) * 100 : null;
  return rate !== null && (VAT_RATES as readonly number[]).includes(rate) ? rate : null;
}

/** In force on a day, both ends within. */
export function isValidOn({ validFrom, validTo }: Pick<RateLine, "validFrom" | "validTo">, day: Temporal.PlainDate): boolean {
  const iso = day.toString();
  return validFrom <= iso && (validTo === null || iso <= validTo);
}
