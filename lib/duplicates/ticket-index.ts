import "server-only";
import type { Tx } from "@/lib/db/client";
import { indexDocument } from "@/lib/search/document-index";
import { MAX_TEXT_LENGTH } from "@/lib/search/text";
import { analyseTicket } from "./profile";

/** Makes a ticket findable, by what was answered to its department's questions too. In the transaction that opens it, or that changes its subject or first message. */
export async function indexTicket(tx: Tx, ticket: { id: string; subject: string; body: string; answers?: readonly string[]; createdAt?: Temporal.Instant; now: Temporal.Instant }): Promise<void> {
  await indexDocument(tx, { id: ticket.id, kind: "ticket", text: analyseTicket({ subject: ticket.subject, body: withAnswers(ticket) }), datedAt: ticket.createdAt ?? ticket.now, now: ticket.now });
}

/** Answers stand after the text, and are found however long it is. Without answers it is the text alone. */
function withAnswers({ body, answers = [] }: { body: string; answers?: readonly string[] }): string {
  if (answers.length === 0) return body;
  const said = answers.join("\n").slice(0, MAX_TEXT_LENGTH / 2);
  return `${body.slice(0, MAX_TEXT_LENGTH - said.length - 1)}\n${said}`;
}
