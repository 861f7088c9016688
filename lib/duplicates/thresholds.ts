/** From this probability on a ticket is listed as similar. Lists are quiet and cost little: list early. */
export const SHOW = 0.1;

/**
 * From this probability on a person must look at the ticket before sending. The threshold that stops 1 in 100 new topics lies between
 * 0.44 and 0.76 on four of the five public streams, and at 0.93 on the smallest (65 duplicates); scripts/eval/run.ts measures it.
 */
export const MUST_REVIEW = 0.7;

/** A solved ticket is compared for this long. */
export const SOLVED_COUNTS_FOR_DAYS = 14;

export const DEFAULT_LIMIT = 5;
export const MAX_LIMIT = 100;
