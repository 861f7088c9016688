import type { KnowledgeKind } from "@/lib/kb/search-types";

export function searchHref({ query, kind }: { query: string; kind?: KnowledgeKind | undefined }): string {
  return `/kb/search?${new URLSearchParams({ q: query, ...(kind ? { kind } : {}) })}`;
}
