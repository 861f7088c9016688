import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { removeFromIndex } from "@/lib/search/document-index";
import { reindexSome } from "@/lib/search/reindexing";
import { toInstant } from "@/lib/time/instants";
import { indexTicket } from "./ticket-index";

/** Brings the tickets' rows to today's analysis; see reindexSome. */
export function reindexTickets({ db, now }: { db: Db; now: Temporal.Instant }): Promise<{ done: number; isMore: boolean }> {
  return reindexSome(db, {
    kinds: ["ticket"],
    async listMissing(source, limit) {
      const rows = await source.$queryRaw<Array<{ id: string }>>`
        SELECT t.id FROM ticket t WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.id = t.id) LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    reindex: (tx, id) => reindexTicket(tx, id, now),
  });
}

async function reindexTicket(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  const [ticket] = await tx.$queryRaw<Array<{ subject: string; body: string; answers: string[]; createdAt: Date }>>`
    SELECT subject, body, ARRAY(SELECT value FROM ticket_answer WHERE ticket_id = t.id ORDER BY position) AS answers, created_at AS "createdAt"
    FROM ticket t WHERE id = ${id}::uuid FOR SHARE OF t`;
  if (!ticket) return removeFromIndex(tx, id, now);
  await indexTicket(tx, { id, subject: ticket.subject, body: ticket.body, answers: ticket.answers, createdAt: toInstant(ticket.createdAt), now });
}
