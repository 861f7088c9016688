import "server-only";
import type { Tx } from "@/lib/db/client";
import { indexDocument } from "@/lib/search/document-index";
import { analyseTicket } from "./profile";

/** Makes a ticket findable. In the transaction that opens it, or that changes its subject or first message. */
export async function indexTicket(tx: Tx, ticket: { id: string; subject: string; body: string; createdAt?: Temporal.Instant; now: Temporal.Instant }): Promise<void> {
  await indexDocument(tx, { id: ticket.id, kind: "ticket", text: analyseTicket(ticket), datedAt: ticket.createdAt ?? ticket.now, now: ticket.now });
}
