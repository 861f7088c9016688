import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { carrySealed } from "@/lib/secrets/sealed-values";
import { cancelTargets } from "@/lib/sla/targets";
import { ofPairs, SAID_DIFFERENT } from "@/lib/tickets/apart-pairs";
import { scoresFor } from "@/lib/tickets/find-duplicates-for";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { parseReference } from "@/lib/tickets/reference";
import { refuseClosed } from "@/lib/tickets/refusals";
import type { MergeInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "TICKET_CLOSED"
  | "TICKET_MERGED"
  | "MERGE_TARGET_NOT_FOUND"
  | "MERGE_INTO_ITSELF"
  | "MERGE_OTHER_ORGANIZATION"
  | "MERGE_TARGET_CLOSED"
  | "QUOTE_AWAITS_CUSTOMER"
  | "ALREADY_AUTHORISED";

/**
 * Joins a duplicate to the ticket that goes on. Its history stays where it is, its reference leads to the survivor, and what was
 * promised on it is no longer owed there: the survivor has its own promise.
 */
export async function mergeTicket(ctx: Context<StaffActor>, input: MergeInput): Promise<Result<{ reference: string }, Refusals>> {
  const { db, actor, now } = ctx;
  const evidence = await evidenceOf(ctx, input.ticketId);
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const targetId = await findTargetId(tx, input.intoReference);
    if (targetId === input.ticketId) return refuse("MERGE_INTO_ITSELF");
    // Both rows are locked in one order, so that two crossing merges cannot wait for each other.
    for (const id of [input.ticketId, targetId ?? input.ticketId].sort()) await lockVisibleTicket(tx, actor, id);
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
    const target = targetId && (await lockVisibleTicket(tx, actor, targetId));
    if (!target) return refuse("MERGE_TARGET_NOT_FOUND");
    if (target.status === "closed" || target.status === "solved") return refuse("MERGE_TARGET_CLOSED", { reference: target.reference });
    const sameCustomer = ticket.requesterId === target.requesterId || (ticket.organizationId !== null && ticket.organizationId === target.organizationId);
    if (!sameCustomer) return refuse("MERGE_OTHER_ORGANIZATION");
    // What was quoted or authorised is of this ticket and of no other: it goes on here, or is settled first.
    const work = await readPaidWork(tx, ticket.id);
    if (work.openQuote === "sent") return refuse("QUOTE_AWAITS_CUSTOMER", { reference: ticket.reference });
    if (work.authorisation === "in_force") return refuse("ALREADY_AUTHORISED");

    await carrySealed(tx, { from: ticket.id, to: target.id });
    await cancelTargets(tx, { ticketId: ticket.id, at: toInstant(toDate(now)) });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.merged", data: { into: target.id }, actor, at: now });
    await recordTicketEvent(tx, { ticketId: target.id, type: "ticket.absorbed", data: { from: ticket.id }, actor, at: now });
    await updateTicket(tx, ticket, { status: "closed", closedAt: toDate(now), mergedIntoId: target.id, mergedAt: toDate(now) }, now);
    await updateTicket(tx, target, {}, now);
    await recordMerge(tx, ctx, { ticketId: ticket.id, targetId: target.id, evidence });
    return ok({ reference: target.reference });
  });
}

async function findTargetId(tx: Tx, text: string): Promise<string | null> {
  const reference = parseReference(text);
  if (!reference) return null;
  const target = await tx.ticket.findUnique({ where: { reference }, select: { id: true } });
  return target?.id ?? null;
}

type Evidence = { subject: string; scores: Map<string, number> };

/** What the finder thought of it, asked before anything is locked. */
async function evidenceOf(ctx: Context<StaffActor>, ticketId: string): Promise<Evidence> {
  const ticket = await ctx.db.ticket.findFirst({
    where: { AND: [{ id: ticketId }, visibleTickets(ctx.actor)] },
    select: { subject: true, body: true, productId: true, departmentId: true },
  });
  if (!ticket) return { subject: "", scores: new Map() };
  return { subject: ticket.subject, scores: await scoresFor(ctx, { draft: ticket, excludeTicketId: ticketId }) };
}

/** Nothing says more surely that two tickets are one matter. What the desk said against it before is withdrawn by it. */
async function recordMerge(tx: Tx, { actor, now }: Context<StaffActor>, { ticketId, targetId, evidence }: { ticketId: string; targetId: string; evidence: Evidence }): Promise<void> {
  const at = toDate(now);
  await tx.duplicateDecision.updateMany({ where: { AND: [SAID_DIFFERENT, ofPairs(ticketId, [targetId])] }, data: { withdrawnAt: at, withdrawnById: actor.userId } });
  await tx.duplicateDecision.createMany({
    data: [{
      userId: actor.userId,
      isStaff: true,
      ticketId,
      candidateTicketId: targetId,
      verdict: "merged",
      scoreMilli: evidence.scores.get(targetId) ?? 0,
      subject: evidence.subject,
      decidedAt: at,
    }],
    skipDuplicates: true,
  });
}
