import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { readCsvRows, type CsvEntry, type CsvSource } from "@/lib/csv/read-rows";
import { IMPORT_COLUMNS, type ImportColumn } from "@/lib/customers/imports/format";
import { IMPORT_MAX_LINES } from "@/lib/customers/imports/limits";
import { readLine, type PlannedLine, type WantedLine } from "@/lib/customers/imports/plan";
import { stageLines } from "@/lib/customers/imports/stage";
import { Planner, readOrganizations } from "@/lib/customers/imports/surroundings";
import { canEditCustomers } from "@/lib/customers/policy";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const BATCH = 1000;
const KEPT_DAYS = 7;

/** A file that may be opened again and again, and the SHA-256 of its bytes. */
export type ImportFile = { name: string; sha256: string; open: CsvSource };

type Refusals = "FORBIDDEN" | "IMPORT_TOO_LONG";

/** The dry run: keeps line by line what the file would change, and changes nothing. Looks that nobody applied are forgotten after a week. */
export async function lookAtProducts({ db, actor, now }: Context<StaffActor>, file: ImportFile): Promise<Result<{ importId: string }, Refusals>> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  await db.productImport.deleteMany({ where: { createdAt: { lt: toDate(now.subtract({ hours: KEPT_DAYS * 24 })) } } });
  const at = toDate(now);
  const { id } = await db.productImport.create({ data: { fileName: nameOf(file.name), sha256: file.sha256, createdAt: at, createdById: actor.userId, lookedAt: at }, select: { id: true } });
  try {
    const isWhole = await stage(db, id, readCsvRows(file.open, IMPORT_COLUMNS));
    if (isWhole) return ok({ importId: id });
    await db.productImport.delete({ where: { id } });
    return refuse("IMPORT_TOO_LONG", { max: IMPORT_MAX_LINES });
  } catch (error) {
    // Half a look would be taken for a whole one.
    await db.productImport.delete({ where: { id } });
    throw error;
  }
}

/** @returns false when it has more lines than may be */
async function stage(db: Db, importId: string, entries: AsyncIterable<CsvEntry<ImportColumn>>): Promise<boolean> {
  const planner = new Planner(await readOrganizations(db));
  let batch: WantedLine[] = [];
  let count = 0;
  const broken = new Map<number, { wanted: WantedLine; planned: PlannedLine }>();
  for await (const entry of entries) {
    if ("problem" in entry) noteBroken(broken, entry.problem);
    if (!("row" in entry)) continue;
    count += 1;
    if (count > IMPORT_MAX_LINES) return false;
    batch.push(readLine(entry.row.line, entry.row.cells));
    if (batch.length === BATCH) {
      await flush(db, importId, planner, batch);
      batch = [];
    }
  }
  await flush(db, importId, planner, batch);
  await stageLines(db, importId, [...broken.values()]);
  return true;
}

/** Tells what the lines would do to the products of this moment. */
export async function flush(db: Db | Tx, importId: string, planner: Planner, batch: WantedLine[]): Promise<void> {
  if (batch.length === 0) return;
  const planned = await planner.plan(db, batch);
  await stageLines(db, importId, batch.map((wanted, at) => ({ wanted, planned: planned[at]! })));
}

/** A line that could not be read at all, or the header; several things may be wrong with one. */
function noteBroken(broken: Map<number, { wanted: WantedLine; planned: PlannedLine }>, { line, column, code, details }: { line: number; column: string | null; code: string; details?: Record<string, string | number> }): void {
  const kept = broken.get(line);
  const problem = { column, code, ...(details ? { details } : {}) };
  if (kept) kept.planned.problems.push(problem);
  else broken.set(line, { wanted: { line, organization: "", kind: "", name: "", id: null, fields: {}, problems: [] }, planned: { organizationId: null, verdict: "error", productId: null, before: null, after: null, problems: [problem] } });
}

function nameOf(name: string): string {
  return name.toWellFormed().replaceAll("\0", "").replace(/^.*[/\\]/, "").slice(0, 255) || "productos.csv";
}
