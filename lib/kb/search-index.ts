import "server-only";
import type { Tx } from "@/lib/db/client";
import { AUDIENCES, type Audience } from "@/lib/kb/audience";
import { readableArticles } from "@/lib/kb/visibility";
import { analyseText } from "@/lib/search/analysis";
import { indexDocument, removeFromIndex } from "@/lib/search/document-index";
import type { SearchKind } from "@/lib/search/types";

/** Texts of different audiences stand in different indexes. A later change of the audience alone is the database's to carry over (article_search_kind). */
export const SEARCH_KINDS: Record<Audience, SearchKind> = { public: "article", customers: "article_customers", staff: "article_staff" };

/**
 * In the transaction that writes the article, after it is written: what is published is found by those who may read it; a draft or an
 * archived article is taken out.
 */
export async function indexArticle(tx: Tx, { id, now }: { id: string; now: Temporal.Instant }): Promise<void> {
  const article = await tx.article.findFirst({ where: { ...readableArticles(AUDIENCES), id }, select: { title: true, summary: true, body: true, tags: true, effectiveAudience: true } });
  if (!article) return removeFromIndex(tx, id, now);
  const { title, summary, tags, body } = article;
  await indexDocument(tx, { id, kind: SEARCH_KINDS[article.effectiveAudience], text: analyseText({ title, body: [summary, tags.join(", "), body].join("\n") }), datedAt: now, now });
}

/** In the transaction that writes the question. */
export async function indexFaqEntry(tx: Tx, { id, question, answer, now }: { id: string; question: string; answer: string; now: Temporal.Instant }): Promise<void> {
  await indexDocument(tx, { id, kind: "faq", text: analyseText({ title: question, body: answer }), datedAt: now, now });
}
