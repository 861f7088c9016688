import type { AppointmentRules, AppointmentState, Side } from "@/lib/appointments/types";
import { businessMinutesBetween, latestStartFor, type BusinessCalendar } from "@/lib/sla/business-time";

export type ChangeQuestion = {
  calendar: BusinessCalendar;
  rules: Pick<AppointmentRules, "lateMinutes" | "lateCostMinutes">;
  state: AppointmentState;
  startsAt: Temporal.Instant;
  /** Who changes it. */
  by: Side;
  /** Of the authorisation, not used yet: nobody owes more than they authorised. */
  leftMinutes: number;
  now: Temporal.Instant;
};

export type ChangeCost = {
  costMinutes: number;
  isLate: boolean;
  /** Until then it costs nothing. */
  freeUntil: Temporal.Instant;
};

/**
 * What cancelling or moving costs now, in minutes under the authorisation. Late is when fewer than `lateMinutes` of business time are left
 * until it begins. Only a customer pays, and only for what both sides had confirmed; the desk never costs the customer.
 */
export function costOfChange({ calendar, rules, state, startsAt, by, leftMinutes, now }: ChangeQuestion): ChangeCost {
  const freeUntil = latestStartFor(calendar, startsAt, rules.lateMinutes, "business-hours");
  const isLate = rules.lateMinutes > 0 && businessMinutesBetween(calendar, now, startsAt, "business-hours") < rules.lateMinutes;
  const isOwed = by === "customer" && state === "confirmed" && isLate;
  return { costMinutes: isOwed ? capped(rules.lateCostMinutes, leftMinutes) : 0, isLate, freeUntil };
}

/** What it costs that somebody was not there: the customer's absence as a change at the last moment, the desk's nothing. */
export function costOfMissing({ rules, missedBy, leftMinutes }: { rules: Pick<AppointmentRules, "lateCostMinutes">; missedBy: Side; leftMinutes: number }): number {
  return missedBy === "customer" ? capped(rules.lateCostMinutes, leftMinutes) : 0;
}

function capped(minutes: number, leftMinutes: number): number {
  return Math.max(0, Math.min(minutes, leftMinutes));
}
