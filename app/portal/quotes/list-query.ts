import { QUOTE_FILTERS, type QuoteFilter } from "@/lib/quotes/quote-filters";

export type QuoteListQuery = { filter: QuoteFilter; cursor?: string };
type RawQuery = Record<string, string | string[] | undefined>;

/** Nonsense is read as nothing: first what waits for an answer. */
export function readQuoteQuery(raw: RawQuery): QuoteListQuery {
  const cursor = typeof raw.cursor === "string" ? raw.cursor.slice(0, 500) : undefined;
  return { filter: QUOTE_FILTERS.find((each) => each === raw.filter) ?? "open", cursor };
}

export function quotesAddress({ filter, cursor }: { filter: string; cursor?: string }, base = "/portal/quotes"): string {
  const query = new URLSearchParams({ ...(filter === "open" ? {} : { filter }), ...(cursor ? { cursor } : {}) }).toString();
  return query ? `${base}?${query}` : base;
}
