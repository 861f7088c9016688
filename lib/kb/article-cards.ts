import "server-only";
import type { Db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ArticleCard } from "@/lib/kb/types";
import { toInstant } from "@/lib/time/instants";

export const cardSelect = {
  slug: true,
  title: true,
  summary: true,
  publishedAt: true,
  updatedAt: true,
  effectiveAudience: true,
  category: { select: { slug: true, name: true } },
} satisfies Prisma.ArticleSelect;

type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>;

export function cardOf(row: CardRow): ArticleCard {
  return {
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    category: row.category,
    audience: row.effectiveAudience,
    // Published articles have the date: readableArticles asks for it.
    publishedAt: toInstant(row.publishedAt ?? row.updatedAt),
    updatedAt: toInstant(row.updatedAt),
  };
}

/** The cards of these articles in this order, of those that `where` lets through. */
export async function cardsInOrder(db: Db, ids: readonly string[], where: Prisma.ArticleWhereInput): Promise<ArticleCard[]> {
  if (ids.length === 0) return [];
  const rows = await db.article.findMany({ where: { AND: [where, { id: { in: [...ids] } }] }, select: { id: true, ...cardSelect } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [cardOf(row)] : [];
  });
}
