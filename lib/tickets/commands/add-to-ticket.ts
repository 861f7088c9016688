import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { writeCustomerReply } from "@/lib/tickets/commands/reply-to-ticket";
import { findDuplicatesFor } from "@/lib/tickets/find-duplicates-for";
import type { AddToTicketInput } from "@/lib/tickets/schema";
import { BODY_MAX } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";

type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "MOVE_NOT_ALLOWED";

/** Puts a draft's text into a ticket on the same topic instead of opening a second one, and keeps the decision as evidence. */
export async function addToTicket(ctx: Context<CustomerActor>, input: AddToTicketInput): Promise<Result<{ reference: string }, Refusals>> {
  const candidates = await findDuplicatesFor(ctx, { draft: input });
  const score = candidates.find((each) => each.ticketId === input.ticketId)?.score ?? 0;
  return ctx.db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const replied = await writeCustomerReply(tx, ctx, {
      ticketId: input.ticketId,
      body: withSubject(input),
      submissionKey: input.submissionKey,
    });
    if (!replied.ok) return refuse(replied.code, replied.details);
    await tx.duplicateDecision.createMany({
      data: [{
        userId: ctx.actor.userId,
        candidateTicketId: input.ticketId,
        submissionKey: input.submissionKey,
        verdict: "added",
        scoreMilli: Math.round(score * 1000),
        subject: input.subject,
        decidedAt: toDate(ctx.now),
      }],
      skipDuplicates: true,
    });
    await tx.ticketDraft.deleteMany({ where: { userId: ctx.actor.userId, slot: "new" } });
    return ok({ reference: replied.data.reference });
  });
}

/** The draft's subject says something too; it leads the message unless that would make it too long. */
function withSubject({ subject, body }: AddToTicketInput): string {
  const full = subject === "" ? body : `**${subject.replaceAll("*", "\\*")}**\n\n${body}`;
  return full.length <= BODY_MAX ? full : body;
}
