import "server-only";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { markByHand } from "@/lib/conduct/marking";
import type { MarkInput } from "@/lib/conduct/schema";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { lockVisibleTicket } from "@/lib/tickets/record";

type Refusals = "NOT_FOUND" | "MESSAGE_GONE" | "NOT_TO_MARK";
type Answer = Result<{ reference: string }, Refusals>;

/** One of the desk holds a message to be out of order; a person reviews it. Nobody marks what they wrote. Marked twice, the first one stays. */
export function markMessage(ctx: Context<StaffActor>, input: MarkInput): Promise<Answer> {
  return markVisible(ctx, input, ({ authorId }) => authorId !== ctx.actor.userId);
}

/** A customer reports what the desk wrote to them; their own side's messages are the desk's to judge. */
export function reportMessage(ctx: Context<CustomerActor>, input: MarkInput): Promise<Answer> {
  return markVisible(ctx, input, ({ isStaff, isWarning }) => isStaff && !isWarning);
}

type Written = { authorId: string; isStaff: boolean; isWarning: boolean };

function markVisible({ db, actor, now }: Context<PersonActor>, { ticketId, messageId, comment }: MarkInput, mayMark: (written: Written) => boolean): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const ticket = await lockVisibleTicket(tx, actor, ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    const written = messageId === undefined ? { authorId: ticket.requesterId, isStaff: false, isWarning: false } : await readWritten(tx, { ticketId, messageId });
    if (!written) return refuse("MESSAGE_GONE");
    if (!mayMark(written)) return refuse("NOT_TO_MARK");
    await markByHand(tx, { aboutId: written.authorId, ticketId, messageId: messageId ?? null, comment, actor, now });
    return ok({ reference: ticket.reference });
  });
}

async function readWritten(tx: Tx, { ticketId, messageId }: { ticketId: string; messageId: string }): Promise<Written | null> {
  const message = await tx.ticketMessage.findFirst({ where: { id: messageId, ticketId }, select: { authorId: true, isStaff: true, warning: { select: { id: true } } } });
  return message && { authorId: message.authorId, isStaff: message.isStaff, isWarning: message.warning !== null };
}
