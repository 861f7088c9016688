import { ok, refuse, type Result } from "@/lib/result";

export const QUOTE_STATES = ["draft", "sent", "authorised", "declined", "expired", "superseded", "withdrawn"] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];
export type QuoteMove = "send" | "authorise" | "decline" | "expire" | "supersede" | "withdraw" | "release";

/**
 * A quote is the desk's until it is sent, then the customer's until it is decided; whatever it becomes then, it stays. What was authorised
 * is not superseded: work beyond it takes a further quote, with an authorisation of its own. Where nothing is done under it, it is released.
 */
const MOVES: Record<QuoteState, Partial<Record<QuoteMove, QuoteState>>> = {
  draft: { send: "sent" },
  sent: { authorise: "authorised", decline: "declined", expire: "expired", supersede: "superseded", withdraw: "withdrawn" },
  authorised: { release: "withdrawn" },
  declined: {},
  expired: {},
  superseded: {},
  withdrawn: {},
};

export type StateRefusal = "QUOTE_NOT_SENT_YET" | "QUOTE_ALREADY_SENT" | "QUOTE_AUTHORISED" | "QUOTE_DECLINED" | "QUOTE_EXPIRED" | "QUOTE_SUPERSEDED" | "QUOTE_WITHDRAWN";

const REFUSALS: Record<QuoteState, StateRefusal> = {
  draft: "QUOTE_NOT_SENT_YET",
  sent: "QUOTE_ALREADY_SENT",
  authorised: "QUOTE_AUTHORISED",
  declined: "QUOTE_DECLINED",
  expired: "QUOTE_EXPIRED",
  superseded: "QUOTE_SUPERSEDED",
  withdrawn: "QUOTE_WITHDRAWN",
};

/** Where a move leads; refused with what the quote is instead. */
export function moveQuote(state: QuoteState, move: QuoteMove): Result<QuoteState, StateRefusal> {
  const next = MOVES[state][move];
  return next ? ok(next) : refuse(REFUSALS[state]);
}

/** Past its last instant, whatever has been noted of it: the customer may not answer any more. */
export function isPastValidity(validUntil: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, validUntil) > 0;
}

/** What a quote is to whoever looks at it now: one that is past its end has expired, even before a job says so. */
export function shownState({ state, validUntil }: { state: QuoteState; validUntil: Temporal.Instant }, now: Temporal.Instant): QuoteState {
  return state === "sent" && isPastValidity(validUntil, now) ? "expired" : state;
}

export const DEFAULT_VALID_DAYS = 15;
export const MOST_VALID_DAYS = 90;

/** The last instant of a day in the desk's zone; a day that a clock change shortens ends all the same at midnight. */
export function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });
}

/** Whether a quote may be valid until this day: today at the earliest. */
export function isValidityAllowed(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const days = today.until(day, { largestUnit: "days" }).days;
  return days >= 0 && days <= MOST_VALID_DAYS;
}
