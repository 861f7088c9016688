import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { removeFromIndex } from "@/lib/search/document-index";
import { reindexSome } from "@/lib/search/reindexing";
import { AUDIENCES } from "./audience";
import { indexArticle, indexFaqEntry } from "./search-index";
import { readableArticlesSql } from "./visibility";

type Context = { db: Db; now: Temporal.Instant };

/** Brings the rows of articles and questions to today's analysis; see reindexSome. */
export async function reindexKnowledge(ctx: Context): Promise<{ done: number; isMore: boolean }> {
  const articles = await reindexArticles(ctx);
  const questions = await reindexFaq(ctx);
  return { done: articles.done + questions.done, isMore: articles.isMore || questions.isMore };
}

function reindexArticles({ db, now }: Context) {
  return reindexSome(db, {
    kinds: ["article", "article_customers", "article_staff"],
    async listMissing(source, limit) {
      const rows = await source.$queryRaw<Array<{ id: string }>>`
        SELECT a.id FROM article a WHERE ${readableArticlesSql(AUDIENCES)} AND NOT EXISTS (SELECT FROM search_document d WHERE d.id = a.id) LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async reindex(tx: Tx, id) {
      await tx.$queryRaw`SELECT id FROM article WHERE id = ${id}::uuid FOR SHARE`;
      await indexArticle(tx, { id, now });
    },
  });
}

function reindexFaq({ db, now }: Context) {
  return reindexSome(db, {
    kinds: ["faq"],
    async listMissing(source, limit) {
      const rows = await source.$queryRaw<Array<{ id: string }>>`
        SELECT f.id FROM faq_entry f WHERE f.archived_at IS NULL AND NOT EXISTS (SELECT FROM search_document d WHERE d.id = f.id) LIMIT ${limit}`;
      return rows.map(({ id }) => id);
    },
    async reindex(tx: Tx, id) {
      await tx.$queryRaw`SELECT id FROM faq_entry WHERE id = ${id}::uuid FOR SHARE`;
      const entry = await tx.faqEntry.findUnique({ where: { id, archivedAt: null }, select: { id: true, question: true, answer: true } });
      if (!entry) return removeFromIndex(tx, id, now);
      await indexFaqEntry(tx, { ...entry, now });
    },
  });
}
