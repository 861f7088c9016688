/** The parts of a list of quotes, in the order in which they are offered: what waits for an answer first. */
export const QUOTE_FILTERS = ["open", "authorised", "ended", "all"] as const;
export type QuoteFilter = (typeof QUOTE_FILTERS)[number];

export const STAFF_QUOTE_FILTERS = ["open", "draft", "authorised", "ended", "all"] as const;
export type StaffQuoteFilter = (typeof STAFF_QUOTE_FILTERS)[number];
