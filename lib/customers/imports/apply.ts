import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { flush } from "@/lib/customers/imports/look";
import type { WantedLine } from "@/lib/customers/imports/plan";
import { Planner, readOrganizations } from "@/lib/customers/imports/surroundings";
import { canEditCustomers } from "@/lib/customers/policy";
import type { ProductFields } from "@/lib/customers/product-fields";
import type { ApplyImportInput } from "@/lib/customers/schema";
import type { Db, Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "IMPORT_GONE" | "IMPORT_HAS_ERRORS" | "IMPORT_LOOKED_AGAIN" | "IMPORT_CHANGED";
type Applied = { importId: string };

/**
 * Does exactly what the look showed, all of it or nothing, once. Where a product that it is about has changed since, nothing is done and the
 * look is taken again, to be shown. Applying again what was applied changes nothing.
 */
export async function applyProductImport({ db, actor, now }: Context<StaffActor>, { importId, look }: ApplyImportInput): Promise<Result<Applied, Refusals>> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  const answer = await db
    .$transaction(async (tx): Promise<Result<Applied, Refusals>> => {
      await tx.$queryRaw`SELECT id FROM product_import WHERE id = ${importId}::uuid FOR UPDATE`;
      const kept = await tx.productImport.findUnique({ where: { id: importId }, select: { look: true, appliedAt: true } });
      if (!kept) return refuse("IMPORT_GONE");
      if (kept.appliedAt) return ok({ importId });
      if (kept.look !== look) return refuse("IMPORT_LOOKED_AGAIN");
      if ((await tx.productImportLine.count({ where: { importId, verdict: "error" } })) > 0) return refuse("IMPORT_HAS_ERRORS");
      if (await hasChanged(tx, importId)) return refuse("IMPORT_CHANGED");
      await write(tx, importId, { actorId: actor.userId, at: toDate(now) });
      await tx.productImport.update({ where: { id: importId }, data: { appliedAt: toDate(now), appliedById: actor.userId } });
      return ok({ importId });
    })
    .catch((error: unknown) => {
      // A product of that name has just been added by somebody else.
      if (!isUniqueError(error) && !String(error).includes("product_organization_id_kind_name_key")) throw error;
      return refuse("IMPORT_CHANGED");
    });
  if (!answer.ok && answer.code === "IMPORT_CHANGED") await lookAgain(db, importId, now);
  return answer;
}

/** Locks the products, and holds each against what the look saw of it; a new one against what has appeared since. */
async function hasChanged(tx: Tx, importId: string): Promise<boolean> {
  await tx.$queryRaw`
    SELECT count(*) FROM (SELECT p.id FROM product p JOIN product_import_line l ON l.product_id = p.id WHERE l.import_id = ${importId}::uuid ORDER BY p.id FOR UPDATE OF p) locked`;
  const [row] = await tx.$queryRaw<{ changed: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM product_import_line l LEFT JOIN product p ON p.id = l.product_id
      WHERE l.import_id = ${importId}::uuid AND l.verdict IN ('changed', 'same') AND (p.id IS NULL OR l.before <> jsonb_build_object(
        'kind', p.kind, 'name', p.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'state', p.state,
        'graceDays', p.grace_days, 'specialContract', p.special_contract, 'specialContractEndsOn', p.special_contract_ends_on))
    ) OR EXISTS (
      SELECT FROM product_import_line l
      JOIN product p ON p.organization_id = (l.wanted->>'organizationId')::uuid AND p.kind = (l.after->>'kind')::product_kind AND p.name = l.after->>'name'
      WHERE l.import_id = ${importId}::uuid AND l.verdict = 'new'
    ) AS changed`;
  return row?.changed === true;
}

/** What was looked at, in four statements whatever its size: new products, changed ones, and the history of both. */
async function write(tx: Tx, importId: string, { actorId, at }: { actorId: string; at: Date }): Promise<void> {
  await tx.$executeRaw`
    WITH line AS (
      SELECT l.after, (l.wanted->>'organizationId')::uuid AS organization_id FROM product_import_line l WHERE l.import_id = ${importId}::uuid AND l.verdict = 'new'
    ), made AS (
      INSERT INTO product (organization_id, kind, name, starts_on, ends_on, state, grace_days, special_contract, special_contract_ends_on)
      SELECT organization_id, (after->>'kind')::product_kind, after->>'name', (after->>'startsOn')::date, (after->>'endsOn')::date, (after->>'state')::product_state,
        (after->>'graceDays')::integer, after->>'specialContract', (after->>'specialContractEndsOn')::date FROM line
      RETURNING id, organization_id, kind, name
    )
    INSERT INTO customer_event (organization_id, product_id, type, data, actor_id, at)
    SELECT organization_id, id, 'product.added', jsonb_build_object('name', name, 'kind', kind), ${actorId}::uuid, ${at} FROM made`;
  await tx.$executeRaw`
    UPDATE product p SET kind = (l.after->>'kind')::product_kind, name = l.after->>'name', starts_on = (l.after->>'startsOn')::date, ends_on = (l.after->>'endsOn')::date,
      state = (l.after->>'state')::product_state, grace_days = (l.after->>'graceDays')::integer, special_contract = l.after->>'specialContract',
      special_contract_ends_on = (l.after->>'specialContractEndsOn')::date
    FROM product_import_line l WHERE l.import_id = ${importId}::uuid AND l.verdict = 'changed' AND p.id = l.product_id`;
  await tx.$executeRaw`
    INSERT INTO customer_event (organization_id, product_id, type, data, actor_id, at)
    SELECT p.organization_id, p.id, 'product.changed', jsonb_build_object('changes', (
        SELECT jsonb_object_agg(field, jsonb_build_array(l.before->>field, l.after->>field)) FROM jsonb_object_keys(l.after) field WHERE l.before->field IS DISTINCT FROM l.after->field
      )), ${actorId}::uuid, ${at}
    FROM product_import_line l JOIN product p ON p.id = l.product_id WHERE l.import_id = ${importId}::uuid AND l.verdict = 'changed'`;
}

const BATCH = 1000;

/** Holds what the file asked for against the products of now. */
async function lookAgain(db: Db, importId: string, now: Temporal.Instant): Promise<void> {
  await db.$transaction(async (tx) => {
    // Nobody applies half of it.
    await tx.$queryRaw`SELECT id FROM product_import WHERE id = ${importId}::uuid FOR UPDATE`;
    const planner = new Planner(await readOrganizations(tx));
    let after = 0;
    for (;;) {
      const rows = await tx.productImportLine.findMany({ where: { importId, line: { gt: after } }, orderBy: { line: "asc" }, take: BATCH, select: { line: true, organization: true, kind: true, name: true, wanted: true } });
      if (rows.length === 0) break;
      await tx.productImportLine.deleteMany({ where: { importId, line: { gt: after, lte: rows.at(-1)!.line } } });
      await flush(tx, importId, planner, rows.map(wantedOf));
      after = rows.at(-1)!.line;
    }
    await tx.productImport.update({ where: { id: importId }, data: { look: crypto.randomUUID(), lookedAt: toDate(now) } });
  });
}

function wantedOf({ wanted, ...row }: { line: number; organization: string; kind: string; name: string; wanted: unknown }): WantedLine {
  const { id, organizationId: _resolved, ...fields } = wanted as Partial<ProductFields> & { id?: string; organizationId?: string };
  return { ...row, id: id ?? null, fields, problems: [] };
}
