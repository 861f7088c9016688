import { formatDuration } from "@/lib/i18n/format";
import { ok, refuse, type Result } from "@/lib/result";

/** An authorisation as far as time under it goes. Whole minutes. */
export type AuthorisedWork = {
  reference: string;
  estimatedMinutes: number;
  /** By event the price is fixed: an estimate of no minutes bounds none. */
  isByEvent: boolean;
  /** Of the contract; 1 where there is none. */
  roundingMinutes: number;
  authorisedAt: Temporal.Instant;
};

/**
 * What an entry counts under an authorisation: rounded up, each entry by itself, to the contract's step. Nothing that was worked before the
 * customer authorised it, and never more than was estimated: more needs another authorisation (policy, 7 and 8).
 * @param used minutes that count already, reversals taken off
 */
export function decideBillable(work: AuthorisedWork, { minutes, used, startedAt }: { minutes: number; used: number; startedAt: Temporal.Instant }): Result<
  number,
  "TIME_BEFORE_AUTHORISATION" | "OVER_ESTIMATE"
> {
  if (Temporal.Instant.compare(startedAt, toMinute(work.authorisedAt)) < 0) return refuse("TIME_BEFORE_AUTHORISATION", { reference: work.reference });
  const billable = Math.ceil(minutes / work.roundingMinutes) * work.roundingMinutes;
  const left = minutesLeft(work, used);
  if (left === null || billable <= left) return ok(billable);
  return refuse("OVER_ESTIMATE", { reference: work.reference, left, leftText: formatDuration(left), askedText: formatDuration(billable) });
}

/** What is left of the estimate, never below zero; null where nothing bounds it. */
export function minutesLeft({ estimatedMinutes, isByEvent }: Pick<AuthorisedWork, "estimatedMinutes" | "isByEvent">, used: number): number | null {
  return isByEvent && estimatedMinutes === 0 ? null : Math.max(0, estimatedMinutes - used);
}

/** The form takes whole minutes: what began in the minute of the authorisation began under it. */
function toMinute(instant: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant.epochMilliseconds / 60_000) * 60_000);
}

/** Nobody has worked tomorrow; a minute is forgiven, for clocks that differ. */
export function isInFuture({ startedAt, minutes, now }: { startedAt: Temporal.Instant; minutes: number; now: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(startedAt.add({ minutes }), now.add({ minutes: 1 })) > 0;
}
