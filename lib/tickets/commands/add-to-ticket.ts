import "server-only";
import type { ClaimRefusal } from "@/lib/attachments/claims";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { BarredRefusal } from "@/lib/conduct/suspensions";
import { ok, refuse, type Result } from "@/lib/result";
import { writeCustomerReply } from "@/lib/tickets/commands/reply-to-ticket";
import { answersAsText, draftAsMessage } from "@/lib/tickets/draft-message";
import { scoresFor } from "@/lib/tickets/find-duplicates-for";
import { readAnswersToTell } from "@/lib/tickets/ticket-answers";
import { BODY_MAX } from "@/lib/tickets/types";
import { reviewForm } from "@/lib/tickets/review-form";
import type { AddToTicketInput } from "@/lib/tickets/schema";
import { forgetSentDraft } from "@/lib/drafts/sent";
import { toDate } from "@/lib/time/instants";

type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "MOVE_NOT_ALLOWED" | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG" | ClaimRefusal | BarredRefusal;

/** Puts a draft's text into a ticket on the same topic instead of opening a second one, and keeps the decision as evidence. */
export async function addToTicket(ctx: Context<CustomerActor>, typed: AddToTicketInput): Promise<Result<{ reference: string }, Refusals>> {
  const reviewed = await reviewForm(ctx, typed);
  if (!reviewed.ok) return reviewed;
  const input = reviewed.data;
  const { subject, body, departmentId, answers = {} } = input;
  const scores = await scoresFor(ctx, { draft: { subject, body } });
  return ctx.db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const told = departmentId === undefined ? [] : await readAnswersToTell(tx, ctx.actor, { departmentId, typed: answers });
    const message = draftAsMessage(input);
    const full = message + answersAsText(told);
    const withAnswers = full.length <= BODY_MAX ? full : message;
    const replied = await writeCustomerReply(tx, ctx, {
      ticketId: input.ticketId,
      body: withAnswers,
      submissionKey: input.submissionKey,
      attachments: input.attachments,
      sealed: input.sealed,
      draft: "", // the reply that may have been begun there is another text
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
    await forgetSentDraft(tx, { userId: ctx.actor.userId, slot: "new", versions: input.draft });
    return ok({ reference: replied.data.reference });
  });
}
