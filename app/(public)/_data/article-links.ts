import type { ArticleLink } from "@/components/kb/article-list";
import { formatDate } from "@/lib/i18n/format";
import { knowledgeHref } from "@/lib/kb/addresses";
import type { ArticleCard } from "@/lib/kb/types";

export function articleHref(slug: string): string {
  return knowledgeHref({ kind: "article", slug });
}

/** `note` says where the article belongs, or since when it stands so. */
export function articleLink(article: ArticleCard, { note, now }: { note?: "category" | "date"; now: Temporal.Instant }): ArticleLink {
  const notes = { category: article.category.name, date: formatDate(article.updatedAt, { now }) };
  return { href: articleHref(article.slug), title: article.title, summary: article.summary, ...(note ? { note: notes[note] } : {}) };
}
