import { amountOf, instantOf, millisecondsOf, minutesOf, timelineOf } from "./amounts";
import type { BusinessCalendar } from "./calendar";
import { DAY, WEEK, isoDateOf, mondayOfWeek, weekIndexOf } from "./local-time";
import { joinPauses, runOver, type Span } from "./pauses";
import type { ClockKind, ClosedReason, IsoDate, Pause } from "./types";

/** Dates are those of the calendar's zone; instants half-open [from, to). */
export type DueStep =
  | { kind: "start"; at: Temporal.Instant }
  /** The clock starts, or resumes, while it does not run: outside hours on a working day ("closed"), or on a date that does not count. */
  | { kind: "waits-for-opening"; from: Temporal.Instant; to: Temporal.Instant; reason: ClosedReason; holiday?: IsoDate }
  | { kind: "counts"; date: IsoDate; from: Temporal.Instant; to: Temporal.Instant; minutes: number }
  /** Whole weeks of a long span, Monday to Sunday, in one step. `holidays` are the first ones, `holidayCount` all. */
  | {
      kind: "counts-weeks";
      fromDate: IsoDate;
      toDate: IsoDate;
      weeks: number;
      minutes: number;
      holidays: IsoDate[];
      holidayCount: number;
    }
  /** Whole dates that do not count, `toDate` included. Ordinary nights are not told. */
  | { kind: "skips"; fromDate: IsoDate; toDate: IsoDate; days: number; reason: ClosedReason }
  | { kind: "paused"; from: Temporal.Instant; to: Temporal.Instant | null }
  | { kind: "due"; at: Temporal.Instant };

export interface DueExplanation {
  /** null while a pause without an end holds the clock. */
  dueAt: Temporal.Instant | null;
  steps: DueStep[];
}

/** A leg longer than this is told with its whole weeks joined. */
const LONG_LEG = 4 * WEEK;
const MOST_HOLIDAYS = 20;

/**
 * How dueAtWithPauses comes to its date, as data for the page to put into words. The minutes of "counts" and "counts-weeks" add up to
 * `minutes` when there is a date. A step for each day at most, and for spans over four weeks only for the first and the last of them.
 */
export function explainDue(
  calendar: BusinessCalendar,
  { start, minutes, pauses = [] }: { start: Temporal.Instant; minutes: number; pauses?: readonly Pause[] },
  clock: ClockKind,
): DueExplanation {
  const from = millisecondsOf(start);
  const run = runOver(timelineOf(calendar, clock).running, { start: from, amount: amountOf(minutes), pauses: joinPauses(pauses) });
  const dueAt = run.dueAt === null ? null : instantOf(run.dueAt);

  const parts = [
    ...run.legs.map((leg) => ({ from: leg.from, steps: legSteps(calendar, clock, leg) })),
    ...run.pauses.map((pause) => ({ from: pause.from, steps: [pausedStep(pause)] })),
  ].sort((a, b) => a.from - b.from);
  const end: DueStep[] = dueAt ? [{ kind: "due", at: dueAt }] : [];
  return { dueAt, steps: [{ kind: "start", at: instantOf(from) }, ...parts.flatMap((part) => part.steps), ...end] };
}

function pausedStep(pause: Span): DueStep {
  return { kind: "paused", from: instantOf(pause.from), to: pause.to === Infinity ? null : instantOf(pause.to) };
}

/** A leg is a stretch without pauses: what it waits for, then what it counts. */
function legSteps(calendar: BusinessCalendar, clock: ClockKind, leg: Span): DueStep[] {
  const opensAt = Math.min(timelineOf(calendar, clock).running.nextRunning(leg.from), leg.to);
  const waits = opensAt > leg.from ? [waitStep(calendar, { from: leg.from, to: opensAt })] : [];
  const weeks = wholeWeeksOf(calendar, leg);
  if (!weeks) return [...waits, ...daySteps(calendar, clock, leg)];
  return [
    ...waits,
    ...daySteps(calendar, clock, { from: leg.from, to: weeks.from }),
    weeksStep(calendar, clock, weeks),
    ...daySteps(calendar, clock, { from: weeks.to, to: leg.to }),
  ];
}

function waitStep(calendar: BusinessCalendar, gap: Span): DueStep {
  const day = localDayAt(calendar, gap.from);
  const reason = calendar.schedule.closedReasonOn(day) ?? "closed";
  const wait = { kind: "waits-for-opening", from: instantOf(gap.from), to: instantOf(gap.to), reason } as const;
  return reason === "holiday" ? { ...wait, holiday: isoDateOf(day) } : wait;
}

/** Each opening of the span, and before it the dates that were passed over. */
function daySteps(calendar: BusinessCalendar, clock: ClockKind, span: Span): DueStep[] {
  const { running, stopped } = timelineOf(calendar, clock);
  const steps: DueStep[] = [];
  let cursor = span.from;
  while (cursor < span.to) {
    const opensAt = Math.min(running.nextRunning(cursor), span.to);
    if (opensAt > cursor) steps.push(...skipSteps(calendar, { from: cursor, to: opensAt }));
    if (opensAt >= span.to) break;
    const dayEnds = clock === "business-days" ? nextDateAt(calendar, opensAt) : Infinity;
    cursor = Math.min(stopped.nextRunning(opensAt), dayEnds, span.to);
    steps.push({
      kind: "counts",
      date: isoDateOf(localDayAt(calendar, opensAt)),
      from: instantOf(opensAt),
      to: instantOf(cursor),
      minutes: minutesOf(cursor - opensAt),
    });
  }
  return steps;
}

/** The dates strictly inside the gap that do not count, neighbours with the same reason in one step. */
function skipSteps(calendar: BusinessCalendar, gap: Span): DueStep[] {
  const steps: Extract<DueStep, { kind: "skips" }>[] = [];
  const lastDay = localDayAt(calendar, gap.to - 1);
  const endsWithDay = localDayAt(calendar, gap.to) > lastDay;
  for (let day = firstWholeDay(calendar, gap.from); endsWithDay ? day <= lastDay : day < lastDay; day++) {
    const reason = calendar.schedule.closedReasonOn(day);
    const last = steps.at(-1);
    if (!reason) continue;
    if (last && last.reason === reason && last.toDate === isoDateOf(day - 1)) {
      last.toDate = isoDateOf(day);
      last.days += 1;
      continue;
    }
    steps.push({ kind: "skips", fromDate: isoDateOf(day), toDate: isoDateOf(day), days: 1, reason });
  }
  return steps;
}

/** The first and the last Monday 00:00 of a long leg. */
function wholeWeeksOf(calendar: BusinessCalendar, leg: Span): Span | null {
  if (leg.to - leg.from <= LONG_LEG) return null;
  const firstWeek = weekIndexOf(localDayAt(calendar, leg.from - 1)) + 1;
  const lastWeek = weekIndexOf(localDayAt(calendar, leg.to));
  return { from: startOfDay(calendar, mondayOfWeek(firstWeek)), to: startOfDay(calendar, mondayOfWeek(lastWeek)) };
}

function weeksStep(calendar: BusinessCalendar, clock: ClockKind, weeks: Span): DueStep {
  const { running } = timelineOf(calendar, clock);
  const fromDay = localDayAt(calendar, weeks.from);
  const toDay = localDayAt(calendar, weeks.to) - 1;
  const dates = { fromDate: isoDateOf(fromDay), toDate: isoDateOf(toDay) };
  const minutes = minutesOf(running.openBefore(weeks.to) - running.openBefore(weeks.from));
  if (minutes === 0) return { kind: "skips", ...dates, days: toDay + 1 - fromDay, reason: "closed" };
  const holidays = calendar.schedule.holidays.filter((day) => day >= fromDay && day <= toDay);
  return {
    kind: "counts-weeks",
    ...dates,
    weeks: (toDay + 1 - fromDay) / 7,
    minutes,
    holidays: holidays.slice(0, MOST_HOLIDAYS).map(isoDateOf),
    holidayCount: holidays.length,
  };
}

function localDayAt(calendar: BusinessCalendar, utc: number): number {
  return Math.floor((utc + calendar.zone.offsetAt(utc)) / DAY);
}

function firstWholeDay(calendar: BusinessCalendar, utc: number): number {
  const day = localDayAt(calendar, utc);
  return localDayAt(calendar, utc - 1) < day ? day : day + 1;
}

/** Where the clock is turned back over midnight a date begins twice; the later beginning is then the one ahead. */
function nextDateAt(calendar: BusinessCalendar, utc: number): number {
  const day = localDayAt(calendar, utc) + 1;
  const first = startOfDay(calendar, day);
  if (first > utc) return first;
  const midnight = Temporal.PlainDate.from(isoDateOf(day)).toPlainDateTime();
  return midnight.toZonedDateTime(calendar.zone.id, { disambiguation: "later" }).epochMilliseconds;
}

function startOfDay(calendar: BusinessCalendar, epochDay: number): number {
  return Temporal.PlainDate.from(isoDateOf(epochDay)).toZonedDateTime(calendar.zone.id).epochMilliseconds;
}
