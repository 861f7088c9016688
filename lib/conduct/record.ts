import "server-only";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { shownNameSelect } from "@/lib/auth/shown-name";
import { isToldConduct, TELL_CONDUCT, type ConductEventData, type ConductEventType } from "@/lib/conduct/events";
import { canReview, type CaseParties } from "@/lib/conduct/policy";
import { visibleCases } from "@/lib/conduct/visibility";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { tell } from "@/lib/realtime/tell";
import { toDate } from "@/lib/time/instants";

/** Whom it is about, and who took part in it. A warning is the office's word: who sent it is no party. */
export const partySelect = {
  aboutId: true,
  about: { select: { role: true } },
  marks: { orderBy: { at: "asc" }, select: { source: true, markedBy: true, offences: true, comment: true, at: true, marker: { select: shownNameSelect } } },
  ticket: { select: { assigneeId: true, messages: { where: { isStaff: true, warning: null }, distinct: ["authorId"], select: { authorId: true } } } },
  chatMessage: { select: { conversation: { select: { agentId: true, messages: { where: { isStaff: true, kind: "text" }, distinct: ["authorId"], select: { authorId: true } } } } } },
} as const satisfies Prisma.ConductCaseSelect;

type PartyRow = Prisma.ConductCaseGetPayload<{ select: typeof partySelect }>;

export function partiesOf({ aboutId, about, marks, ticket, chatMessage }: PartyRow): CaseParties {
  const talk = chatMessage?.conversation;
  const writers = [...(ticket?.messages ?? []), ...(talk?.messages ?? [])].map(({ authorId }) => authorId);
  const ids = [ticket?.assigneeId ?? null, talk?.agentId ?? null, ...marks.map(({ markedBy }) => markedBy), ...writers];
  return { aboutId, isAboutStaff: about.role !== "customer", partyIds: ids.filter((id) => id !== null) };
}

const lockedSelect = { ...partySelect, id: true, ticketId: true, messageId: true, chatMessageId: true, state: true, warning: { select: { number: true } } } as const satisfies Prisma.ConductCaseSelect;
type LockedCase = Prisma.ConductCaseGetPayload<{ select: typeof lockedSelect }>;

/**
 * Holds first the person, whose warnings and suspensions are counted, then the case; null when there is none that the actor may see.
 * Two who decide about one person do so one after the other.
 */
export async function lockVisibleCase(tx: Tx, actor: Actor, caseId: string): Promise<LockedCase | null> {
  const seen = await tx.conductCase.findFirst({ where: { AND: [{ id: caseId }, visibleCases(actor)] }, select: { aboutId: true } });
  if (!seen) return null;
  await lockPerson(tx, seen.aboutId);
  await tx.$queryRaw`SELECT id FROM conduct_case WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`;
  return tx.conductCase.findUnique({ where: { id: caseId }, select: lockedSelect });
}

/** The same for whoever is to judge it. */
export async function lockReviewable(tx: Tx, actor: Actor, caseId: string): Promise<LockedCase | "CASE_GONE" | "NOT_YOURS_TO_JUDGE"> {
  const found = await lockVisibleCase(tx, actor, caseId);
  if (!found) return "CASE_GONE";
  return canReview(actor, partiesOf(found)) ? found : "NOT_YOURS_TO_JUDGE";
}

export async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}

/** What changes what somebody may do; that a case was opened or dismissed is nothing that its subject hears of. */
const TOLD_TO_SUBJECT: ReadonlySet<ConductEventType> = new Set(["conduct.suspended", "conduct.lifted", "conduct.appeal-decided"]);

/** Writes what happened, in the transaction in which it happened, and tells whom it is about where it changes what they may do. */
export async function recordConductEvent<T extends ConductEventType>(tx: Tx, event: { aboutId: string; caseId: string; type: T; data: ConductEventData<T>; actor: Actor; now: Temporal.Instant }): Promise<void> {
  const { id } = await tx.conductEvent.create({
    select: { id: true },
    data: { aboutId: event.aboutId, caseId: event.caseId, type: event.type, data: event.data as Prisma.InputJsonObject, actorId: actorUserId(event.actor), at: toDate(event.now) },
  });
  if (isToldConduct(event.type)) await enqueue(tx, TELL_CONDUCT, { eventId: String(id) });
  if (TOLD_TO_SUBJECT.has(event.type)) await tell(tx, { topic: "person", kind: event.type, subjectId: event.aboutId });
}
