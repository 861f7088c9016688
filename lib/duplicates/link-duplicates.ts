import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import { findDuplicates } from "./find-duplicates";
import { linkOf, type TicketLink } from "./links";
import { isLive } from "./scope";
import { MAX_LIMIT } from "./thresholds";

type Context = { db: Db; now: Temporal.Instant };

/** The job's name; its definition is in jobs.ts. Sent in the transaction that opens a ticket. */
export const LINK_DUPLICATES = "duplicates.link";

/**
 * Compares a ticket with all live ones of the desk and keeps what it is probably about with them. The same links come of it however
 * often and in whatever order two tickets are compared: of two directions the stronger stands.
 */
export async function linkDuplicates({ db, now }: Context, ticketId: string): Promise<void> {
  const [ticket] = await db.$queryRaw<Array<{ subject: string; body: string; productId: string | null; departmentId: string }>>`
    SELECT t.subject, t.body, t.product_id AS "productId", t.department_id AS "departmentId"
    FROM ticket t WHERE t.id = ${ticketId}::uuid AND ${isLive(now)} AND t.merged_into_id IS NULL`;
  if (!ticket) return;
  const candidates = await findDuplicates({ db, now }, { draft: ticket, scope: { kind: "all" }, excludeTicketId: ticketId, limit: MAX_LIMIT });
  await db.$transaction(async (tx) => {
    await storeLinks(tx, candidates.map((candidate) => linkOf(ticketId, candidate)), now);
    await tx.$executeRaw`
      INSERT INTO duplicate_scan (ticket_id, scanned_at) VALUES (${ticketId}::uuid, ${toDate(now)}::timestamptz)
      ON CONFLICT (ticket_id) DO UPDATE SET scanned_at = GREATEST(duplicate_scan.scanned_at, EXCLUDED.scanned_at)`;
  });
}

/** Rows are written in the order of their keys: two jobs that write the same ones wait for each other in turn, never in a ring. */
async function storeLinks(tx: Tx, links: TicketLink[], now: Temporal.Instant): Promise<void> {
  if (links.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO duplicate_link (lower_ticket_id, higher_ticket_id, score_milli, reasons, computed_at)
    SELECT link.lower, link.higher, link."scoreMilli", link.reasons, ${toDate(now)}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS link (lower uuid, higher uuid, "scoreMilli" integer, reasons jsonb)
    ORDER BY link.lower, link.higher
    ON CONFLICT (lower_ticket_id, higher_ticket_id) DO UPDATE
    SET score_milli = EXCLUDED.score_milli, reasons = EXCLUDED.reasons, computed_at = EXCLUDED.computed_at
    WHERE duplicate_link.score_milli < EXCLUDED.score_milli`;
}

/** Live tickets that were never compared: from before there were links, or brought in from elsewhere. */
export async function listUnscanned({ db, now }: Context, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<Array<{ id: string }>>`
    SELECT t.id FROM ticket t
    WHERE ${isLive(now)} AND t.merged_into_id IS NULL AND NOT EXISTS (SELECT FROM duplicate_scan scan WHERE scan.ticket_id = t.id)
    ORDER BY t.created_at DESC, t.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
