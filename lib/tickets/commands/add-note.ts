import "server-only";
import { checkUploads, claimUploads, hasUnclaimed, type ClaimRefusal } from "@/lib/attachments/claims";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import type { NoteInput } from "@/lib/tickets/schema";
import { forgetSentDraft } from "@/lib/drafts/sent";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ reference: string; noteId: string }, "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | ClaimRefusal>;

/**
 * A note for the desk alone. Customers' lists are ordered by `updatedAt`, so a note leaves it as it is: nothing betrays that one was written.
 * It can be written on a closed ticket too, and moves no clock.
 */
export function addNote({ db, actor, now }: Context<StaffActor>, input: NoteInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const sent = await tx.ticketNote.findFirst({
      where: { authorId: actor.userId, submissionKey: input.submissionKey, ticketId: ticket.id },
      select: { id: true, body: true },
    });
    if (sent && (sent.body !== input.body || (await hasUnclaimed(tx, actor, input.attachments)))) return refuse("ALREADY_SENT", { reference: ticket.reference });
    if (sent) return ok({ reference: ticket.reference, noteId: sent.id });
    const uploads = await checkUploads(tx, actor, input.attachments);
    if (!uploads.ok) return uploads;

    const note = await tx.ticketNote.create({
      data: { ticketId: ticket.id, authorId: actor.userId, body: input.body, submissionKey: input.submissionKey, createdAt: toDate(now) },
      select: { id: true },
    });
    await claimUploads(tx, uploads.data, { noteId: note.id }, now);
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.noted", data: { noteId: note.id }, actor, at: now });
    await forgetSentDraft(tx, { userId: actor.userId, slot: `note:${ticket.id}`, versions: input.draft });
    return ok({ reference: ticket.reference, noteId: note.id });
  });
}
