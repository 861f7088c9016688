import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { isConstraintError } from "@/lib/db/errors";
import { LINK_DUPLICATES } from "@/lib/duplicates/link-duplicates";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { enqueue } from "@/lib/jobs/enqueue";
import { noteTicketAfterSearch } from "@/lib/kb/commands/follow-search";
import { ok, refuse, type Result } from "@/lib/result";
import { activateTarget } from "@/lib/sla/targets";
import { toDuplicateView } from "@/lib/tickets/duplicate-views";
import { findDuplicatesFor } from "@/lib/tickets/find-duplicates-for";
import { prioritiesFor } from "@/lib/tickets/policy";
import { recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { referenceFrom } from "@/lib/tickets/reference";
import type { OpenTicketInput } from "@/lib/tickets/schema";
import type { DuplicateView, OpenedTicket } from "@/lib/tickets/types";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals = "ALREADY_SENT" | "UNKNOWN_DEPARTMENT" | "UNKNOWN_PRODUCT" | "PRIORITY_NOT_ALLOWED" | "DUPLICATE_NOT_REVIEWED" | "TOO_MANY_TICKETS";

/** More in an hour than any honest morning; a script's flood is stopped. */
const MOST_IN_AN_HOUR = 30;

/**
 * Opens a ticket: one a submission key, stamped with its promise in the same transaction. A probable duplicate that the person has
 * not looked at (opened, or named in `different`) is refused with the candidates.
 */
export async function openTicket(ctx: Context<CustomerActor>, input: OpenTicketInput): Promise<Result<OpenedTicket, Refusals>> {
  const sent = await findSent(ctx, input);
  if (sent) return sent;
  try {
    const opened = await openNewTicket(ctx, input);
    if (opened.ok) return opened;
    // Another click, tab or retry may have been faster since: its ticket is this one's, and what was refused is its likeness to itself.
    return (await findSent(ctx, input)) ?? opened;
  } catch (error) {
    if (!isConstraintError(error, "submission_key") && !isConstraintError(error, "ticket_submitted_once")) throw error;
    const winner = await findSent(ctx, input);
    if (!winner) throw error;
    return winner;
  }
}

async function openNewTicket(ctx: Context<CustomerActor>, input: OpenTicketInput): Promise<Result<OpenedTicket, Refusals>> {
  const candidates = await findDuplicatesFor(ctx, { draft: input });
  const opened = await openedCandidates(ctx, input.submissionKey);
  const unseen = candidates.filter((each) => each.mustReview && !input.different.includes(each.ticketId) && !opened.has(each.ticketId));
  if (unseen.length > 0) {
    const details: { candidates: DuplicateView[] } = { candidates: candidates.map(toDuplicateView) };
    return refuse("DUPLICATE_NOT_REVIEWED", details);
  }
  return ctx.db.$transaction(async (tx): Promise<Result<OpenedTicket, Refusals>> => {
    const refusal = await refusalOf(tx, ctx, input);
    if (refusal) return refusal;
    const ticket = await insertTicket(tx, ctx, input);
    const different = candidates.filter((each) => input.different.includes(each.ticketId));
    await recordDecisions(tx, ctx, { input, ticketId: ticket.id, different });
    await noteTicketAfterSearch(tx, { tokens: [input.search, input.formSearch].filter((token) => token !== undefined), now: ctx.now });
    return ok(ticket);
  });
}

/** The ticket that this form became. With another text (a second tab that was edited) it is not this one, and nothing of it may be lost. */
async function findSent({ db, actor }: Context<CustomerActor>, { submissionKey, subject, body }: OpenTicketInput): Promise<Result<OpenedTicket, "ALREADY_SENT"> | null> {
  const sent = await db.ticket.findUnique({
    where: { requesterId_submissionKey: { requesterId: actor.userId, submissionKey } },
    select: { id: true, reference: true, subject: true, body: true },
  });
  if (!sent) return null;
  const { id, reference } = sent;
  return sent.subject === subject && sent.body === body ? ok({ id, reference }) : refuse("ALREADY_SENT", { reference });
}

async function openedCandidates({ db, actor }: Context<CustomerActor>, submissionKey: string): Promise<Set<string>> {
  const rows = await db.duplicateDecision.findMany({
    where: { userId: actor.userId, submissionKey, verdict: "opened" },
    select: { candidateTicketId: true },
  });
  return new Set(rows.map((row) => row.candidateTicketId));
}

async function refusalOf(tx: Tx, { actor, now }: Context<CustomerActor>, input: OpenTicketInput) {
  if (!prioritiesFor(actor).includes(input.priority)) return refuse("PRIORITY_NOT_ALLOWED");
  const department = await tx.department.count({ where: { id: input.departmentId, isActive: true } });
  if (department === 0) return refuse("UNKNOWN_DEPARTMENT");
  if (input.productId) {
    const product = actor.organizationId === null
      ? 0
      : await tx.product.count({ where: { id: input.productId, organizationId: actor.organizationId } });
    if (product === 0) return refuse("UNKNOWN_PRODUCT");
  }
  const recent = await tx.ticket.count({ where: { requesterId: actor.userId, createdAt: { gt: toDate(now.subtract({ hours: 1 })), lte: toDate(now) } } });
  return recent >= MOST_IN_AN_HOUR ? refuse("TOO_MANY_TICKETS") : null;
}

async function insertTicket(tx: Tx, { actor, now }: Context<CustomerActor>, input: OpenTicketInput): Promise<OpenedTicket> {
  const at = toDate(now);
  const ticket = await tx.ticket.create({
    data: {
      reference: referenceFrom(crypto.getRandomValues(new Uint8Array(8))),
      requesterId: actor.userId,
      organizationId: actor.organizationId,
      departmentId: input.departmentId,
      productId: input.productId ?? null,
      priority: input.priority,
      subject: input.subject,
      body: input.body,
      submissionKey: input.submissionKey,
      createdAt: at,
      updatedAt: at,
      lastCustomerMessageAt: at,
    },
    select: { id: true, reference: true, updatedAt: true },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.opened", data: {}, actor, at: now });
  // The promise counts from the instant that is stored and shown, to the millisecond.
  const start = toInstant(at);
  await activateTarget(tx, { ticketId: ticket.id, kind: "first_response", priority: input.priority, at: start });
  await activateTarget(tx, { ticketId: ticket.id, kind: "resolution", priority: input.priority, at: start });
  await updateTicket(tx, ticket, {}, now);
  await indexTicket(tx, { id: ticket.id, subject: input.subject, body: input.body, createdAt: start, now });
  await enqueue(tx, LINK_DUPLICATES, { ticketId: ticket.id });
  await tx.ticketDraft.deleteMany({ where: { userId: actor.userId, slot: "new" } });
  return { id: ticket.id, reference: ticket.reference };
}

async function recordDecisions(tx: Tx, { actor, now }: Context<CustomerActor>, { input, ticketId, different }: {
  input: OpenTicketInput;
  ticketId: string;
  different: { ticketId: string; score: number }[];
}): Promise<void> {
  const key = { userId: actor.userId, submissionKey: input.submissionKey };
  await tx.duplicateDecision.updateMany({ where: { ...key, verdict: "opened" }, data: { ticketId, body: null } });
  await tx.duplicateDecision.createMany({
    data: different.map((candidate) => ({
      ...key,
      isStaff: false,
      ticketId,
      candidateTicketId: candidate.ticketId,
      verdict: "different" as const,
      scoreMilli: Math.round(candidate.score * 1000),
      subject: input.subject,
      decidedAt: toDate(now),
    })),
    skipDuplicates: true,
  });
}
