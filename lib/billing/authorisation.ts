import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { QuoteBasis } from "@/lib/db/generated/enums";

/** What the customer authorised in a ticket and is not closed yet: what billable work is done under. */
export type Authorisation = { quoteId: string; reference: string; basis: QuoteBasis; contractId: string | null; estimatedMinutes: number };

/** The authorisation in force of a ticket, or null: nothing billable happens before there is one (policy, 7 and 8). */
export async function findAuthorisation(db: Db | Tx, ticketId: string): Promise<Authorisation | null> {
  const quote = await db.quote.findFirst({
    where: { ticketId, state: "authorised", closing: null },
    orderBy: { revision: "desc" },
    select: { id: true, reference: true, basis: true, contractId: true, estimatedMinutes: true },
  });
  if (!quote) return null;
  const { id, ...authorisation } = quote;
  return { quoteId: id, ...authorisation };
}
