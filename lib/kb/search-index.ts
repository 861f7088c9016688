import "server-only";
import type { Tx } from "@/lib/db/client";
import { analyseText } from "@/lib/search/analysis";
import { indexDocument, removeFromIndex } from "@/lib/search/document-index";

export type IndexedArticle = {
  id: string;
  status: "draft" | "published" | "archived";
  title: string;
  summary: string;
  body: string;
  tags: readonly string[];
  now: Temporal.Instant;
};

/** In the transaction that writes the article. Only what the public may read is findable: a draft or an archived article is taken out. */
export async function indexArticle(tx: Tx, { id, status, title, summary, body, tags, now }: IndexedArticle): Promise<void> {
  if (status !== "published") return removeFromIndex(tx, id, now);
  await indexDocument(tx, { id, kind: "article", text: analyseText({ title, body: [summary, tags.join(", "), body].join("\n") }), datedAt: now, now });
}

/** In the transaction that writes the question. */
export async function indexFaqEntry(tx: Tx, { id, question, answer, now }: { id: string; question: string; answer: string; now: Temporal.Instant }): Promise<void> {
  await indexDocument(tx, { id, kind: "faq", text: analyseText({ title: question, body: answer }), datedAt: now, now });
}
