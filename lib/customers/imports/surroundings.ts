import "server-only";
import { planLine, type ExistingProduct, type PlannedLine, type WantedLine } from "@/lib/customers/imports/plan";
import { fieldsOf } from "@/lib/customers/product-fields";
import { productColumns, toProduct } from "@/lib/customers/product-rows";
import type { Db, Tx } from "@/lib/db/client";

/** Whose each line may be: by the slug, or by the name as it is written. */
export type Organizations = Map<string, string>;

export async function readOrganizations(db: Db | Tx): Promise<Organizations> {
  const rows = await db.organization.findMany({ select: { id: true, slug: true, name: true } });
  // A slug wins over another one's name.
  return new Map([...rows.map(({ id, name }) => [name.toLowerCase(), id] as const), ...rows.map(({ id, slug }) => [slug, id] as const)]);
}

/** Holds each line against what is there, a batch at a time; of the lines before it only which product each was about is remembered. */
export class Planner {
  private readonly seen = new Map<string, number>();

  constructor(private readonly organizations: Organizations) {}

  async plan(db: Db | Tx, lines: WantedLine[]): Promise<PlannedLine[]> {
    const owned = lines.map((line) => ({ line, organizationId: this.organizations.get(line.organization.toLowerCase()) ?? null }));
    const existing = await readExisting(db, owned);
    return owned.map(({ line, organizationId }) => {
      const key = organizationId && line.fields.kind && line.fields.name ? keyOf(organizationId, line.fields.kind, line.fields.name) : null;
      const byId = line.id === null ? null : (existing.get(line.id) ?? null);
      const byName = key === null ? null : (existing.get(key) ?? null);
      const marks = [key, (line.id === null ? byName : byId)?.id ?? null].filter((mark) => mark !== null);
      const firstLine = marks.map((mark) => this.seen.get(mark)).find((earlier) => earlier !== undefined) ?? null;
      for (const mark of marks) if (!this.seen.has(mark)) this.seen.set(mark, line.line);
      return planLine(line, { organizationId, byId, byName, firstLine });
    });
  }
}

/** By id, and by organization, kind and name. */
async function readExisting(db: Db | Tx, lines: { line: WantedLine; organizationId: string | null }[]): Promise<Map<string, ExistingProduct>> {
  const keyed = lines.flatMap(({ line: { fields }, organizationId }) => (organizationId && fields.kind && fields.name ? [{ organizationId, kind: fields.kind, name: fields.name }] : []));
  // By the key of the three, row for row: lists of each alone would be a search through all of an organization's products.
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM unnest(${keyed.map((key) => key.organizationId)}::uuid[], ${keyed.map(({ kind }) => kind)}::product_kind[], ${keyed.map(({ name }) => name)}::text[]) AS k(organization_id, kind, name)
    JOIN product p ON p.organization_id = k.organization_id AND p.kind = k.kind AND p.name = k.name`;
  const ids = [...found.map(({ id }) => id), ...lines.flatMap(({ line }) => (line.id && line.problems.length === 0 ? [line.id] : []))];
  const rows = ids.length === 0 ? [] : await db.product.findMany({ where: { id: { in: ids } }, select: { ...productColumns, organizationId: true } });
  return new Map(
    rows.flatMap(({ organizationId, ...columns }) => {
      const product = { id: columns.id, organizationId, fields: fieldsOf(toProduct(columns)) };
      return [[product.id, product], [keyOf(organizationId, columns.kind, columns.name), product]] as const;
    }),
  );
}

function keyOf(organizationId: string, kind: string, name: string): string {
  return `${organizationId} ${kind} ${name}`;
}
