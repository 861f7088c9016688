/** What the list shows, as its address says it. */
export const LIST_FILTERS = ["live", "waiting", "done", "all"] as const;
export type ListQuery = { filter: (typeof LIST_FILTERS)[number]; search?: string; cursor?: string };
export type RawQuery = Record<string, string | string[] | undefined>;

/** Without a filter, what is under way; a search looks through everything unless told. Nonsense is read as nothing. */
export function readListQuery(raw: RawQuery): ListQuery {
  const search = textOf(raw.q, 200)?.trim() || undefined;
  const filter = LIST_FILTERS.find((each) => each === raw.filter) ?? (search ? "all" : "live");
  return { filter, search, cursor: textOf(raw.cursor, 500) };
}

export function listAddress({ filter, search, cursor }: ListQuery): string {
  const query = new URLSearchParams();
  if (filter !== (search ? "all" : "live")) query.set("filter", filter);
  if (search) query.set("q", search);
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `/portal/tickets?${text}` : "/portal/tickets";
}

function textOf(value: string | string[] | undefined, max: number): string | undefined {
  if (typeof value !== "string" || value.includes("\0") || !value.isWellFormed()) return undefined;
  return value.slice(0, max) || undefined;
}
