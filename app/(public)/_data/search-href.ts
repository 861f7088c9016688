import type { KnowledgeKind } from "@/lib/kb/search-types";

/** The page of results; with a token it is the same search as before, narrowed or seen again. */
export function searchHref({ query, kind, token }: { query: string; kind?: KnowledgeKind | undefined; token?: string | null }): string {
  return `/kb/search?${new URLSearchParams({ q: query, ...(kind ? { kind } : {}), ...(token ? { search: token } : {}) })}`;
}

/** A new ticket with what was looked for as its subject. */
export function newTicketHref({ query, token }: { query: string; token: string | null }): string {
  return `/portal/tickets/new?${new URLSearchParams({ subject: query, ...(token ? { search: token } : {}) })}`;
}
