import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { rankRelated } from "@/lib/kb/related";
import type { ArticleCard, ArticlePage, CategoryCard } from "@/lib/kb/types";
import { publishedArticles } from "@/lib/kb/visibility";
import { toInstant } from "@/lib/time/instants";

/** Titles of a category in one page; beyond that one searches. */
export const MOST_IN_CATEGORY = 300;

export async function listCategories({ db }: PublicContext): Promise<CategoryCard[]> {
  const rows = await db.kbCategory.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { slug: true, name: true, description: true, _count: { select: { articles: { where: publishedArticles } } } },
  });
  return rows.map(({ _count, ...category }) => ({ ...category, articleCount: _count.articles })).filter((category) => category.articleCount > 0);
}

/** The category with its articles, the most read first; null when there is nothing to read in it. */
export async function findCategory(
  { db }: PublicContext,
  slug: string,
): Promise<{ category: CategoryCard; articles: ArticleCard[] } | null> {
  const category = await db.kbCategory.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, description: true, _count: { select: { articles: { where: publishedArticles } } } },
  });
  if (!category || category._count.articles === 0) return null;
  const rows = await db.article.findMany({
    where: { ...publishedArticles, categoryId: category.id },
    orderBy: [{ isPinned: "desc" }, { title: "asc" }],
    take: MOST_IN_CATEGORY,
    select: cardSelect,
  });
  const { id: _, _count, ...view } = category;
  return { category: { ...view, articleCount: _count.articles }, articles: rows.map(cardOf) };
}

/** Pinned ones first, then by views. */
export async function listMostRead({ db }: PublicContext, limit: number): Promise<ArticleCard[]> {
  // Ordered by a sum, which the client cannot say.
  const order = await db.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM article WHERE status = 'published' AND published_at IS NOT NULL
    ORDER BY is_pinned DESC, carried_views + view_count DESC, title, id LIMIT ${limit}`;
  const rows = await db.article.findMany({
    where: { ...publishedArticles, id: { in: order.map((row) => row.id) } },
    select: { id: true, ...cardSelect },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [cardOf(row)] : [];
  });
}

export async function listNewest({ db }: PublicContext, limit: number): Promise<ArticleCard[]> {
  const rows = await db.article.findMany({
    where: publishedArticles,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: cardSelect,
  });
  return rows.map(cardOf);
}

export async function findArticle({ db }: PublicContext, slug: string): Promise<{ article: ArticlePage; related: ArticleCard[] } | null> {
  const row = await db.article.findFirst({
    where: { ...publishedArticles, slug },
    select: { ...cardSelect, body: true, tags: true },
  });
  if (!row) return null;
  const article = { ...cardOf(row), body: row.body };
  return { article, related: await listRelated({ db }, row) };
}

/** Slugs and dates of everything that may be read, for the sitemap. */
export async function listAddresses({ db }: PublicContext): Promise<{
  categories: string[];
  articles: Array<{ slug: string; updatedAt: Temporal.Instant }>;
  policies: Array<{ slug: string; updatedAt: Temporal.Instant }>;
}> {
  const [categories, articles, policies] = await Promise.all([
    db.kbCategory.findMany({ where: { articles: { some: publishedArticles } }, orderBy: { position: "asc" }, select: { slug: true } }),
    db.article.findMany({ where: publishedArticles, orderBy: { slug: "asc" }, take: 40_000, select: { slug: true, updatedAt: true } }),
    db.policyPage.findMany({ orderBy: { position: "asc" }, select: { slug: true, updatedAt: true } }),
  ]);
  const dated = (row: { slug: string; updatedAt: Date }) => ({ slug: row.slug, updatedAt: toInstant(row.updatedAt) });
  return { categories: categories.map((category) => category.slug), articles: articles.map(dated), policies: policies.map(dated) };
}

const RELATED_SHOWN = 4;
const RELATED_CANDIDATES = 100;

async function listRelated(
  { db }: Pick<PublicContext, "db">,
  article: { slug: string; tags: string[]; category: { slug: string } },
): Promise<ArticleCard[]> {
  const rows = await db.article.findMany({
    where: { ...publishedArticles, slug: { not: article.slug }, OR: [{ tags: { hasSome: article.tags } }, { category: { slug: article.category.slug } }] },
    orderBy: [{ viewCount: "desc" }, { id: "asc" }],
    take: RELATED_CANDIDATES,
    select: { ...cardSelect, tags: true, viewCount: true, carriedViews: true },
  });
  const candidates = rows.map((row) => ({ ...row, categorySlug: row.category.slug, views: row.viewCount + row.carriedViews }));
  return rankRelated({ ...article, categorySlug: article.category.slug }, candidates, RELATED_SHOWN).map(cardOf);
}

const cardSelect = {
  slug: true,
  title: true,
  summary: true,
  publishedAt: true,
  updatedAt: true,
  category: { select: { slug: true, name: true } },
} satisfies Prisma.ArticleSelect;

type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>;

function cardOf(row: CardRow): ArticleCard {
  return {
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    category: row.category,
    // Published articles have the date: publishedArticles asks for it.
    publishedAt: toInstant(row.publishedAt ?? row.updatedAt),
    updatedAt: toInstant(row.updatedAt),
  };
}
