import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listOthers, markGone, markPresent } from "@/lib/realtime/presence";
import { tell } from "@/lib/realtime/tell";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import type { LookInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";

type Answer = Result<{ others: { id: string; name: string }[] }, "NOT_FOUND" | "FORBIDDEN">;

/** Somebody of the desk has a ticket in sight, or has it no more. The others hear of it when it is news. @returns who else looks at it */
export function lookAtTicket({ db, actor, now }: Context<StaffActor>, { ticketId, isLooking }: LookInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const visible = await tx.ticket.findFirst({ where: { AND: [{ id: ticketId }, visibleTickets(actor)] }, select: { id: true } });
    if (!visible) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const place = { subjectId: ticketId, userId: actor.userId, now };
    const isNews = isLooking ? await markPresent(tx, place) : await markGone(tx, place);
    if (isNews) await tell(tx, { topic: "presence", kind: isLooking ? "presence.begun" : "presence.ended", subjectId: ticketId, actorId: actor.userId });
    return ok({ others: await listOthers(tx, place) });
  });
}
