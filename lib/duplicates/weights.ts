/**
 * What each feature is worth. `rank` and `alarm` were fitted on public streams of tickets with known duplicates; `circumstance` is set by
 * hand, because no public stream knows who wrote a ticket, until the decisions of our own customers can be fitted.
 */
export const WEIGHTS = {
  /** Orders the candidates: how alike two texts are, on a logit scale. */
  rank: { base: -5.135, terms: 2.327, grams: 4.491, termsAgainstBest: 3.117, age: -0.628 },
  /** How sure: the likeness itself, how far it stands above the next one and the field, and how much of either subject the other ticket knows. */
  alarm: { base: -3.697, rank: 0.104, leadOverNext: 0.212, lead: 0.161, leadOverField: 0.267, draftSubject: 0.720, ticketSubject: 1.768, missingWord: -0.505 },
  /**
   * Among one's own few live tickets the same code or address means the same matter; among strangers' it is a word like others, and
   * already weighed as one. `conflict`: both name one, and not the same: two months, two folios, two mailboxes.
   */
  circumstance: {
    requester: { base: 0.6, sameProduct: 0.3, otherProduct: -0.3, sharedIdentifier: 0.6, sharedCode: 0.8, conflict: -1 },
    organization: { base: 0.2, sameProduct: 0.3, otherProduct: -0.3, sharedIdentifier: 0.6, sharedCode: 0.8, conflict: -1 },
    all: { base: 0, sameProduct: 0.2, otherProduct: 0, sharedIdentifier: 0, sharedCode: 0, conflict: -1 },
  },
} as const;

/** Two tickets that name two different things may be listed, but nobody is stopped at them. */
export const CONFLICT_CEILING = 0.5;

/** Fewer candidates than the field needs: the missing ones count as strangers of this rank. */
export const STRANGER_RANK = -3.5;

/** The streams that were fitted span years, and count an age in tickets since. Here two years stand for the whole. */
export const AGE_SPAN_DAYS = 730;
