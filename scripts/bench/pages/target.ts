export type RequestShape = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };

/** A page or route to measure. */
export type Target = {
  name: string;
  /** Asked in turn, so that no cache answers what it would not answer in life. */
  requests: RequestShape[];
  /** Stands in every answer: what is measured is the page, not a page that says no. */
  contains: string;
  /** For searches: stands in the answers that found something. */
  found?: string;
  /** What it should stay under, one at a time, at the 95th percentile. */
  goalMs?: number;
};
