import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { cardsInOrder } from "@/lib/kb/article-cards";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import type { ArticleCard, ReadPeriod } from "@/lib/kb/types";
import { readableArticles, readableArticlesSql } from "@/lib/kb/visibility";

/** Pinned ones first, then by readers: since ever, or in the last 30 days. Of the latter, only what was pinned or read. */
export async function listMostRead(reader: KnowledgeReader, limit: number, period: ReadPeriod = "all"): Promise<ArticleCard[]> {
  if (limit === 0) return [];
  const audiences = audiencesOfReader(reader);
  const ids = await reader.db.$queryRaw<Array<{ id: string }>>(period === "all" ? mostReadEver(audiences, limit) : mostReadOfLate(audiences, limit));
  return cardsInOrder(reader.db, ids.map(({ id }) => id), readableArticles(audiences));
}

export async function listNewest(reader: KnowledgeReader, limit: number): Promise<ArticleCard[]> {
  if (limit === 0) return [];
  const audiences = audiencesOfReader(reader);
  // With its conditions as they stand in the index: as parameters of the client, the database would not know them again.
  const ids = await reader.db.$queryRaw<Array<{ id: string }>>`SELECT a.id FROM article a WHERE ${readableArticlesSql(audiences)} ORDER BY a.published_at DESC, a.id DESC LIMIT ${limit}`;
  return cardsInOrder(reader.db, ids.map(({ id }) => id), readableArticles(audiences));
}

// Ordered by sums, which the client cannot say.
function mostReadEver(audiences: ReturnType<typeof audiencesOfReader>, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id FROM article a WHERE ${readableArticlesSql(audiences)}
    ORDER BY a.is_pinned DESC, a.carried_views + a.view_count DESC, a.title, a.id LIMIT ${limit}`;
}

function mostReadOfLate(audiences: ReturnType<typeof audiencesOfReader>, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id FROM article a WHERE ${readableArticlesSql(audiences)} AND (a.is_pinned OR a.recent_views > 0)
    ORDER BY a.is_pinned DESC, a.recent_views DESC, a.title, a.id LIMIT ${limit}`;
}
