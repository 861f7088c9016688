import "server-only";
import { copyToTicket } from "@/lib/attachments/claims";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findReader } from "@/lib/auth/person-of-session";
import { canAttend } from "@/lib/chat/policy";
import { findConversation } from "@/lib/chat/queries";
import { appendMessage, lockVisibleConversation } from "@/lib/chat/record";
import type { AddInput, ConvertInput } from "@/lib/chat/schema";
import { quotedTranscript } from "@/lib/chat/transcript";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { findInTexts } from "@/lib/secrets/review";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { writeCustomerReply } from "@/lib/tickets/commands/reply-to-ticket";
import { reviewForm } from "@/lib/tickets/review-form";
import { BODY_MAX } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";

type Done = { conversationId: string; reference: string };
type Own = "CHAT_GONE" | "FORBIDDEN" | "CHAT_IS_TICKET" | "CHAT_CUSTOMER_GONE" | "CHAT_TICKET_UNKNOWN";
type OpenRefusals = Extract<Awaited<ReturnType<typeof openTicket>>, { ok: false }>["code"];
type ReplyRefusals = Extract<Awaited<ReturnType<typeof writeCustomerReply>>, { ok: false }>["code"];

/**
 * Makes a ticket of a conversation, through the command that makes every ticket: the customer's own, of one topic, with its promise from
 * now, its review of duplicates and its receipt. Probable secrets of the text are sealed. One conversation becomes one ticket.
 */
export async function convertToTicket(ctx: Context<StaffActor>, { conversationId, different, ...input }: ConvertInput): Promise<Result<Done, Own | OpenRefusals>> {
  const source = await readSource(ctx, conversationId, input.body);
  if (!source.ok) return source;
  const { customer, body } = source.data;
  const seal = findInTexts({ subject: input.subject, body }).map(({ fingerprint }) => fingerprint);
  const opened = await openTicket(
    { db: ctx.db, actor: customer, now: ctx.now },
    // Pressed twice, it is the same ticket.
    { ...input, body, productId: undefined, different, submissionKey: conversationId, seal },
    {
      noted: null,
      slot: null,
      hold: async (tx) => (await lockVisibleConversation(tx, ctx.actor, conversationId))?.ticketId === null,
      end: (tx, ticket) => tie(tx, ctx, { conversationId, ticketId: ticket.id }),
    },
  );
  if (opened.ok) return ok({ conversationId, reference: opened.data.reference });
  return opened.code === "NOTED_GONE" ? refuse("CHAT_IS_TICKET") : opened;
}

/** Puts a conversation into a ticket that its customer has already, as a message of theirs: the desk owes an answer to it. */
export async function addToTicket(ctx: Context<StaffActor>, { conversationId, reference, body: typed }: AddInput): Promise<Result<Done, Own | ReplyRefusals | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG">> {
  const source = await readSource(ctx, conversationId, typed);
  if (!source.ok) return source;
  const { customer, body } = source.data;
  const ticket = await ctx.db.ticket.findFirst({ where: { AND: [{ reference: reference.toUpperCase() }, visibleTickets(customer)] }, select: { id: true, reference: true } });
  if (!ticket) return refuse("CHAT_TICKET_UNKNOWN");
  const seal = findInTexts({ body }).map(({ fingerprint }) => fingerprint);
  const reviewed = await reviewForm({ db: ctx.db, actor: customer, now: ctx.now }, { ticketId: ticket.id, body, submissionKey: conversationId, attachments: [], draft: "", seal });
  if (!reviewed.ok) return reviewed;
  return ctx.db.$transaction(async (tx): Promise<Result<Done, Own | ReplyRefusals>> => {
    const conversation = await lockVisibleConversation(tx, ctx.actor, conversationId);
    if (conversation?.ticketId === ticket.id) return ok({ conversationId, reference: ticket.reference });
    if (!conversation || conversation.ticketId !== null) return refuse("CHAT_IS_TICKET");
    const replied = await writeCustomerReply(tx, { actor: customer, now: ctx.now }, reviewed.data);
    if (!replied.ok) return replied;
    await tie(tx, ctx, { conversationId, ticketId: ticket.id });
    return ok({ conversationId, reference: ticket.reference });
  });
}

/** For whom, and what stands in it: the agent's words, and the conversation below them. */
async function readSource(ctx: Context<StaffActor>, conversationId: string, words: string): Promise<Result<{ customer: CustomerActor; body: string }, Own>> {
  if (!canAttend(ctx.actor)) return refuse("FORBIDDEN");
  const talk = await findConversation(ctx, conversationId);
  if (!talk) return refuse("CHAT_GONE");
  if (talk.ticket) return refuse("CHAT_IS_TICKET", talk.ticket);
  const customer = await findReader({ db: ctx.db }, talk.customer.id);
  if (customer?.kind !== "customer") return refuse("CHAT_CUSTOMER_GONE");
  // Sealing may make a text a little longer.
  const room = BODY_MAX - words.length - SPARE;
  return ok({ customer, body: `${words}\n\n${quotedTranscript({ ...talk, customerName: talk.customer.name }, room)}` });
}

const SPARE = 1_000;

/** The conversation, which the transaction holds, leads to its ticket; its files are the ticket's too. */
async function tie(tx: Tx, { actor, now }: Context<StaffActor>, { conversationId, ticketId }: { conversationId: string; ticketId: string }): Promise<void> {
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const said = await tx.conversationMessage.findMany({ where: { conversationId, attachments: { some: {} } }, orderBy: { seq: "asc" }, select: { id: true } });
  await copyToTicket(tx, { chatMessageIds: said.map(({ id }) => id), ticketId, at: now });
  await tx.conversation.update({ where: { id: conversationId }, data: { ticketId } });
  await appendMessage(tx, conversation, { kind: "ticket", authorId: actor.userId, isStaff: true }, now);
}
