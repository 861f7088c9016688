import "server-only";
import type { Tx } from "@/lib/db/client";
import type { SlaTargetKind } from "@/lib/db/generated/enums";
import { enqueue } from "@/lib/jobs/enqueue";
import { dueAtWithPauses, type BusinessCalendar } from "@/lib/sla/business-time";
import { foldClock, notBefore, type SlaClockEvent, type SlaClockEventType } from "@/lib/sla/clock";
import { CLOCKS, getCalendar, getSlaInForce } from "@/lib/sla/queries";
import { slaStateAt } from "@/lib/sla/target-state";
import { toDate, toDateOrNull, toInstant } from "@/lib/time/instants";
import type { Priority } from "@/lib/sla/priority";
import type { ClockKind, Pause } from "@/lib/sla/types";

export const RECORD_BREACH = "sla.record-breach";
export const RECORD_WARNING = "sla.record-warning";
/** Of the time promised, on its own clock. */
export const WARNED_SHARE = 0.75;

const CLOCK_COLUMN = { "business-hours": "business_hours", "business-days": "business_days" } as const;

/**
 * Makes a promise on a ticket at `at`: minutes, clock and calendar version are copied from what is in force. Nothing happens when a
 * promise of the kind is running already, or when the policy promises none.
 */
export async function activateTarget(tx: Tx, { ticketId, kind, priority, at }: {
  ticketId: string;
  kind: SlaTargetKind;
  priority: Priority;
  at: Temporal.Instant;
}): Promise<void> {
  const { calendarVersionId, calendar, policy } = await getSlaInForce({ db: tx });
  const minutes = kind === "resolution" ? policy.resolution[priority] : policy.response[priority];
  if (minutes === null) return;
  const running = await tx.ticketSlaTarget.count({ where: { ticketId, kind, fulfilledAt: null, cancelledAt: null } });
  if (running > 0) return;

  const state = slaStateAt({ calendar, clock: policy.clock, minutes, events: [{ type: "activated", at }] }, at);
  const target = await tx.ticketSlaTarget.create({
    data: {
      ticketId,
      kind,
      minutes,
      clock: CLOCK_COLUMN[policy.clock],
      calendarVersionId,
      startedAt: toDate(at),
      dueAt: toDateOrNull(state.dueAt),
      events: { create: { type: "activated", at: toDate(at) } },
    },
    select: { id: true },
  });
  if (state.dueAt) await watchOver(tx, { id: target.id, minutes, clock: policy.clock, calendar, start: at, pauses: [], dueAt: state.dueAt });
}

/** The desk answered (or solved): the promise is kept or broken as of `at`, not of when anybody noticed. */
export async function fulfillTargets(tx: Tx, input: { ticketId: string; kinds: SlaTargetKind[]; at: Temporal.Instant }): Promise<void> {
  await moveTargets(tx, { ...input, event: "fulfilled" });
}

/** The customer must act: every promise waits. */
export async function pauseTargets(tx: Tx, input: { ticketId: string; at: Temporal.Instant }): Promise<void> {
  await moveTargets(tx, { ...input, event: "paused" });
}

export async function resumeTargets(tx: Tx, input: { ticketId: string; at: Temporal.Instant }): Promise<void> {
  await moveTargets(tx, { ...input, event: "resumed" });
}

/** The ticket ended without an answer being owed: closed or merged. */
export async function cancelTargets(tx: Tx, input: { ticketId: string; at: Temporal.Instant }): Promise<void> {
  await moveTargets(tx, { ...input, event: "cancelled" });
}

/** Another priority: the running promises get its minutes, counted from when they started; one that it does not make ends. */
export async function retargetPriority(tx: Tx, { ticketId, priority, at }: {
  ticketId: string;
  priority: Priority;
  at: Temporal.Instant;
}): Promise<void> {
  const { policy } = await getSlaInForce({ db: tx });
  for (const target of await liveTargets(tx, ticketId)) {
    const minutes = target.kind === "resolution" ? policy.resolution[priority] : policy.response[priority];
    if (minutes === null) await moveTarget(tx, target, "cancelled", at);
    else await storeState(tx, { ...target, minutes }, at);
  }
}

/** The earliest due instant among the ticket's running promises, or null: what the queue is ordered by. */
export async function nextDueAt(tx: Tx, ticketId: string): Promise<Date | null> {
  const next = await tx.ticketSlaTarget.findFirst({
    where: { ticketId, fulfilledAt: null, cancelledAt: null, pausedAt: null, dueAt: { not: null } },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}

/** Records that a promise was broken. Idempotent; false when it was kept, paused, moved or noted before. */
export async function recordBreach(tx: Tx, { targetId, at }: { targetId: string; at: Temporal.Instant }): Promise<{ ticketId: string; kind: SlaTargetKind } | null> {
  await tx.$queryRaw`SELECT id FROM ticket_sla_target WHERE id = ${targetId}::uuid FOR UPDATE`;
  const target = await tx.ticketSlaTarget.findFirst({
    where: { id: targetId, breachedAt: null, fulfilledAt: null, cancelledAt: null, pausedAt: null, dueAt: { lt: toDate(at) } },
    select: { ticketId: true, kind: true, dueAt: true },
  });
  if (!target?.dueAt) return null;
  await tx.slaClockEvent.create({ data: { targetId, type: "breached", at: toDate(at) } });
  // The promise broke at its due instant; the event says when it was noticed.
  await tx.ticketSlaTarget.update({ where: { id: targetId }, data: { breachedAt: target.dueAt } });
  return { ticketId: target.ticketId, kind: target.kind };
}

/** Notes that three quarters of the time promised have gone by, once a promise; null when it was kept, paused, moved, broken or noted before. */
export async function recordWarning(tx: Tx, { targetId, at }: { targetId: string; at: Temporal.Instant }): Promise<{ ticketId: string; kind: SlaTargetKind } | null> {
  await tx.$queryRaw`SELECT id FROM ticket_sla_target WHERE id = ${targetId}::uuid FOR UPDATE`;
  const target = await tx.ticketSlaTarget.findFirst({
    where: { id: targetId, warnedAt: null, breachedAt: null, fulfilledAt: null, cancelledAt: null, pausedAt: null, dueAt: { gte: toDate(at) } },
    select: { ticketId: true, kind: true, minutes: true, clock: true, calendarVersionId: true, events: { orderBy: { id: "asc" }, select: { type: true, at: true } } },
  });
  if (!target) return null;
  const calendar = await getCalendar({ db: tx }, target.calendarVersionId);
  const events = target.events.map((event): SlaClockEvent => ({ type: event.type, at: toInstant(event.at) }));
  const { elapsedMinutes } = slaStateAt({ calendar, clock: CLOCKS[target.clock], minutes: target.minutes, events }, at);
  if (elapsedMinutes < target.minutes * WARNED_SHARE) return null;
  await tx.ticketSlaTarget.update({ where: { id: targetId }, data: { warnedAt: toDate(at) } });
  return { ticketId: target.ticketId, kind: target.kind };
}

type ClockMove = Exclude<SlaClockEventType, "activated" | "breached">;

async function moveTargets(tx: Tx, { ticketId, kinds, event, at }: {
  ticketId: string;
  kinds?: SlaTargetKind[];
  event: ClockMove;
  at: Temporal.Instant;
}): Promise<void> {
  for (const target of await liveTargets(tx, ticketId, kinds)) await moveTarget(tx, target, event, at);
}

async function moveTarget(tx: Tx, target: LiveTarget, event: ClockMove, at: Temporal.Instant): Promise<void> {
  const clock = foldClock(target.events);
  const isPaused = clock.state === "paused";
  if ((event === "paused" && isPaused) || (event === "resumed" && !isPaused)) return;
  const moved = { type: event, at: notBefore(clock, at) };
  await tx.slaClockEvent.create({ data: { targetId: target.id, type: event, at: toDate(moved.at) } });
  await storeState(tx, { ...target, events: [...target.events, moved] }, at);
}

type LiveTarget = Awaited<ReturnType<typeof liveTargets>>[number];

async function liveTargets(tx: Tx, ticketId: string, kinds?: SlaTargetKind[]) {
  const rows = await tx.ticketSlaTarget.findMany({
    where: { ticketId, fulfilledAt: null, cancelledAt: null, ...(kinds ? { kind: { in: kinds } } : {}) },
    select: {
      id: true,
      kind: true,
      minutes: true,
      clock: true,
      calendarVersionId: true,
      dueAt: true,
      events: { orderBy: { id: "asc" }, select: { type: true, at: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    events: row.events.map((event): SlaClockEvent => ({ type: event.type, at: toInstant(event.at) })),
  }));
}

/** Writes what the clock says after `events` and `minutes`; the columns are results that can be computed again. */
async function storeState(tx: Tx, target: LiveTarget, at: Temporal.Instant): Promise<void> {
  const calendar = await getCalendar({ db: tx }, target.calendarVersionId);
  const clock = foldClock(target.events);
  const state = slaStateAt({ calendar, clock: CLOCKS[target.clock], minutes: target.minutes, events: target.events }, at);
  const dueAt = toDateOrNull(state.dueAt);
  // While the clock still runs, a breach is the job's to record, with its event; once it has ended, nobody comes to record it.
  const isKnownBreach = state.isBreached && (clock.breachedAt !== null || clock.fulfilledAt !== null || clock.cancelledAt !== null);
  await tx.ticketSlaTarget.update({
    where: { id: target.id },
    data: {
      minutes: target.minutes,
      dueAt,
      pausedAt: clock.state === "paused" ? toDateOrNull(clock.pauses.at(-1)?.from ?? null) : null,
      fulfilledAt: toDateOrNull(clock.fulfilledAt),
      cancelledAt: toDateOrNull(clock.cancelledAt),
      breachedAt: isKnownBreach ? dueAt : null,
    },
  });
  const isRunning = clock.state === "running";
  if (isRunning && state.dueAt && dueAt?.getTime() !== target.dueAt?.getTime()) {
    await watchOver(tx, { id: target.id, minutes: target.minutes, clock: CLOCKS[target.clock], calendar, start: clock.startedAt, pauses: clock.pauses, dueAt: state.dueAt });
  }
}

/** Has somebody look when the promise is about to break, and when it would break. */
async function watchOver(tx: Tx, { id, dueAt, calendar, clock, ...run }: { id: string; dueAt: Temporal.Instant; calendar: BusinessCalendar; clock: ClockKind; start: Temporal.Instant; minutes: number; pauses: readonly Pause[] }): Promise<void> {
  const warnAt = dueAtWithPauses(calendar, { ...run, minutes: run.minutes * WARNED_SHARE }, clock);
  if (warnAt) await enqueue(tx, RECORD_WARNING, { targetId: id }, { startAfter: warnAt });
  await enqueue(tx, RECORD_BREACH, { targetId: id }, { startAfter: dueAt.add({ seconds: 1 }) });
}
