import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditBilling } from "@/lib/billing/policy";
import { findRateCard } from "@/lib/billing/rate-card";
import { diffRates, type RateChange } from "@/lib/billing/rate-diff";
import { RATE_COLUMNS, RATE_FIELDS, RATE_LINES_MAX, readRateLines, type RateProblem, type TypedRateLine } from "@/lib/billing/rate-lines";
import type { CheckRatesInput } from "@/lib/billing/rate-schema";
import { readCsvRows } from "@/lib/csv/read-rows";
import { ok, refuse, type Result } from "@/lib/result";

/** What a table would change. `lines` is to be published as it is, over the version `base`. */
export type RateDryRun = { base: number; lines: TypedRateLine[]; changes: RateChange[]; count: number };

type Refusals = "FORBIDDEN" | "RATES_WRONG" | "RATES_EMPTY";

/** Reads an uploaded table against the card in force and changes nothing: what is wrong by line and field, or what it would change. */
export async function checkRateTable({ db, actor }: Context<StaffActor>, { file }: CheckRatesInput): Promise<Result<RateDryRun, Refusals, { problems: RateProblem[] } | undefined>> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rows: { line: number; cells: Partial<TypedRateLine> }[] = [];
  const problems: RateProblem[] = [];
  for await (const entry of readCsvRows(() => once(bytes), RATE_COLUMNS)) {
    if ("problem" in entry) problems.push({ ...entry.problem, field: null });
    if ("row" in entry) rows.push(entry.row);
    // Enough to know that it is too many.
    if (rows.length > RATE_LINES_MAX + 1 || problems.length > PROBLEMS_MAX) break;
  }
  const read = readRateLines(rows);
  const all = [...problems, ...read.problems].sort((one, other) => one.line - other.line);
  if (all.length > 0) return refuse("RATES_WRONG", { problems: all.slice(0, PROBLEMS_MAX) });
  if (read.lines.length === 0) return refuse("RATES_EMPTY");
  const current = await findRateCard(db);
  const lines = rows.map(({ cells }) => Object.fromEntries(RATE_FIELDS.map((field) => [field, cells[field] ?? ""])) as TypedRateLine);
  return ok({ base: current?.number ?? 0, lines, changes: diffRates(current?.items ?? [], read.lines), count: read.lines.length });
}

const PROBLEMS_MAX = 100;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
