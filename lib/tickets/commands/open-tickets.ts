import "server-only";
import { checkUploads, copyUploads, hasUnclaimed, type CheckedUploads } from "@/lib/attachments/claims";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isConstraintError } from "@/lib/db/errors";
import type { DuplicateCandidate } from "@/lib/duplicates/types";
import { ok, refuse, type Refusal, type Result } from "@/lib/result";
import { reviewDuplicates, writeTicket, type OpeningContext, type OpenRefusal, type ReviewedTicket } from "@/lib/tickets/commands/open-ticket";
import { claimArticles } from "@/lib/tickets/ticket-articles";
import { findSecretsInUploads } from "@/lib/tickets/review-files";
import { reviewTexts } from "@/lib/tickets/review-form";
import type { OpenTicketsInput } from "@/lib/tickets/schema";
import type { OpenedTicket } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";

type Refusals = OpenRefusal | "ALREADY_SENT" | "DUPLICATE_NOT_REVIEWED" | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG";
/** The same form once the secrets of all its tickets were looked at. */
type ReviewedTickets = Omit<OpenTicketsInput, "tickets"> & { tickets: ReviewedTicket[] };

/**
 * Opens the topics of one message as linked tickets: all of them or none, one batch a submission key, each with its own promise and review
 * of duplicates. A refusal names in `details.ticket` which of them it is about.
 */
export async function openTickets(ctx: Context<CustomerActor> & { browser?: string }, typed: OpenTicketsInput): Promise<Result<OpenedTicket[], Refusals>> {
  const reviewed = await reviewForms(ctx, typed);
  if (!reviewed.ok) return reviewed;
  const input = reviewed.data;
  const sent = await findSent(ctx, input);
  if (sent) return sent;
  try {
    const opened = await openNewTickets(ctx, input);
    if (opened.ok) return opened;
    return (await findSent(ctx, input)) ?? opened;
  } catch (error) {
    if (error instanceof RefusedTicket) return error.refusal;
    if (!["submission_key", "ticket_submitted_once", "ticket_batch_submitted_once"].some((name) => isConstraintError(error, name))) throw error;
    const winner = await findSent(ctx, input);
    if (!winner) throw error;
    return winner;
  }
}

/** Each text keeps what has its mark in it. Refused once for all of them, with what was found in any. */
async function reviewForms(ctx: Context<CustomerActor>, { tickets, sealed, seal, secretsKept, filesKept, ...rest }: OpenTicketsInput): Promise<Result<ReviewedTickets, "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG">> {
  const reviews = tickets.map((ticket) => reviewTexts({ ...ticket, sealed, seal, secretsKept }));
  const findings = reviews.flatMap((review) => (review.ok ? [] : (review.details?.findings ?? [])));
  const files = await findSecretsInUploads(ctx, { ids: rest.attachments, told: filesKept });
  if (findings.length + files.length > 0) return refuse("SECRETS_NOT_REVIEWED", { findings, files });
  if (reviews.some((review) => !review.ok)) return refuse("SEALED_TOO_LONG");
  return ok({ ...rest, tickets: reviews.flatMap((review) => (review.ok ? [review.data] : [])) });
}

async function openNewTickets(ctx: OpeningContext, input: ReviewedTickets): Promise<Result<OpenedTicket[], Refusals>> {
  const { environment } = input;
  const tickets = input.tickets.map((ticket, index): ReviewedTicket =>
    index === 0 ? { ...ticket, environment, search: input.search, formSearch: input.formSearch, draft: input.draft, accepted: input.accepted } : { ...ticket, environment, draft: "" },
  );
  const reviews: DuplicateCandidate[][] = [];
  for (const [index, ticket] of tickets.entries()) {
    const reviewed = await reviewDuplicates(ctx, ticket);
    if (!reviewed.ok) return { ...reviewed, details: { ...asObject(reviewed.details), ticket: index } };
    reviews.push(reviewed.data);
  }
  return ctx.db.$transaction(async (tx): Promise<Result<OpenedTicket[], Refusals>> => {
    const uploads = await checkUploads(tx, ctx.actor, input.attachments);
    if (!uploads.ok) return uploads;
    // A file has one owner: every other ticket has one of its own, on the same bytes.
    const shared: CheckedUploads[] = [uploads.data];
    while (shared.length < tickets.length) shared.push(await copyUploads(tx, uploads.data));
    const { id: batchId } = await tx.ticketBatch.create({
      data: { requesterId: ctx.actor.userId, submissionKey: input.submissionKey, createdAt: toDate(ctx.now) },
      select: { id: true },
    });
    const opened: OpenedTicket[] = [];
    for (const [index, ticket] of tickets.entries()) {
      const result = await writeTicket(tx, ctx, ticket, { candidates: reviews[index] ?? [], batch: { id: batchId, position: index }, shared: shared[index] });
      // What was written before it goes back with the transaction.
      if (!result.ok) throw new RefusedTicket({ ...result, details: { ...asObject(result.details), ticket: index } });
      opened.push(result.data);
      if (index === 0) await claimArticles(tx, { ticketId: result.data.id, userId: ctx.actor.userId, submissionKey: input.submissionKey });
    }
    return ok(opened);
  });
}

class RefusedTicket extends Error {
  constructor(readonly refusal: Refusal<OpenRefusal>) {
    super(refusal.code);
  }
}

/** The tickets that this form became. With other texts (a second tab that was edited) they are not these. */
async function findSent(ctx: Context<CustomerActor>, input: ReviewedTickets): Promise<Result<OpenedTicket[], "ALREADY_SENT"> | null> {
  const { submissionKey, tickets } = input;
  const batch = await ctx.db.ticketBatch.findUnique({
    where: { requesterId_submissionKey: { requesterId: ctx.actor.userId, submissionKey } },
    select: { tickets: { orderBy: { batchPosition: "asc" }, select: { id: true, reference: true, subject: true, body: true } } },
  });
  if (!batch) return findSentApart(ctx, input);
  const isSame = batch.tickets.length === tickets.length && batch.tickets.every((sent, index) => sent.subject === tickets[index]?.subject && sent.body === tickets[index]?.body);
  if (isSame && !(await hasUnclaimed(ctx.db, ctx.actor, input.attachments))) return ok(batch.tickets.map(({ id, reference }) => ({ id, reference })));
  return refuse("ALREADY_SENT", { reference: batch.tickets.map((sent) => sent.reference).join(", ") });
}

/** One of the topics was sent by itself, from another tab. */
async function findSentApart({ db, actor }: Context<CustomerActor>, { tickets }: ReviewedTickets): Promise<Result<never, "ALREADY_SENT"> | null> {
  const sent = await db.ticket.findFirst({
    where: { requesterId: actor.userId, submissionKey: { in: tickets.map((ticket) => ticket.submissionKey) } },
    select: { reference: true },
  });
  return sent && refuse("ALREADY_SENT", { reference: sent.reference });
}

function asObject(details: unknown): object {
  return typeof details === "object" && details !== null ? details : {};
}
