import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { columnName, IMPORT_COLUMNS, kindName, stateName } from "@/lib/customers/imports/format";
import type { LineProblem } from "@/lib/customers/imports/plan";
import { changesBetween } from "@/lib/customers/events";
import { canEditCustomers } from "@/lib/customers/policy";
import { fieldsOf, type ProductFields } from "@/lib/customers/product-fields";
import { productColumns, toProduct } from "@/lib/customers/product-rows";
import { visibleProducts } from "@/lib/customers/visibility";
import type { ImportVerdict } from "@/lib/db/generated/enums";
import { csvText, type Cell } from "@/lib/http/csv";
import { ok, refuse, type Result } from "@/lib/result";

export type ImportView = { id: string; fileName: string; sha256: string; look: string; appliedAt: string | null; counts: Record<ImportVerdict, number> };
export type ImportLineView = {
  line: number;
  verdict: ImportVerdict;
  organization: string;
  kind: string;
  name: string;
  /** Of a changed one. */
  changes: { field: string; from: string | null; to: string | null }[];
  problems: LineProblem[];
};

const LINES = 50;
const EXPORT_BATCH = 1000;

/** A look that was taken; null when there is none, or it was forgotten. */
export async function findProductImport({ db, actor }: Context<StaffActor>, importId: string): Promise<ImportView | null> {
  if (!canEditCustomers(actor)) return null;
  const row = await db.productImport.findUnique({ where: { id: importId }, select: { id: true, fileName: true, sha256: true, look: true, appliedAt: true } });
  if (!row) return null;
  const groups = await db.productImportLine.groupBy({ by: ["verdict"], where: { importId }, _count: true });
  const counts = { new: 0, changed: 0, same: 0, error: 0, ...Object.fromEntries(groups.map(({ verdict, _count }) => [verdict, _count])) };
  return { ...row, appliedAt: row.appliedAt?.toISOString() ?? null, counts };
}

/** Its lines in their order, a page from `after` on. */
export async function listImportLines({ db, actor }: Context<StaffActor>, { importId, verdict, after }: { importId: string; verdict: ImportVerdict | null; after: number }): Promise<{ lines: ImportLineView[]; next: number | null }> {
  if (!canEditCustomers(actor)) return { lines: [], next: null };
  const rows = await db.productImportLine.findMany({
    where: { importId, line: { gt: after }, ...(verdict ? { verdict } : {}) },
    orderBy: { line: "asc" },
    take: LINES + 1,
    select: { line: true, verdict: true, organization: true, kind: true, name: true, before: true, after: true, problems: true },
  });
  const lines = rows.slice(0, LINES).map(({ before, after: wanted, problems, ...row }): ImportLineView => ({
    ...row,
    changes: row.verdict === "changed" ? Object.entries(changesBetween(before as ProductFields, wanted as ProductFields)).map(([field, [from, to]]) => ({ field, from, to })) : [],
    problems: problems as LineProblem[],
  }));
  return { lines, next: rows.length > LINES ? (lines.at(-1)?.line ?? null) : null };
}

/** All products as the import reads them, in pieces of a text; of one organization where it is named. */
export function exportProducts(ctx: Context<StaffActor>, { organization }: { organization?: string | undefined }): Result<AsyncGenerator<string>, "FORBIDDEN"> {
  return canEditCustomers(ctx.actor) ? ok(productLines(ctx, organization)) : refuse("FORBIDDEN");
}

async function* productLines({ db, actor }: Context<StaffActor>, organization: string | undefined): AsyncGenerator<string> {
  yield csvText([IMPORT_COLUMNS.map(({ key }) => columnName(key))]);
  let after: string | null = null;
  for (;;) {
    const rows: ExportRow[] = await db.product.findMany({
      where: { AND: [visibleProducts(actor), organization ? { organization: { slug: organization } } : {}, after === null ? {} : { id: { gt: after } }] },
      orderBy: { id: "asc" },
      take: EXPORT_BATCH,
      select: { ...productColumns, organization: { select: { slug: true } } },
    });
    // The mark of the encoding stands before the header alone.
    if (rows.length > 0) yield csvText(rows.map(cellsOf)).slice(1);
    if (rows.length < EXPORT_BATCH) return;
    after = rows.at(-1)!.id;
  }
}

type ExportRow = Parameters<typeof toProduct>[0] & { organization: { slug: string } };

function cellsOf({ organization, ...columns }: ExportRow): Cell[] {
  const fields = fieldsOf(toProduct(columns));
  const cells = { ...fields, id: columns.id, organization: organization.slug, kind: kindName(fields.kind), state: stateName(fields.state) };
  return IMPORT_COLUMNS.map(({ key }) => cells[key] ?? "");
}
