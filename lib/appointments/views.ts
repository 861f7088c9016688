import "server-only";
import { costOfChange } from "@/lib/appointments/change-rules";
import { codeStatus, doorOpensAt, joinHref } from "@/lib/appointments/join-link";
import { awaitedSide, canChange, canConfirm, canMarkMissed, canStart, canStop, sideOf } from "@/lib/appointments/policy";
import { readAppointmentRules } from "@/lib/appointments/settings";
import type { AppointmentRules, AppointmentView, JoinView } from "@/lib/appointments/types";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { nameFor, shownNameSelect } from "@/lib/auth/shown-name";
import type { Prisma } from "@/lib/db/generated/client";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { getSlaInForce } from "@/lib/sla/queries";
import { toInstant } from "@/lib/time/instants";

export const appointmentSelect = {
  id: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  startedAt: true,
  endedAt: true,
  customerConfirmedAt: true,
  agentConfirmedAt: true,
  place: true,
  joinCode: true,
  remoteTool: true,
  cancelReason: true,
  costMinutes: true,
  dayRemindedAt: true,
  hourRemindedAt: true,
  movedTo: { select: { id: true } },
  agent: { select: { id: true, ...shownNameSelect } },
  ticket: { select: { id: true, reference: true, subject: true, requester: { select: { name: true } }, organization: { select: { name: true } } } },
  quote: { select: { id: true, reference: true, state: true, estimatedMinutes: true, closing: { select: { quoteId: true } } } },
} as const satisfies Prisma.AppointmentSelect;

export type AppointmentRow = Prisma.AppointmentGetPayload<{ select: typeof appointmentSelect }>;

/** Rows as the reader may know them now. Two queries for all, and one sum of what was used. */
export async function toAppointmentViews({ db, actor, now }: Context<PersonActor>, rows: readonly AppointmentRow[]): Promise<AppointmentView[]> {
  if (rows.length === 0) return [];
  const [{ calendar }, rules, sums] = await Promise.all([
    getSlaInForce({ db }),
    readAppointmentRules(db),
    db.timeEntry.groupBy({ by: ["quoteId"], where: { quoteId: { in: rows.map(({ quote }) => quote.id) } }, _sum: { billableMinutes: true } }),
  ]);
  const used = new Map(sums.map(({ quoteId, _sum }) => [quoteId, _sum.billableMinutes ?? 0]));
  return rows.map((row) => toView(row, { actor, now, calendar, rules, usedMinutes: used.get(row.quote.id) ?? 0 }));
}

type Knowing = { actor: PersonActor; now: Temporal.Instant; calendar: BusinessCalendar; rules: AppointmentRules; usedMinutes: number };

function toView(row: AppointmentRow, { actor, now, calendar, rules, usedMinutes }: Knowing): AppointmentView {
  const startsAt = toInstant(row.startsAt);
  const facts = { state: row.state, startsAt, customerConfirmed: row.customerConfirmedAt !== null, agentConfirmed: row.agentConfirmedAt !== null };
  const isInForce = row.quote.state === "authorised" && row.quote.closing === null;
  const leftMinutes = isInForce ? Math.max(0, row.quote.estimatedMinutes - usedMinutes) : 0;
  const change = costOfChange({ calendar, rules, state: row.state, startsAt, by: sideOf(actor), leftMinutes, now });
  const mayChange = canChange(actor, facts, now);
  return {
    id: row.id,
    ticket: { id: row.ticket.id, reference: row.ticket.reference, subject: row.ticket.subject },
    quoteReference: row.quote.reference,
    agent: { id: row.agent.id, name: nameFor(actor, row.agent) },
    customerName: row.ticket.requester.name,
    organizationName: row.ticket.organization?.name ?? null,
    kind: row.kind,
    state: row.state,
    startsAt: startsAt.toString(),
    endsAt: toInstant(row.endsAt).toString(),
    timeZone: calendar.zone.id,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    cancelReason: row.cancelReason,
    isMoved: row.movedTo !== null,
    costMinutes: row.costMinutes,
    awaits: awaitedSide(facts),
    join: toJoin(row, now),
    change: { ...change, freeUntil: change.freeUntil.toString() },
    reminded: row.hourRemindedAt ? "hour" : row.dayRemindedAt ? "day" : null,
    can: {
      confirm: canConfirm(actor, facts, now),
      cancel: mayChange,
      move: mayChange && isInForce,
      start: canStart(actor, facts, now) && isInForce,
      stop: canStop(actor, facts),
      miss: canMarkMissed(actor, facts, now),
    },
  };
}

/** The code leaves the server while it may be used, and at no other time. */
function toJoin(row: AppointmentRow, now: Temporal.Instant): JoinView {
  if (row.kind === "phone") return { kind: "phone", number: row.place === "" ? null : row.place };
  const startsAt = toInstant(row.startsAt);
  const tool = row.remoteTool ?? "other";
  const status = codeStatus({ state: row.state, startsAt, endsAt: toInstant(row.endsAt), now });
  if (status === "early") return { kind: "remote", tool, status, opensAt: doorOpensAt(startsAt).toString() };
  if (status === "over" || row.joinCode === null) return { kind: "remote", tool, status: "over" };
  return { kind: "remote", tool, status, code: row.joinCode, href: joinHref(row.place, row.joinCode) };
}
