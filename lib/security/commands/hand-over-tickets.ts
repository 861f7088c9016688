import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { ok, refuse, type Result } from "@/lib/result";
import { canGovernSecurity } from "@/lib/security/policy";
import type { HandOverInput } from "@/lib/security/schema";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { LIVE_STATUSES } from "@/lib/tickets/transitions";

/**
 * Gives all open tickets of one of the desk to another, or to nobody: each by the command that gives one, with its event and its news.
 * Broken off, those that were given stay given, and the rest is given when one asks again.
 * @returns how many were given
 */
export async function handOverTickets(ctx: Context<StaffActor>, { userId, to }: HandOverInput): Promise<Result<{ count: number }, "FORBIDDEN" | "UNKNOWN_ASSIGNEE">> {
  const { db, actor, now } = ctx;
  if (!canGovernSecurity(actor)) return refuse("FORBIDDEN");
  if (to === userId) return refuse("UNKNOWN_ASSIGNEE");
  const tickets = await db.ticket.findMany({ where: { assigneeId: userId, status: { in: LIVE_STATUSES } }, orderBy: { id: "asc" }, select: { id: true } });
  let count = 0;
  for (const { id } of tickets) {
    const given = await assignTicket(ctx, { ticketId: id, assigneeId: to });
    if (!given.ok && given.code === "UNKNOWN_ASSIGNEE") return refuse("UNKNOWN_ASSIGNEE");
    // Closed or merged meanwhile, it is nobody's matter any more.
    if (given.ok) count += 1;
  }
  if (count > 0) await recordSecurityEvent(db, { type: "tickets.handed-over", data: { count, to: to ?? null }, userId, actorId: actor.userId, at: now });
  return ok({ count });
}
