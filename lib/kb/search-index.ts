import "server-only";
import type { Tx } from "@/lib/db/client";
import { analyseText, type Analysis } from "@/lib/search/analysis";
import { indexDocument, rememberWords, removeFromIndex } from "@/lib/search/document-index";
import type { SearchKind } from "@/lib/search/types";
import { KNOWLEDGE_GRAM_LENGTH } from "./knowledge-ranking";

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
  if (status !== "published") return removeFromIndex(tx, id);
  await writeEntry(tx, { id, kind: "article", text: analyseText({ title, body: [summary, tags.join(", "), body].join("\n") }), now });
}

/** In the transaction that writes the question. */
export async function indexFaqEntry(tx: Tx, { id, question, answer, now }: { id: string; question: string; answer: string; now: Temporal.Instant }): Promise<void> {
  await writeEntry(tx, { id, kind: "faq", text: analyseText({ title: question, body: answer }), now });
}

async function writeEntry(tx: Tx, { id, kind, text, now }: { id: string; kind: SearchKind; text: Analysis; now: Temporal.Instant }): Promise<void> {
  await indexDocument(tx, { id, kind, text, gramBodyLength: KNOWLEDGE_GRAM_LENGTH, now });
  await rememberWords(tx, text);
}
