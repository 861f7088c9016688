import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { ofPairs, SAID_DIFFERENT } from "@/lib/tickets/apart-pairs";
import { scoresFor } from "@/lib/tickets/find-duplicates-for";
import { canWorkOn } from "@/lib/tickets/policy";
import type { PairsInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "PAIR_OF_ITSELF" | "PAIR_MERGED";

/**
 * The desk says that a ticket is not about the same matter as the others: for everybody at the desk they are no likely duplicates any
 * more, and stand in no cluster together. Saying it twice, or at once from both ends, says it once.
 */
export async function markDifferent(ctx: Context<StaffActor>, input: PairsInput): Promise<Result<{ reference: string }, Refusals>> {
  const { db, actor, now } = ctx;
  const pairs = await loadPairs(ctx, input);
  if (!pairs.ok) return pairs;
  const { ticket, others } = pairs.data;
  if (others.some((other) => other.mergedIntoId === ticket.id || ticket.mergedIntoId === other.id)) return refuse("PAIR_MERGED");

  const scores = await scoresFor(ctx, { draft: ticket, excludeTicketId: ticket.id });
  await db.duplicateDecision.createMany({
    data: others.map(({ id }) => ({
      userId: actor.userId,
      isStaff: true,
      ticketId: ticket.id,
      candidateTicketId: id,
      verdict: "different" as const,
      scoreMilli: scores.get(id) ?? 0,
      subject: ticket.subject,
      decidedAt: toDate(now),
    })),
    skipDuplicates: true,
  });
  return ok({ reference: ticket.reference });
}

/** Takes it back, whoever of the desk said it: the evidence stays, with who withdrew it. */
export async function withdrawDifferent(ctx: Context<StaffActor>, input: PairsInput): Promise<Result<{ reference: string }, Refusals>> {
  const { db, actor, now } = ctx;
  const pairs = await loadPairs(ctx, input);
  if (!pairs.ok) return pairs;
  const { ticket, others } = pairs.data;
  await db.duplicateDecision.updateMany({
    where: { AND: [SAID_DIFFERENT, ofPairs(ticket.id, others.map(({ id }) => id))] },
    data: { withdrawnAt: toDate(now), withdrawnById: actor.userId },
  });
  return ok({ reference: ticket.reference });
}

const columns = { id: true, reference: true, subject: true, body: true, productId: true, departmentId: true, mergedIntoId: true } as const;

async function loadPairs({ db, actor }: Context<StaffActor>, { ticketId, candidateTicketIds }: PairsInput) {
  const otherIds = new Set(candidateTicketIds);
  const rows = await db.ticket.findMany({ where: { AND: [{ id: { in: [ticketId, ...otherIds] } }, visibleTickets(actor)] }, select: columns });
  const ticket = rows.find(({ id }) => id === ticketId);
  if (!ticket) return refuse("NOT_FOUND");
  if (!canWorkOn(actor)) return refuse("FORBIDDEN");
  if (otherIds.has(ticketId)) return refuse("PAIR_OF_ITSELF");
  const others = rows.filter(({ id }) => otherIds.has(id));
  return others.length === otherIds.size ? ok({ ticket, others }) : refuse("NOT_FOUND");
}
