import type { KnowledgeKind } from "./search-types";

/** Where an article or a question is read. `search` is the token of the search that led there, which public/enhance.js takes up. */
export function knowledgeHref({ kind, slug }: { kind: KnowledgeKind; slug: string }, search?: string | null): string {
  const query = search ? `?${new URLSearchParams({ search })}` : "";
  return kind === "article" ? `/kb/articles/${slug}${query}` : `/faq${query}#${slug}`;
}
