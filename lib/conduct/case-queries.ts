import "server-only";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect, type NamedRow } from "@/lib/auth/shown-name";
import { decodeCase, encodeCase } from "@/lib/conduct/case-cursor";
import { conductEventSchemas, type ConductEventType } from "@/lib/conduct/events";
import { markedParts } from "@/lib/conduct/marked-text";
import { markedText } from "@/lib/conduct/marking";
import { findPersonConduct } from "@/lib/conduct/person-queries";
import { canReview, canSuspend } from "@/lib/conduct/policy";
import { partiesOf, partySelect } from "@/lib/conduct/record";
import { readConductSettings } from "@/lib/conduct/settings";
import { MOST_WARNINGS, type Offence } from "@/lib/conduct/types";
import type { CaseListItem, CaseView, ContextMessage } from "@/lib/conduct/views";
import { visibleCases } from "@/lib/conduct/visibility";
import { countWarnings } from "@/lib/conduct/warnings";
import { fillWarning } from "@/lib/conduct/warning-text";
import type { Prisma } from "@/lib/db/generated/client";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { toDate, toInstant } from "@/lib/time/instants";

const PAGE_SIZE = 25;
const storedOffences = z.array(z.object({ kind: z.enum(["insult", "threat"]), start: z.int(), end: z.int() })).catch([]);

/** What waits for a decision, oldest first. */
export async function listOpenCases({ db, actor }: Context<StaffActor>, { after }: { after?: string }): Promise<{ items: CaseListItem[]; next: string | null }> {
  const from = decodeCase(after);
  const at = from && toDate(Temporal.Instant.fromEpochMilliseconds(from.at));
  const rows = await db.conductCase.findMany({
    where: { AND: [{ state: "open" }, visibleCases(actor), ...(from && at ? [{ OR: [{ openedAt: { gt: at } }, { openedAt: at, id: { gt: from.id } }] }] : [])] },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    select: { ...partySelect, id: true, openedAt: true, about: { select: { role: true, name: true, organization: { select: { name: true } } } }, ticket: { select: { ...partySelect.ticket.select, reference: true, subject: true } } },
  });
  const items = rows.slice(0, PAGE_SIZE).map((row): CaseListItem => ({
    id: row.id,
    aboutName: row.about.name,
    isAboutStaff: row.about.role !== "customer",
    organization: row.about.organization?.name ?? null,
    reference: row.ticket?.reference ?? null,
    subject: row.ticket?.subject ?? getTranslator("conduct")("list.chat"),
    sources: [...new Set(row.marks.map(({ source }) => source))],
    hasThreat: offencesOf(row).some(({ kind }) => kind === "threat"),
    openedAt: row.openedAt.toISOString(),
    isYours: canReview(actor, partiesOf(row)),
  }));
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return { items, next: last ? encodeCase({ at: last.openedAt.getTime(), id: last.id }) : null };
}

/** Appeals that no administrator has decided, of suspensions that are not over, oldest first. */
export async function listOpenAppeals({ db, actor, now }: Context<StaffActor>): Promise<{ caseId: string; name: string; sentAt: string }[]> {
  if (actor.role !== "admin") return [];
  const rows = await db.suspensionAppeal.findMany({ where: { outcome: null, suspension: { endsAt: { gt: toDate(now) } } }, orderBy: { sentAt: "asc" }, take: PAGE_SIZE, select: { sentAt: true, suspension: { select: { caseId: true, user: { select: { name: true } } } } } });
  return rows.map(({ sentAt, suspension }) => ({ caseId: suspension.caseId, name: suspension.user.name, sentAt: sentAt.toISOString() }));
}

const messageSelect = { id: true, body: true, createdAt: true, isStaff: true, author: { select: shownNameSelect } } as const;
const caseSelect = {
  ...partySelect,
  id: true, state: true, openedAt: true, reviewedAt: true, reviewNote: true, messageId: true, ticketId: true,
  reviewer: { select: shownNameSelect },
  about: { select: { role: true, name: true, organization: { select: { name: true } } } },
  message: { select: { body: true, createdAt: true } },
  chatMessage: { select: { ...partySelect.chatMessage.select, body: true, createdAt: true, seq: true, conversationId: true } },
  ticket: { select: { ...partySelect.ticket.select, reference: true, subject: true, body: true, createdAt: true, requester: { select: { name: true } } } },
  events: { orderBy: { id: "asc" }, select: { id: true, type: true, data: true, at: true, actor: { select: shownNameSelect } } },
} as const satisfies Prisma.ConductCaseSelect;

/** All that a reviewer needs on one page; null when there is none that they may see. */
export async function findCase(ctx: Context<StaffActor>, id: string): Promise<CaseView | null> {
  const { db, actor, now } = ctx;
  const row = await db.conductCase.findFirst({ where: { AND: [{ id }, visibleCases(actor)] }, select: caseSelect });
  if (!row) return null;
  const [history, context, settings, warnings, admins] = await Promise.all([
    findPersonConduct(ctx, row.aboutId),
    readContext(ctx, row),
    readConductSettings(db),
    countWarnings(db, { userId: row.aboutId, now }),
    db.user.count({ where: { role: "admin", suspendedAt: null, id: { not: actor.userId } } }),
  ]);
  if (!history) return null;
  const written = writtenOf(row);
  const parties = partiesOf(row);
  const number = warnings + 1;
  const facts = { nombre: row.about.name, referencia: row.ticket?.reference ?? getTranslator("conduct")("list.chatReference"), fecha: formatDate(toInstant(written.at), { now }), dias: String(settings.periodDays) };
  return {
    id: row.id,
    state: row.state,
    about: { id: row.aboutId, name: row.about.name, isStaff: parties.isAboutStaff, organization: row.about.organization?.name ?? null },
    ticket: row.ticket && { reference: row.ticket.reference, subject: row.ticket.subject },
    conversationId: row.chatMessage?.conversationId ?? null,
    openedAt: row.openedAt.toISOString(),
    writtenAt: written.at.toISOString(),
    parts: markedParts(written.text, offencesOf(row)),
    ...context,
    marks: row.marks.map(({ source, comment, marker, at }) => ({ source, comment, byName: marker && shownName(marker), at: at.toISOString() })),
    review: row.reviewedAt && row.reviewer ? { at: row.reviewedAt.toISOString(), byName: shownName(row.reviewer), note: row.reviewNote } : null,
    events: row.events.map(({ id: key, type, actor: by, at, data }) => ({ id: String(key), type: type as ConductEventType, actorName: by && shownName(by), at: at.toISOString(), data: eventData(type, data) })),
    history,
    warning: number <= MOST_WARNINGS ? { number, text: fillWarning(number === 1 ? settings.firstWarning : settings.secondWarning, facts), periodDays: settings.periodDays } : null,
    warnings,
    isOther: !canReview(actor, parties),
    can: { review: row.state === "open" && canReview(actor, parties), suspend: (row.state === "open" || row.state === "warned") && canSuspend(actor, parties) },
    hasOtherAdmin: admins > 0,
  };
}

type CaseRow = Prisma.ConductCaseGetPayload<{ select: typeof caseSelect }>;
type Around = { before: ContextMessage[]; after: ContextMessage[] };

/** The words that a case is about, of which the marks give the ranges. */
function writtenOf({ message, chatMessage, ticket }: CaseRow): { text: string; at: Date } {
  const said = message ?? chatMessage;
  if (said) return { text: said.body, at: said.createdAt };
  if (!ticket) throw new Error("A case is about neither a ticket nor a conversation.");
  return { text: markedText({ subject: ticket.subject, body: ticket.body }), at: ticket.createdAt };
}

/** What was said right before and after it. */
async function readContext(ctx: Context<StaffActor>, row: CaseRow): Promise<Around> {
  if (row.chatMessage) return readTalk(ctx, row.chatMessage);
  return row.ticket && row.ticketId ? readThread(ctx, { ...row, ticket: row.ticket, ticketId: row.ticketId }) : { before: [], after: [] };
}

async function readThread({ db }: Context<StaffActor>, row: { ticketId: string; messageId: string | null; message: { createdAt: Date } | null; ticket: { createdAt: Date; body: string; requester: { name: string } } }): Promise<Around> {
  const at = (row.message ?? row.ticket).createdAt;
  const others = { ticketId: row.ticketId, ...(row.messageId ? { id: { not: row.messageId } } : {}) };
  const [before, after] = await Promise.all([
    row.messageId ? db.ticketMessage.findMany({ where: { ...others, createdAt: { lte: at } }, orderBy: { createdAt: "desc" }, take: 2, select: messageSelect }) : [],
    db.ticketMessage.findMany({ where: { ...others, createdAt: { gt: at } }, orderBy: { createdAt: "asc" }, take: 1, select: messageSelect }),
  ]);
  const opening: ContextMessage[] = row.messageId && before.length < 2 ? [{ id: row.ticketId, authorName: row.ticket.requester.name, isStaff: false, createdAt: row.ticket.createdAt.toISOString(), body: row.ticket.body }] : [];
  return { before: [...opening, ...before.toReversed().map(toContext)], after: after.map(toContext) };
}

async function readTalk({ db }: Context<StaffActor>, { conversationId, seq }: { conversationId: string; seq: number }): Promise<Around> {
  const near = (change: number[]) => db.conversationMessage.findMany({ where: { conversationId, kind: "text", seq: { in: change.map((each) => seq + each) } }, orderBy: { seq: "asc" }, select: messageSelect });
  const [before, after] = await Promise.all([near([-2, -1]), near([1])]);
  return { before: before.map(toContext), after: after.map(toContext) };
}

function toContext({ author, createdAt, ...rest }: { id: string; body: string; isStaff: boolean; createdAt: Date; author: NamedRow | null }): ContextMessage {
  return { ...rest, authorName: author ? shownName(author) : "", createdAt: createdAt.toISOString() };
}

function offencesOf({ marks }: { marks: { source: string; offences: unknown }[] }): Offence[] {
  return marks.flatMap(({ offences }) => storedOffences.parse(offences));
}

/** What a later version of the desk wrote is shown without its facts. */
function eventData(type: string, data: unknown): Record<string, string> {
  const parsed = conductEventSchemas[type as ConductEventType]?.safeParse(data);
  return parsed?.success ? Object.fromEntries(Object.entries(parsed.data).map(([key, value]) => [key, String(value)])) : {};
}
