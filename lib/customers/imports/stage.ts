import "server-only";
import type { PlannedLine, WantedLine } from "@/lib/customers/imports/plan";
import type { Db, Tx } from "@/lib/db/client";

/** Keeps what lines would do, many in one statement. */
export async function stageLines(db: Db | Tx, importId: string, lines: { wanted: WantedLine; planned: PlannedLine }[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = JSON.stringify(
    lines.map(({ wanted, planned }) => ({
      line: wanted.line,
      verdict: planned.verdict,
      organization: wanted.organization.slice(0, 200),
      kind: wanted.kind.slice(0, 100),
      name: wanted.name.slice(0, 200),
      product_id: planned.productId,
      before: planned.before,
      after: planned.after,
      problems: planned.problems,
      wanted: { ...wanted.fields, ...(wanted.id === null ? {} : { id: wanted.id }), organizationId: planned.organizationId },
    })),
  ).replaceAll("\\u0000", "");
  await db.$executeRaw`
    INSERT INTO product_import_line (import_id, line, verdict, organization, kind, name, product_id, before, after, problems, wanted)
    SELECT ${importId}::uuid, r.line, r.verdict::import_verdict, r.organization, r.kind, r.name, r.product_id, r.before, r.after, r.problems, r.wanted
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(line integer, verdict text, organization text, kind text, name text, product_id uuid, before jsonb, after jsonb, problems jsonb, wanted jsonb)`;
}
