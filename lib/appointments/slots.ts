import { difference, intersection, joined, type MsSpan } from "@/lib/appointments/spans";
import type { Span, WeeklySpan } from "@/lib/appointments/types";
import { nextOpenings } from "@/lib/sla/opening";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { HORIZON_DAYS } from "@/lib/appointments/rules";

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export type SlotQuestion = {
  /** The support calendar: its opening hours, its holidays, its zone. */
  calendar: BusinessCalendar;
  /** An agent's own week, in the calendar's zone. */
  weekly: readonly WeeklySpan[];
  absences: readonly Span[];
  booked: readonly Span[];
  slotMinutes: number;
  leadMinutes: number;
  /** How long the appointment is. */
  minutes: number;
  now: Temporal.Instant;
};

/**
 * When an appointment of one agent can begin and end, ascending, within HORIZON_DAYS: support calendar ∩ the agent's week − absences − booked.
 * Beginnings stand on whole slots of the wall clock in the calendar's zone (9:00, 9:30 …), so a clock change there moves nothing within a
 * day, and changes elsewhere do not matter. An hour that the clock repeats is offered the first time.
 */
export function offeredSlots(question: SlotQuestion): Span[] {
  const { calendar, slotMinutes, leadMinutes, minutes, now } = question;
  const zone = calendar.zone.id;
  const earliest = now.epochMilliseconds + leadMinutes * MINUTE;
  const latest = now.epochMilliseconds + HORIZON_DAYS * DAY_MINUTES * MINUTE;
  const days = daysBetween(earliest, latest, zone);
  const week = joined(days.flatMap((day) => question.weekly.filter(({ weekday }) => weekday === day.dayOfWeek).map((span) => spanOn(day, span, zone))));
  const open = intersection(openings(calendar, now, latest), week);
  const free = difference(open, joined([...question.absences, ...question.booked].map(toMs)));

  const slots: Span[] = [];
  for (const day of days) {
    for (let minute = 0; minute < DAY_MINUTES; minute += slotMinutes) {
      const from = instantOn(day, minute, zone);
      if (from === null || from < earliest || from > latest) continue;
      const to = from + minutes * MINUTE;
      if (free.some((span) => span.from <= from && to <= span.to)) slots.push({ from: at(from), to: at(to) });
    }
  }
  return slots;
}

/** Whether this very slot is offered. */
export function isOffered(question: SlotQuestion, startsAt: Temporal.Instant): boolean {
  return offeredSlots(question).some(({ from }) => from.epochMilliseconds === startsAt.epochMilliseconds);
}

function openings(calendar: BusinessCalendar, now: Temporal.Instant, latest: number): MsSpan[] {
  // A desk that opens five times a day still has fewer in four weeks.
  const found = nextOpenings(calendar, now, 200).map(({ opensAt, closesAt }) => ({ from: opensAt.epochMilliseconds, to: closesAt?.epochMilliseconds ?? Infinity }));
  return joined(found.filter(({ from }) => from <= latest));
}

function daysBetween(from: number, to: number, zone: string): Temporal.PlainDate[] {
  const last = at(to).toZonedDateTimeISO(zone).toPlainDate();
  const days: Temporal.PlainDate[] = [];
  for (let day = at(from).toZonedDateTimeISO(zone).toPlainDate(); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(day);
  return days;
}

function spanOn(day: Temporal.PlainDate, { startsMinute, endsMinute }: WeeklySpan, zone: string): MsSpan {
  return { from: wallTime(day, startsMinute, zone).epochMilliseconds, to: wallTime(day, endsMinute, zone).epochMilliseconds };
}

/** Null when the clock skips this minute on that day. */
function instantOn(day: Temporal.PlainDate, minute: number, zone: string): number | null {
  const moment = wallTime(day, minute, zone);
  return moment.hour * 60 + moment.minute === minute ? moment.epochMilliseconds : null;
}

function wallTime(day: Temporal.PlainDate, minute: number, zone: string): Temporal.ZonedDateTime {
  if (minute === DAY_MINUTES) return day.add({ days: 1 }).toZonedDateTime(zone);
  return day.toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60) });
}

function toMs({ from, to }: Span): MsSpan {
  return { from: from.epochMilliseconds, to: to.epochMilliseconds };
}

function at(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
