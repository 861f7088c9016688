import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import { ok, refuse, type Result } from "@/lib/result";
import { canRate } from "@/lib/satisfaction/policy";
import type { RateInput } from "@/lib/satisfaction/schema";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ reference: string }, "NOT_FOUND" | "NOT_RATEABLE" | BarredRefusal>;

/** Keeps what the requester says of how it was attended, in place of what they said before. What looks like a secret in the comment is covered. */
export function rateTicket({ db, actor, now }: Context<CustomerActor>, { ticketId, satisfaction, comment }: RateInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const locked = await lockVisibleTicket(tx, actor, ticketId);
    if (!locked) return refuse("NOT_FOUND");
    const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { requesterId: true, status: true, solvedAt: true, mergedIntoId: true, assigneeId: true, department: { select: { isEssential: true } } } });
    if (!canRate(actor, ticket, now)) return refuse("NOT_RATEABLE");
    const suspended = await refuseSuspended(tx, { userId: actor.userId, isEssential: ticket.department.isEssential, now });
    if (suspended) return suspended;
    const given = { satisfaction, comment: hideSecrets(comment), assigneeId: ticket.assigneeId, ratedAt: toDate(now) };
    const before = await tx.ticketRating.findUnique({ where: { ticketId }, select: { satisfaction: true, comment: true } });
    await tx.ticketRating.upsert({ where: { ticketId }, create: { ticketId, userId: actor.userId, ...given }, update: given });
    // Sent again as it was, there is nothing to tell.
    if (before?.satisfaction !== satisfaction || before.comment !== given.comment) await recordTicketEvent(tx, { ticketId, type: "satisfaction.given", data: { satisfaction }, actor, at: now });
    return ok({ reference: locked.reference });
  });
}
