import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Candidate } from "@/lib/appointments/choose-agent";
import { HORIZON_DAYS } from "@/lib/appointments/rules";
import { offeredSlots } from "@/lib/appointments/slots";
import { LIVE_STATES, type AppointmentRules, type SlotView, type Span } from "@/lib/appointments/types";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { toDate, toInstant } from "@/lib/time/instants";

/** An agent who can be booked at all, with what may be offered. */
export type AgentSlots = Candidate & { name: string; slots: Span[] };

/**
 * The slots of every agent who has told a week, or of one of them. Three queries, however many agents there are.
 * @param without appointments that would make room: their time is free
 */
export async function readFreeSlots(db: Db | Tx, { calendar, rules, minutes, now, agentId, without = [] }: {
  calendar: BusinessCalendar;
  rules: AppointmentRules;
  minutes: number;
  now: Temporal.Instant;
  agentId?: string;
  without?: readonly string[];
}): Promise<AgentSlots[]> {
  const agents = await db.user.findMany({
    where: { role: { in: ["agent", "admin"] }, suspendedAt: null, availability: { some: {} }, ...(agentId ? { id: agentId } : {}) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, availability: { select: { weekday: true, startsMinute: true, endsMinute: true } } },
  });
  const ids = { in: agents.map(({ id }) => id) };
  const ahead = { startsAt: { lt: toDate(now.add({ hours: (HORIZON_DAYS + 1) * 24 })) }, endsAt: { gt: toDate(now) } };
  // One after another: a transaction has one connection.
  const absences = await db.agentAbsence.findMany({ where: { agentId: ids, ...ahead }, select: { agentId: true, startsAt: true, endsAt: true } });
  const booked = await db.appointment.findMany({
    where: { agentId: ids, state: { in: [...LIVE_STATES] }, ...ahead, id: { notIn: [...without] } },
    select: { agentId: true, startsAt: true, endsAt: true },
  });
  return agents.map(({ id, name, availability }) => {
    const own = booked.filter((each) => each.agentId === id);
    const spans = { absences: absences.filter((each) => each.agentId === id).map(toSpan), booked: own.map(toSpan) };
    const load = own.reduce((sum, each) => sum + (each.endsAt.getTime() - each.startsAt.getTime()) / 60_000, 0);
    return { id, name, load, slots: offeredSlots({ calendar, weekly: availability, ...spans, slotMinutes: rules.slotMinutes, leadMinutes: rules.leadMinutes, minutes, now }) };
  });
}

/** What is free with any of them, each beginning once, ascending. */
export function anyonesSlots(agents: readonly Pick<AgentSlots, "slots">[]): SlotView[] {
  const byStart = new Map(agents.flatMap(({ slots }) => slots.map((slot) => [slot.from.epochMilliseconds, slot] as const)));
  return [...byStart].sort(([a], [b]) => a - b).map(([, { from, to }]) => ({ startsAt: from.toString(), endsAt: to.toString() }));
}

/** The few that are nearest to what was asked for, ascending: shown where that one is taken. */
export function nearestSlots(slots: readonly SlotView[], to: Temporal.Instant, count = 6): SlotView[] {
  const distance = ({ startsAt }: SlotView) => Math.abs(Temporal.Instant.from(startsAt).epochMilliseconds - to.epochMilliseconds);
  return [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, count).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

export function hasSlot({ slots }: Pick<AgentSlots, "slots">, startsAt: Temporal.Instant): boolean {
  return slots.some(({ from }) => Temporal.Instant.compare(from, startsAt) === 0);
}

function toSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Span {
  return { from: toInstant(startsAt), to: toInstant(endsAt) };
}
