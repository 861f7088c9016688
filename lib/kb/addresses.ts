import type { KnowledgeKind } from "./search-types";

/** Where an article or a question is read. */
export function knowledgeHref({ kind, slug }: { kind: KnowledgeKind; slug: string }): string {
  return kind === "article" ? `/kb/articles/${slug}` : `/faq#${slug}`;
}
