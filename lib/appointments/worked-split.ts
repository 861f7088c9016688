/** What of a session counts under its authorisation, and what does not. Whole minutes. */
export type WorkedSplit = {
  /** Written as billable: as worked, before the contract's rounding; 0 where nothing can count. */
  billable: number;
  /** Beyond what was authorised: recorded, and not billed. */
  rest: number;
};

/**
 * Splits the minutes of a session. The billable part is the longest that, rounded up to the contract's step as every entry is, stays
 * within what is left of the estimate. @param leftMinutes null where nothing bounds it; 0 where no authorisation is in force
 */
export function splitWorked({ workedMinutes, leftMinutes, roundingMinutes }: { workedMinutes: number; leftMinutes: number | null; roundingMinutes: number }): WorkedSplit {
  const most = leftMinutes === null ? workedMinutes : Math.floor(leftMinutes / roundingMinutes) * roundingMinutes;
  const billable = Math.min(workedMinutes, most);
  return { billable, rest: workedMinutes - billable };
}

/** From start to stop in minutes, each that was begun; at least one. A session that somebody forgot to stop ends after a day. */
export function workedMinutes(startedAt: Temporal.Instant, endedAt: Temporal.Instant): number {
  const minutes = Math.ceil((endedAt.epochMilliseconds - startedAt.epochMilliseconds) / 60_000);
  return Math.min(DAY_MINUTES, Math.max(1, minutes));
}

const DAY_MINUTES = 1440;
