import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { removeFromIndex } from "@/lib/search/document-index";
import { reindexSome } from "@/lib/search/reindexing";
import { indexArticle, indexFaqEntry } from "./search-index";

type Context = { db: Db; now: Temporal.Instant };

/** Brings the rows of articles and questions to today's analysis; see reindexSome. */
export async function reindexKnowledge(ctx: Context): Promise<{ done: number; isMore: boolean }> {
  const articles = await reindexArticles(ctx);
  const questions = await reindexFaq(ctx);
  return { done: articles.done + questions.done, isMore: articles.isMore || questions.isMore };
}

function reindexArticles({ db, now }: Context) {
  return reindexSome(db, {
    kind: "article",
    async listMissing(source, limit) {
      const rows = await source.$queryRaw<Array<{ id: string }>>`
        SELECT a.id FROM article a WHERE a.status = 'published' AND NOT EXISTS (SELECT FROM search_document d WHERE d.id = a.id) LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async reindex(tx: Tx, id) {
      await tx.$queryRaw`SELECT id FROM article WHERE id = ${id}::uuid FOR SHARE`;
      const article = await tx.article.findUnique({ where: { id }, select: { id: true, status: true, title: true, summary: true, body: true, tags: true } });
      if (!article) return removeFromIndex(tx, id, now);
      await indexArticle(tx, { ...article, now });
    },
  });
}

function reindexFaq({ db, now }: Context) {
  return reindexSome(db, {
    kind: "faq",
    async listMissing(source, limit) {
      const rows = await source.$queryRaw<Array<{ id: string }>>`
        SELECT f.id FROM faq_entry f WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.id = f.id) LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async reindex(tx: Tx, id) {
      await tx.$queryRaw`SELECT id FROM faq_entry WHERE id = ${id}::uuid FOR SHARE`;
      const entry = await tx.faqEntry.findUnique({ where: { id }, select: { id: true, question: true, answer: true } });
      if (!entry) return removeFromIndex(tx, id, now);
      await indexFaqEntry(tx, { ...entry, now });
    },
  });
}
