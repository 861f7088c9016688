import type { ArticleLink } from "@/components/kb/article-list";
import { knowledgeHref } from "@/lib/kb/addresses";
import type { ArticleCard } from "@/lib/kb/types";
import { longDate } from "./long-date";

export function articleHref(slug: string): string {
  return knowledgeHref({ kind: "article", slug });
}

/** `note` says where the article belongs, or since when it can be read. */
export function articleLink(article: ArticleCard, { note, now }: { note?: "category" | "date"; now: Temporal.Instant }): ArticleLink {
  const notes = { category: article.category.name, date: longDate(article.publishedAt, { now }) };
  return { href: articleHref(article.slug), title: article.title, summary: article.summary, ...(note ? { note: notes[note] } : {}) };
}
