import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { assignWaiting } from "@/lib/chat/assign";
import { reviewMessage, type UnreviewedRefusal } from "@/lib/chat/message-review";
import { readDeskState } from "@/lib/chat/desk-state";
import { appendMessage, lockConversation, type LockedConversation } from "@/lib/chat/record";
import type { StartInput } from "@/lib/chat/schema";
import { markByRule } from "@/lib/conduct/marking";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import { formatDateTime } from "@/lib/i18n/format";
import { acceptWhatIsDue } from "@/lib/policies/acceptances";
import { tell } from "@/lib/realtime/tell";
import { ok, refuse, type Result } from "@/lib/result";
import { entitlementFor, readEntitlement, refuseUnentitled, type NotEntitled } from "@/lib/tickets/entitlement";
import { toDate } from "@/lib/time/instants";

type Refusals = NotEntitled | BarredRefusal | UnreviewedRefusal | "POLICIES_NOT_ACCEPTED" | "UNKNOWN_DEPARTMENT" | "CHAT_DESK_CLOSED" | "CHAT_NOBODY" | "CHAT_TOO_OFTEN";
type Answer = Result<{ conversationId: string }, Refusals>;
/** `browser`: the one that it was sent from; kept where policies are accepted. */
type StartContext = Context<CustomerActor> & { browser?: string };

/** More in an hour than anybody has to talk about. */
const MOST_IN_AN_HOUR = 10;

/**
 * Begins to talk with the desk: within its hours, and with somebody there. The same form sent twice begins one conversation; whoever talks
 * already says it there. Refused, the text stays with the caller, who offers a ticket with it.
 */
export async function startConversation(ctx: Context<CustomerActor> & { browser?: string }, input: StartInput): Promise<Answer> {
  const unreviewed = reviewMessage(input);
  if (unreviewed) return unreviewed;
  const answer = await ctx.db.$transaction((tx) => begin(tx, ctx, input));
  if (answer.ok) await assignWaiting(ctx);
  return answer;
}

async function begin(tx: Tx, { actor, now, browser = "" }: StartContext, input: StartInput): Promise<Answer> {
  // Two windows of one person begin one after the other.
  await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
  const sent = await tx.conversation.findUnique({ where: { customerId_startKey: { customerId: actor.userId, startKey: input.startKey } }, select: { id: true } });
  if (sent) return ok({ conversationId: sent.id });
  const department = input.departmentId ? await tx.department.findFirst({ where: { id: input.departmentId, isActive: true }, select: { isOpenToAll: true, isEssential: true } }) : null;
  if (input.departmentId && !department) return refuse("UNKNOWN_DEPARTMENT");
  const suspended = await refuseSuspended(tx, { userId: actor.userId, isEssential: department?.isEssential ?? false, now });
  if (suspended) return suspended;
  const live = await tx.conversation.findFirst({ where: { customerId: actor.userId, state: { not: "closed" } }, select: { id: true } });
  if (live) return goOn(tx, { conversationId: live.id, actor, input, now });

  const refusal = await refuseBeginning(tx, { actor, department, now });
  if (refusal) return refusal;
  // The last that may refuse: with it the first row is written.
  const accepted = await acceptWhatIsDue({ tx, actor, now }, { accepted: input.accepted ?? [], browser });
  if (!accepted.ok) return accepted;
  const at = toDate(now);
  const conversation = await tx.conversation.create({
    data: { customerId: actor.userId, organizationId: actor.organizationId, departmentId: input.departmentId ?? null, startKey: input.startKey, startedAt: at, lastCustomerAt: at },
  });
  await say(tx, conversation, { actor, input, now });
  await tell(tx, { topic: "chat", kind: "chat.queue", subjectId: conversation.id, actorId: actor.userId });
  return ok({ conversationId: conversation.id });
}

async function refuseBeginning(tx: Tx, { actor, department, now }: { actor: CustomerActor; department: { isOpenToAll: boolean } | null; now: Temporal.Instant }) {
  const entitlement = await readEntitlement(tx, actor, now);
  const isOpenToAll = department ? department.isOpenToAll : entitlement.openDepartments.length > 0;
  const eligibility = entitlementFor(actor, entitlement, { isOpenToAll, productId: null });
  if (!eligibility.isAllowed) return refuseUnentitled(eligibility, entitlement);
  const desk = await readDeskState(tx, now);
  if (desk.kind === "nobody") return refuse("CHAT_NOBODY");
  if (desk.kind === "closed") return refuse("CHAT_DESK_CLOSED", { opensAt: desk.opensAt === null ? "none" : formatDateTime(Temporal.Instant.from(desk.opensAt), { now }) });
  const recent = await tx.conversation.count({ where: { customerId: actor.userId, startedAt: { gt: toDate(now.subtract({ hours: 1 })) } } });
  return recent >= MOST_IN_AN_HOUR ? refuse("CHAT_TOO_OFTEN") : null;
}

/** In the conversation that is under way: nothing that was typed is lost. */
async function goOn(tx: Tx, { conversationId, actor, input, now }: { conversationId: string; actor: CustomerActor; input: StartInput; now: Temporal.Instant }): Promise<Answer> {
  const conversation = await lockConversation(tx, conversationId);
  const said = await tx.conversationMessage.count({ where: { conversationId, authorId: actor.userId, clientMessageId: input.startKey } });
  if (said === 0) await say(tx, conversation, { actor, input, now });
  return ok({ conversationId });
}

async function say(tx: Tx, conversation: LockedConversation, { actor, input, now }: { actor: CustomerActor; input: StartInput; now: Temporal.Instant }): Promise<void> {
  const { id } = await appendMessage(tx, conversation, { authorId: actor.userId, isStaff: false, clientMessageId: input.startKey, body: input.body }, now);
  await markByRule(tx, { aboutId: actor.userId, chatMessageId: id, body: input.body, now });
}
