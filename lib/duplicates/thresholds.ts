/** From this probability on a ticket is listed as similar. Lists are quiet and cost little: list early. */
export const SHOW = 0.1;

/**
 * From this probability on a person must look at the ticket before sending. 0.64 stops 1 in 100 new topics of all public streams together
 * (`npm run eval -- fit` says it, `-- all` says it of each); a little more is asked for, since a customer's circumstances add to it.
 */
export const MUST_REVIEW = 0.7;

/** A solved ticket is compared for this long. */
export const SOLVED_COUNTS_FOR_DAYS = 14;

export const DEFAULT_LIMIT = 5;
export const MAX_LIMIT = 100;
