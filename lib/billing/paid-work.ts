import "server-only";
import type { PaidWork } from "@/lib/billing/gate";
import type { Db, Tx } from "@/lib/db/client";

/** How far a ticket has come on its way to an authorisation: what the gate (gate.ts) decides by. Read it under the ticket's lock. */
export async function readPaidWork(db: Db | Tx, ticketId: string): Promise<PaidWork> {
  const { isPaid, quotes } = await db.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { isPaid: true, quotes: { where: { state: { in: ["draft", "sent", "authorised"] } }, select: { state: true, closing: { select: { quoteId: true } } } } },
  });
  const authorised = quotes.filter(({ state }) => state === "authorised");
  const isOpen = (state: "draft" | "sent") => quotes.some((quote) => quote.state === state);
  return {
    isPaid,
    authorisation: authorised.some(({ closing }) => closing === null) ? "in_force" : authorised.length > 0 ? "closed" : "none",
    openQuote: isOpen("sent") ? "sent" : isOpen("draft") ? "draft" : "none",
  };
}
