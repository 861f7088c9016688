import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canDecideAppeal, canGovernConduct } from "@/lib/conduct/policy";
import { readConductSettings } from "@/lib/conduct/settings";
import { isRunning } from "@/lib/conduct/suspension-rules";
import { readRunningSuspension } from "@/lib/conduct/suspensions";
import type { CaseState, RunningSuspension } from "@/lib/conduct/types";
import type { AppealView, PersonConduct, SuspensionView } from "@/lib/conduct/views";
import { visibleCases, visibleSuspensions } from "@/lib/conduct/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { toInstant } from "@/lib/time/instants";

/** The newest tell enough of somebody. */
const MOST_SHOWN = 50;

const name = { select: { name: true } } as const;
const suspensionSelect = {
  id: true, caseId: true, reason: true, scope: true, startsAt: true, endsAt: true, imposedBy: true, imposer: name, liftedAt: true, lifter: name, liftNote: true,
  appeal: { select: { body: true, sentAt: true, outcome: true, answer: true, decidedAt: true, decider: name } },
} as const satisfies Prisma.SuspensionSelect;
type SuspensionRow = Prisma.SuspensionGetPayload<{ select: typeof suspensionSelect }>;

/** Cases, warnings and suspensions of a person; null when there is none, or it is the reader: what is about oneself is not read here. */
export async function findPersonConduct({ db, actor, now }: Context<StaffActor>, userId: string): Promise<PersonConduct | null> {
  if (userId === actor.userId) return null;
  const person = await db.user.findFirst({ where: { id: userId, ...(canGovernConduct(actor) ? {} : { role: "customer" as const }) }, select: { name: true } });
  if (!person) return null;
  const newest = { take: MOST_SHOWN } as const;
  const [cases, warnings, suspensions, { periodDays }] = await Promise.all([
    db.conductCase.findMany({ where: { AND: [{ aboutId: userId }, visibleCases(actor)] }, ...newest, orderBy: { openedAt: "desc" }, select: { id: true, state: true, openedAt: true, reviewNote: true, ticket: { select: { reference: true } } } }),
    db.conductWarning.findMany({ where: { userId }, ...newest, orderBy: { sentAt: "desc" }, select: { caseId: true, number: true, sentAt: true, sender: name } }),
    db.suspension.findMany({ where: { AND: [{ userId }, visibleSuspensions(actor)] }, ...newest, orderBy: { startsAt: "desc" }, select: suspensionSelect }),
    readConductSettings(db),
  ]);
  const since = now.subtract({ hours: 24 * periodDays });
  return {
    userId,
    name: person.name,
    cases: cases.map(({ reviewNote, ticket, openedAt, ...rest }) => ({ ...rest, reference: ticket?.reference ?? null, openedAt: openedAt.toISOString(), note: reviewNote })),
    warnings: warnings.map(({ sender, sentAt, ...rest }) => ({ ...rest, sentAt: sentAt.toISOString(), byName: sender.name, counts: Temporal.Instant.compare(toInstant(sentAt), since) > 0 })),
    suspensions: suspensions.map((row) => toSuspensionView(row, actor, now)),
  };
}

function toSuspensionView(row: SuspensionRow, actor: StaffActor, now: Temporal.Instant): SuspensionView {
  const period = { startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt) };
  const isOpen = Temporal.Instant.compare(now, period.endsAt) < 0;
  return {
    id: row.id, caseId: row.caseId, reason: row.reason, scope: row.scope, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), imposedByName: row.imposer.name,
    isRunning: isRunning(period, now),
    isOpen,
    lifted: row.liftedAt && row.lifter ? { at: row.liftedAt.toISOString(), byName: row.lifter.name, note: row.liftNote } : null,
    appeal: toAppealView(row.appeal),
    can: { lift: isOpen && canGovernConduct(actor), decide: row.appeal !== null && row.appeal.outcome === null && canDecideAppeal(actor, row) },
  };
}

function toAppealView(row: SuspensionRow["appeal"]): AppealView | null {
  if (!row) return null;
  const { outcome, answer, decidedAt, decider } = row;
  return { body: row.body, sentAt: row.sentAt.toISOString(), decided: outcome && decidedAt ? { outcome, answer, at: decidedAt.toISOString(), byName: decider?.name ?? "" } : null };
}

/** What the customer reads of their own suspension: never who marked, nor who imposed it. */
export type OwnSuspension = Omit<RunningSuspension, "caseId"> & { isRunning: boolean; isOver: boolean; appeal: { body: string; sentAt: string; decided: { outcome: "upheld" | "shortened" | "lifted"; answer: string; at: string } | null } | null; liftNote: string; essential: string[] };

/** The one that runs, else the next or the last one; null for almost everybody. */
export async function findOwnSuspension({ db, actor, now }: Context<CustomerActor>): Promise<OwnSuspension | null> {
  const rows = await db.suspension.findMany({ where: visibleSuspensions(actor), orderBy: { endsAt: "desc" }, take: 5, select: suspensionSelect });
  const open = rows.filter(({ endsAt }) => Temporal.Instant.compare(now, toInstant(endsAt)) < 0);
  const row = open.at(-1) ?? rows[0];
  if (!row) return null;
  const essential = await db.department.findMany({ where: { isActive: true, isEssential: true }, orderBy: { position: "asc" }, select: { name: true } });
  const appeal = toAppealView(row.appeal);
  const decided = appeal?.decided ? { outcome: appeal.decided.outcome, answer: appeal.decided.answer, at: appeal.decided.at } : null;
  return {
    id: row.id, reason: row.reason, scope: row.scope, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(),
    isRunning: isRunning({ startsAt: toInstant(row.startsAt), endsAt: toInstant(row.endsAt) }, now),
    isOver: !open.includes(row),
    appeal: appeal && { body: appeal.body, sentAt: appeal.sentAt, decided },
    liftNote: row.liftedAt && !decided ? row.liftNote : "",
    essential: essential.map((each) => each.name),
  };
}

/** For the banner of the portal, and for the side of a ticket. */
export function findRunningSuspension({ db, now }: Context<CustomerActor | StaffActor>, userId: string): Promise<RunningSuspension | null> {
  return readRunningSuspension(db, { userId, now });
}

/** Which texts of a ticket are marked, by the message's id (the ticket's for its own text), as far as the reader may know. */
export async function listMarkedTexts({ db, actor }: Context<StaffActor>, ticketId: string): Promise<Map<string, { caseId: string; state: CaseState }>> {
  const rows = await db.conductCase.findMany({ where: { AND: [{ ticketId }, visibleCases(actor)] }, select: { id: true, messageId: true, state: true } });
  return new Map(rows.map(({ id, messageId, state }) => [messageId ?? ticketId, { caseId: id, state }]));
}

/** Which of the desk's messages this customer reported, and whether somebody has looked at them: no more is told. */
export async function listOwnReports({ db, actor }: Context<CustomerActor>, ticketId: string): Promise<Map<string, { isReviewed: boolean }>> {
  const rows = await db.conductCase.findMany({ where: { ticketId, marks: { some: { markedBy: actor.userId } } }, select: { messageId: true, state: true } });
  return new Map(rows.map(({ messageId, state }) => [messageId ?? ticketId, { isReviewed: state !== "open" }]));
}

/** What an administrator told one of the desk: they alone read it. */
export async function listOwnWarnings({ db, actor }: Context<StaffActor>): Promise<{ body: string; sentAt: string }[]> {
  const rows = await db.conductWarning.findMany({ where: { userId: actor.userId }, orderBy: { sentAt: "desc" }, take: MOST_SHOWN, select: { body: true, sentAt: true } });
  return rows.map(({ body, sentAt }) => ({ body, sentAt: sentAt.toISOString() }));
}
