import type { Actor } from "@/lib/auth/actor";
import type { TicketStatus } from "@/lib/tickets/types";

/** Later nobody remembers how it was. */
const RATED_DAYS = 60;

export type RateableTicket = { requesterId: string; status: TicketStatus; solvedAt: Date | null; mergedIntoId: string | null };

/** Whoever raised it says how it was attended, once it was solved. */
export function canRate(actor: Actor, ticket: RateableTicket, now: Temporal.Instant): boolean {
  if (actor.kind !== "customer" || actor.userId !== ticket.requesterId || ticket.mergedIntoId !== null || ticket.solvedAt === null) return false;
  if (ticket.status !== "solved" && ticket.status !== "closed") return false;
  return now.epochMilliseconds - ticket.solvedAt.getTime() <= RATED_DAYS * 24 * 3_600_000;
}
