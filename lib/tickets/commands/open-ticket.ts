import "server-only";
import { checkUploads, claimUploads, hasUnclaimed, type CheckedUploads, type ClaimRefusal } from "@/lib/attachments/claims";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { markByRule } from "@/lib/conduct/marking";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import type { OffChannel } from "@/lib/db/generated/enums";
import { isConstraintError } from "@/lib/db/errors";
import { LINK_DUPLICATES } from "@/lib/duplicates/link-duplicates";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import type { DuplicateCandidate } from "@/lib/duplicates/types";
import { attachmentsInOrder } from "@/lib/attachments/views";
import { enqueue } from "@/lib/jobs/enqueue";
import { noteTicketAfterSearch } from "@/lib/kb/commands/follow-search";
import { acceptWhatIsDue } from "@/lib/policies/acceptances";
import { ok, refuse, type Result } from "@/lib/result";
import { writeSealed } from "@/lib/secrets/sealed-values";
import { activateTarget } from "@/lib/sla/targets";
import { toDuplicateView } from "@/lib/tickets/duplicate-views";
import { claimArticles } from "@/lib/tickets/ticket-articles";
import { isSameAnswers, readTicketAnswers, writeTicketAnswers, type TicketAnswers } from "@/lib/tickets/ticket-answers";
import { keepEnvironment } from "@/lib/tickets/environment";
import { findDuplicatesFor } from "@/lib/tickets/find-duplicates-for";
import { entitlementFor, readEntitlement, refuseUnentitled, type NotEntitled } from "@/lib/tickets/entitlement";
import { prioritiesFor } from "@/lib/tickets/policy";
import { issueReceipt } from "@/lib/tickets/receipts";
import { recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { referenceFrom } from "@/lib/tickets/reference";
import { reviewForm, type ReviewedForm } from "@/lib/tickets/review-form";
import type { OpenTicketInput } from "@/lib/tickets/schema";
import { readService } from "@/lib/tickets/service";
import { forgetSentDraft } from "@/lib/drafts/sent";
import type { DuplicateView, OpenedTicket, TicketPriority } from "@/lib/tickets/types";
import { toDate, toInstant } from "@/lib/time/instants";

export type OpenRefusal = NotEntitled | BarredRefusal | "POLICIES_NOT_ACCEPTED" | "CONTRACT_NOT_USABLE" | "UNKNOWN_DEPARTMENT" | "UNKNOWN_PRODUCT" | "PRIORITY_NOT_ALLOWED" | "TOO_MANY_TICKETS" | "ANSWERS_INVALID" | ClaimRefusal;
type Refusals = OpenRefusal | "NOTED_GONE" | "ALREADY_SENT" | "DUPLICATE_NOT_REVIEWED" | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG";
/** `browser`: the one that it was sent from, as it names itself; kept where something is accepted. */
export type OpeningContext = Context<CustomerActor> & { browser?: string };
/** A form whose secrets were looked at. */
export type ReviewedTicket = ReviewedForm<OpenTicketInput>;

/** More in an hour than any honest morning; a script's flood is stopped. */
const MOST_IN_AN_HOUR = 30;

/** What a ticket comes of: what the desk noted for the customer, of which this is the confirmation, or a conversation. */
export type NotedOrigin = {
  /** Null: said in this product itself. */
  noted: { channel: OffChannel; agentId: string } | null;
  /** Of the draft in which it was put right; null: there was none. */
  slot: string | null;
  /** In the ticket's transaction, before its first write: holds what it comes of. @returns false when it is not there any more */
  hold: (tx: Tx) => Promise<boolean>;
  end: (tx: Tx, ticket: OpenedTicket) => Promise<void>;
};

/**
 * Opens a ticket: one a submission key, stamped with its promise in the same transaction. A probable secret that
 * the person was not told of is refused with what was found, before anything else sees the text; a probable duplicate that the person has
 * not looked at (opened, or named in `different`) is refused with the candidates.
 */
export async function openTicket(ctx: Context<CustomerActor> & { browser?: string }, typed: OpenTicketInput, noted?: NotedOrigin): Promise<Result<OpenedTicket, Refusals>> {
  const reviewed = await reviewForm(ctx, typed);
  if (!reviewed.ok) return reviewed;
  const input = reviewed.data;
  const sent = await findSent(ctx, input);
  if (sent) return sent;
  try {
    const opened = await openNewTicket(ctx, input, noted);
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

async function openNewTicket(ctx: OpeningContext, input: ReviewedTicket, noted: NotedOrigin | undefined): Promise<Result<OpenedTicket, Refusals>> {
  const reviewed = await reviewDuplicates(ctx, input);
  if (!reviewed.ok) return reviewed;
  return ctx.db.$transaction(async (tx): Promise<Result<OpenedTicket, Refusals>> => {
    if (noted && !(await noted.hold(tx))) return refuse("NOTED_GONE");
    const written = await writeTicket(tx, ctx, input, { candidates: reviewed.data, noted });
    if (written.ok) await noted?.end(tx, written.data);
    return written;
  });
}

/** The likely duplicates of what is sent, once those that must be looked at have been. */
export async function reviewDuplicates(ctx: Context<CustomerActor>, input: ReviewedTicket): Promise<Result<DuplicateCandidate[], "DUPLICATE_NOT_REVIEWED">> {
  const candidates = await findDuplicatesFor(ctx, { draft: input });
  const opened = await openedCandidates(ctx, input.submissionKey);
  const unseen = candidates.filter((each) => each.mustReview && !input.different.includes(each.ticketId) && !opened.has(each.ticketId));
  if (unseen.length === 0) return ok(candidates);
  const details: { candidates: DuplicateView[] } = { candidates: candidates.map(toDuplicateView) };
  return refuse("DUPLICATE_NOT_REVIEWED", details);
}

/**
 * All that makes a ticket, within a transaction; refuses before its first write.
 * @param batch of those that were sent together
 * @param shared the files of them all, which are this one's too
 */
export async function writeTicket(tx: Tx, ctx: OpeningContext, input: ReviewedTicket, { candidates, batch, shared, noted }: {
  candidates: DuplicateCandidate[];
  noted?: NotedOrigin;
  batch?: { id: string; position: number };
  shared?: CheckedUploads;
}): Promise<Result<OpenedTicket, OpenRefusal>> {
  const decided = await decideOpening(tx, ctx, input);
  if (!decided.ok) return decided;
  // A part of a split message was never asked: it takes what was answered, and misses nothing.
  const answers = await readTicketAnswers(tx, ctx.actor, { departmentId: input.departmentId, typed: input.answers ?? {}, isAsked: batch === undefined });
  if (!answers.ok) return answers;
  const uploads = shared ? ok(shared) : await checkUploads(tx, ctx.actor, input.attachments);
  if (!uploads.ok) return uploads;
  // The last that may refuse: with it the first row is written.
  const accepted = await acceptWhatIsDue({ tx, actor: ctx.actor, now: ctx.now }, { accepted: input.accepted ?? [], browser: ctx.browser ?? "" });
  if (!accepted.ok) return accepted;
  const ticket = await insertTicket(tx, ctx, { ...input, ...decided.data, answers: answers.data }, { batch, noted });
  await claimUploads(tx, uploads.data, { ticketId: ticket.id }, ctx.now);
  const different = candidates.filter((each) => input.different.includes(each.ticketId));
  await recordDecisions(tx, ctx, { input, ticketId: ticket.id, different });
  const told = answers.data.map(({ question, answer }) => ({ question: question.label, answer: answer.value }));
  const files = uploads.data.ids.length === 0 ? [] : await tx.attachment.findMany({ where: { ticketId: ticket.id }, orderBy: attachmentsInOrder.orderBy, select: { name: true, size: true, sha256: true } });
  const attachments = files.map(({ name, size, sha256 }) => ({ name, bytes: size, sha256 }));
  await issueReceipt(tx, { ticketId: ticket.id, now: ctx.now, attachments, answers: told });
  await noteTicketAfterSearch(tx, { tokens: [input.search, input.formSearch].filter((token) => token !== undefined), now: ctx.now });
  return ok(ticket);
}

/** The ticket that this form became. With another text (a second tab that was edited) it is not this one, and nothing of it may be lost. */
async function findSent({ db, actor }: Context<CustomerActor>, { submissionKey, subject, body, answers = {}, attachments }: ReviewedTicket): Promise<Result<OpenedTicket, "ALREADY_SENT"> | null> {
  const sent = await db.ticket.findUnique({
    where: { requesterId_submissionKey: { requesterId: actor.userId, submissionKey } },
    select: { id: true, reference: true, subject: true, body: true, answers: { select: { questionId: true, value: true, productId: true } } },
  });
  if (!sent) return null;
  const { id, reference } = sent;
  const isSame = sent.subject === subject && sent.body === body && isSameAnswers(sent.answers, answers) && !(await hasUnclaimed(db, actor, attachments));
  return isSame ? ok({ id, reference }) : refuse("ALREADY_SENT", { reference });
}

async function openedCandidates({ db, actor }: Context<CustomerActor>, submissionKey: string): Promise<Set<string>> {
  const rows = await db.duplicateDecision.findMany({
    where: { userId: actor.userId, submissionKey, verdict: "opened" },
    select: { candidateTicketId: true },
  });
  return new Set(rows.map((row) => row.candidateTicketId));
}

/** How the ticket is attended: what the customer chose, as far as they may. */
type Opening = { priority: TicketPriority; isPaid: boolean; contractId: string | null };

async function decideOpening(tx: Tx, { actor, now }: Context<CustomerActor>, input: ReviewedTicket): Promise<Result<Opening, OpenRefusal>> {
  const { service, contractId } = readService(input.service ?? "free");
  const [priority, ...others] = prioritiesFor(service);
  if (others.length > 0 && !prioritiesFor(service).includes(input.priority)) return refuse("PRIORITY_NOT_ALLOWED");
  const department = await tx.department.findFirst({ where: { id: input.departmentId, isActive: true }, select: { isOpenToAll: true, isEssential: true } });
  if (!department) return refuse("UNKNOWN_DEPARTMENT");
  const suspended = await refuseSuspended(tx, { userId: actor.userId, isEssential: department.isEssential, now });
  if (suspended) return suspended;
  const entitlement = await readEntitlement(tx, actor, now);
  if (input.productId && !entitlement.products.some(({ id }) => id === input.productId)) return refuse("UNKNOWN_PRODUCT");
  const eligibility = entitlementFor(actor, entitlement, { isOpenToAll: department.isOpenToAll, productId: input.productId ?? null });
  if (!eligibility.isAllowed) return refuseUnentitled(eligibility, entitlement);
  if (contractId !== null && !entitlement.contracts.some(({ id }) => id === contractId)) return refuse("CONTRACT_NOT_USABLE");
  if (await hasRaisedTooMany(tx, { actor, now })) return refuse("TOO_MANY_TICKETS");
  return ok({ priority: others.length > 0 ? input.priority : (priority ?? input.priority), isPaid: service !== "free", contractId });
}

async function hasRaisedTooMany(tx: Tx, { actor, now }: Pick<Context<CustomerActor>, "actor" | "now">): Promise<boolean> {
  const recent = await tx.ticket.count({ where: { requesterId: actor.userId, createdAt: { gt: toDate(now.subtract({ hours: 1 })), lte: toDate(now) } } });
  return recent >= MOST_IN_AN_HOUR;
}

async function insertTicket(
  tx: Tx,
  { actor, now }: Context<CustomerActor>,
  input: Omit<ReviewedTicket, "answers"> & Opening & { answers: TicketAnswers },
  { batch, noted }: { batch?: { id: string; position: number }; noted?: NotedOrigin },
): Promise<OpenedTicket> {
  const at = toDate(now);
  const ticket = await tx.ticket.create({
    data: {
      reference: referenceFrom(crypto.getRandomValues(new Uint8Array(8))),
      requesterId: actor.userId,
      organizationId: actor.organizationId,
      departmentId: input.departmentId,
      productId: input.productId ?? null,
      priority: input.priority,
      isPaid: input.isPaid,
      contractId: input.contractId,
      subject: input.subject,
      body: input.body,
      submissionKey: input.submissionKey,
      createdAt: at,
      updatedAt: at,
      lastCustomerMessageAt: at,
      batchId: batch?.id ?? null,
      batchPosition: batch?.position ?? null,
      notedChannel: noted?.noted?.channel ?? null,
      notedById: noted?.noted?.agentId ?? null,
    },
    select: { id: true, reference: true, updatedAt: true },
  });
  await keepEnvironment(tx, ticket.id, input.environment);
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.opened", data: {}, actor, at: now });
  // The promise counts from the instant that is stored and shown, to the millisecond.
  const start = toInstant(at);
  await writeSealed(tx, { ticketId: ticket.id, messageId: null, authorId: actor.userId, sealed: input.sealed, at: now });
  await activateTarget(tx, { ticketId: ticket.id, kind: "first_response", priority: input.priority, at: start });
  await activateTarget(tx, { ticketId: ticket.id, kind: "resolution", priority: input.priority, at: start });
  await updateTicket(tx, ticket, {}, now);
  await writeTicketAnswers(tx, ticket.id, input.answers);
  await markByRule(tx, { aboutId: actor.userId, ticketId: ticket.id, messageId: null, subject: input.subject, body: input.body, now });
  await claimArticles(tx, { ticketId: ticket.id, userId: actor.userId, submissionKey: input.submissionKey });
  const answers = input.answers.map(({ answer }) => answer.value);
  await indexTicket(tx, { id: ticket.id, subject: input.subject, body: input.body, answers, createdAt: start, now });
  await enqueue(tx, LINK_DUPLICATES, { ticketId: ticket.id });
  const slot = noted ? noted.slot : "new";
  if (slot !== null) await forgetSentDraft(tx, { userId: actor.userId, slot, versions: input.draft });
  return { id: ticket.id, reference: ticket.reference };
}

async function recordDecisions(tx: Tx, { actor, now }: Context<CustomerActor>, { input, ticketId, different }: {
  input: ReviewedTicket;
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
