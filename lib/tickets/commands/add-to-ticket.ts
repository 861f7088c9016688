import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { writeCustomerReply } from "@/lib/tickets/commands/reply-to-ticket";
import { draftAsMessage } from "@/lib/tickets/draft-message";
import { scoresFor } from "@/lib/tickets/find-duplicates-for";
import type { AddToTicketInput } from "@/lib/tickets/schema";
import { toDate } from "@/lib/time/instants";

type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "MOVE_NOT_ALLOWED";

/** Puts a draft's text into a ticket on the same topic instead of opening a second one, and keeps the decision as evidence. */
export async function addToTicket(ctx: Context<CustomerActor>, input: AddToTicketInput): Promise<Result<{ reference: string }, Refusals>> {
  const scores = await scoresFor(ctx, { draft: input });
  return ctx.db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const replied = await writeCustomerReply(tx, ctx, {
      ticketId: input.ticketId,
      body: draftAsMessage(input),
      submissionKey: input.submissionKey,
    });
    if (!replied.ok) return refuse(replied.code, replied.details);
    const key = { userId: ctx.actor.userId, submissionKey: input.submissionKey };
    const { messageId } = replied.data;
    // What was opened on the way here is told by the same message.
    await tx.duplicateDecision.updateMany({ where: { ...key, verdict: "opened" }, data: { messageId, body: null } });
    await tx.duplicateDecision.createMany({
      data: [{
        ...key,
        isStaff: false,
        messageId,
        candidateTicketId: input.ticketId,
        verdict: "added",
        scoreMilli: scores.get(input.ticketId) ?? 0,
        subject: input.subject,
        decidedAt: toDate(ctx.now),
      }],
      skipDuplicates: true,
    });
    await tx.ticketDraft.deleteMany({ where: { userId: ctx.actor.userId, slot: "new" } });
    return ok({ reference: replied.data.reference });
  });
}
