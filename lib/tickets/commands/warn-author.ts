import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { ReviewRefusal } from "@/lib/conduct/commands/dismiss-case";
import { lockReviewable } from "@/lib/conduct/record";
import type { WarnInput } from "@/lib/conduct/schema";
import { MOST_WARNINGS } from "@/lib/conduct/types";
import { countWarnings, recordWarning } from "@/lib/conduct/warnings";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { lockTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

/** The domain of conversations stands above this one. */
type SayInChat = (tx: Tx, said: { chatMessageId: string; body: string }) => Promise<void>;

type Refusals = ReviewRefusal | "WARNINGS_USED_UP" | "WARNING_NUMBER_CHANGED";

/**
 * Warns whoever wrote the message of a case: a customer by a public reply in the ticket, one of the desk where they alone read it. It is no
 * answer to what the customer asked: the ticket's state, its clock and who has it stay as they are (docs/decisions/0034).
 * @param sayInChat where the message stands in a conversation: writes the warning there
 */
export function warnAuthor({ db, actor, now }: Context<StaffActor>, input: WarnInput, sayInChat?: SayInChat): Promise<Result<{ caseId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ caseId: string }, Refusals>> => {
    const found = await lockReviewable(tx, actor, input.caseId);
    if (typeof found === "string") return refuse(found);
    if (found.state !== "open") return refuse("CASE_REVIEWED");
    const number = (await countWarnings(tx, { userId: found.aboutId, now })) + 1;
    if (number > MOST_WARNINGS) return refuse("WARNINGS_USED_UP");
    if (number !== input.number) return refuse("WARNING_NUMBER_CHANGED", { number: String(number) });
    const isToCustomer = found.about.role === "customer";
    const messageId = isToCustomer && found.ticketId ? await sayInTicket(tx, { ticketId: found.ticketId, body: input.body, actor, now }) : null;
    if (isToCustomer && found.chatMessageId) {
      if (!sayInChat) throw new Error("A warning about a conversation was to be written without a way to it.");
      await sayInChat(tx, { chatMessageId: found.chatMessageId, body: input.body });
    }
    await recordWarning(tx, { found, number, messageId, body: input.body, note: input.note, actor, now });
    return ok({ caseId: found.id });
  });
}

/** Where the ticket was merged into another, that is where its customer reads. */
async function sayInTicket(tx: Tx, { ticketId, body, actor, now }: { ticketId: string; body: string; actor: StaffActor; now: Temporal.Instant }): Promise<string> {
  let ticket = await lockTicket(tx, ticketId);
  while (ticket.mergedIntoId !== null) ticket = await lockTicket(tx, ticket.mergedIntoId);
  const { id } = await tx.ticketMessage.create({
    data: { ticketId: ticket.id, authorId: actor.userId, isStaff: true, body, submissionKey: crypto.randomUUID(), createdAt: toDate(now) },
    select: { id: true },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.warned", data: { messageId: id }, actor, at: now });
  await updateTicket(tx, ticket, {}, now);
  return id;
}
