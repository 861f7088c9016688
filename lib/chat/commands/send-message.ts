import "server-only";
import { checkUploads, claimUploads, hasUnclaimed, type ClaimRefusal } from "@/lib/attachments/claims";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { reviewMessage, type UnreviewedRefusal } from "@/lib/chat/message-review";
import { canWriteIn } from "@/lib/chat/policy";
import { appendMessage, lockVisibleConversation, tellAbout } from "@/lib/chat/record";
import type { SendInput } from "@/lib/chat/schema";
import { markByRule } from "@/lib/conduct/marking";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant } from "@/lib/time/instants";

export type Sent = { messageId: string; seq: number };
type Refusals = BarredRefusal | UnreviewedRefusal | ClaimRefusal | "CHAT_GONE" | "CHAT_ALREADY_SENT" | "CHAT_ENDED" | "CHAT_NOT_YOURS" | "CHAT_TOO_FAST";
type Answer = Result<Sent, Refusals>;

/** Faster writes no person. */
const MOST = 20;
const WITHIN_SECONDS = 10;

/**
 * Writes in a conversation. Sent again under the same `clientMessageId`, as after a cut, it is the message that it was; the row's lock gives
 * all who write at once their place one after the other.
 */
export async function sendMessage({ db, actor, now }: Context<PersonActor>, input: SendInput): Promise<Answer> {
  const unreviewed = reviewMessage(input);
  if (unreviewed) return unreviewed;
  return db.$transaction(async (tx): Promise<Answer> => {
    const conversation = await lockVisibleConversation(tx, actor, input.conversationId);
    if (!conversation) return refuse("CHAT_GONE");
    const sent = await findSent(tx, actor, input);
    if (sent) return sent;
    if (conversation.state === "closed") return refuse("CHAT_ENDED");
    if (!canWriteIn(actor, conversation)) return refuse("CHAT_NOT_YOURS");
    const suspended = actor.kind === "customer" ? await refuseWriter(tx, actor.userId, { departmentId: conversation.departmentId, now }) : null;
    if (suspended) return suspended;
    if (await isTooFast(tx, actor, now)) return refuse("CHAT_TOO_FAST", { seconds: WITHIN_SECONDS });
    const uploads = await checkUploads(tx, actor, input.attachments);
    if (!uploads.ok) return uploads;

    const { conversationId, clientMessageId, body } = input;
    const isStaff = actor.kind === "staff";
    const { id, seq } = await appendMessage(tx, conversation, { authorId: actor.userId, isStaff, clientMessageId, body }, now);
    await claimUploads(tx, uploads.data, { chatMessageId: id }, toInstant(toDate(now)));
    await markByRule(tx, { aboutId: actor.userId, chatMessageId: id, body, now });
    if (isStaff) await tellAbout(tx, { conversationId, kind: "answered", userId: conversation.customerId });
    return ok({ messageId: id, seq });
  });
}

/** The row's lock is held, so a second send finds what the first one wrote. */
async function findSent(tx: Tx, actor: PersonActor, { conversationId, clientMessageId, body, attachments }: SendInput): Promise<Answer | null> {
  const message = await tx.conversationMessage.findUnique({
    where: { conversationId_authorId_clientMessageId: { conversationId, authorId: actor.userId, clientMessageId } },
    select: { id: true, seq: true, body: true },
  });
  if (!message) return null;
  const isSame = message.body === body && !(await hasUnclaimed(tx, actor, attachments));
  return isSame ? ok({ messageId: message.id, seq: message.seq }) : refuse("CHAT_ALREADY_SENT");
}

async function refuseWriter(tx: Tx, userId: string, { departmentId, now }: { departmentId: string | null; now: Temporal.Instant }) {
  const department = departmentId ? await tx.department.findUniqueOrThrow({ where: { id: departmentId }, select: { isEssential: true } }) : null;
  return refuseSuspended(tx, { userId, isEssential: department?.isEssential ?? false, now });
}

/** Also counts what carries a later instant than this message: of many at once, whoever came first may have its turn last. */
async function isTooFast(tx: Tx, actor: PersonActor, now: Temporal.Instant): Promise<boolean> {
  const since = toDate(now.subtract({ seconds: WITHIN_SECONDS }));
  return (await tx.conversationMessage.count({ where: { authorId: actor.userId, kind: "text", createdAt: { gt: since } } })) >= MOST;
}
