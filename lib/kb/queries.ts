import "server-only";
import { filesBesideText, toAttachmentView } from "@/lib/attachments/views";
import { cardOf, cardSelect } from "@/lib/kb/article-cards";
import { readNextSteps } from "@/lib/kb/next-steps";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import { countTopics, pathTo, type CountedTopic, type Topic } from "@/lib/kb/topics";
import type { ArticleCard, ArticlePage, CategoryCard, CategoryLink, CategoryPage, TopicCard } from "@/lib/kb/types";
import { readableArticles, readableArticlesSql, readableCategories } from "@/lib/kb/visibility";

/** Titles of a category in one page; beyond that one searches. */
export const MOST_IN_CATEGORY = 300;

/** The first two levels of what there is to read. */
export async function listCategories(reader: KnowledgeReader): Promise<TopicCard[]> {
  const { below } = countTopics(await readTopics(reader));
  return (below.get(null) ?? []).map((topic) => ({ ...cardOfTopic(topic), children: (below.get(topic.id) ?? []).map(cardOfTopic) }));
}

/** The category with what stands in it, pinned articles first; null when there is nothing to read in it or below it. */
export async function findCategory(reader: KnowledgeReader, slug: string): Promise<CategoryPage | null> {
  const { below, byId } = countTopics(await readTopics(reader));
  const topic = [...byId.values()].find((each) => each.slug === slug);
  if (!topic) return null;
  const rows = await reader.db.article.findMany({
    where: { ...readableArticles(audiencesOfReader(reader)), categoryId: topic.id },
    orderBy: [{ isPinned: "desc" }, { title: "asc" }],
    take: MOST_IN_CATEGORY,
    select: cardSelect,
  });
  return {
    category: cardOfTopic(topic),
    path: pathTo(topic, byId).map(linkOf),
    children: (below.get(topic.id) ?? []).map(cardOfTopic),
    articles: rows.map(cardOf),
    ownCount: topic.own,
  };
}

export async function findArticle(reader: KnowledgeReader, slug: string): Promise<{ article: ArticlePage; related: ArticleCard[] } | null> {
  const row = await reader.db.article.findFirst({
    where: { ...readableArticles(audiencesOfReader(reader)), slug },
    select: { id: true, categoryId: true, ...cardSelect, body: true, tags: true, attachments: filesBesideText },
  });
  if (!row) return null;
  const [related, path] = await Promise.all([readNextSteps(reader, row), readPath(reader, row.categoryId)]);
  return { article: { ...cardOf(row), body: row.body, path, files: row.attachments.map(toAttachmentView) }, related };
}

/** Slugs and dates of everything that may be read, for the sitemap. */
export async function listAddresses(reader: KnowledgeReader): Promise<{
  categories: string[];
  articles: Array<{ slug: string; updatedAt: Temporal.Instant }>;
}> {
  const [topics, articles] = await Promise.all([
    readTopics(reader),
    // As one value: ten thousand rows would take the client longer than the database.
    reader.db.$queryRaw<[{ all: Array<[slug: string, updatedAt: string]> }]>`
      SELECT COALESCE(json_agg(json_build_array(found.slug, found.updated_at) ORDER BY found.slug), '[]') AS all
      FROM (SELECT a.slug, a.updated_at FROM article a WHERE ${readableArticlesSql(audiencesOfReader(reader))} ORDER BY a.slug LIMIT 40000) AS found`,
  ]);
  return {
    categories: [...countTopics(topics).byId.values()].map(({ slug }) => slug),
    articles: articles[0].all.map(([slug, updatedAt]) => ({ slug, updatedAt: Temporal.Instant.from(updatedAt) })),
  };
}

/** Every category of these readers with how many articles stand right in it. What is above a readable category is readable too. */
async function readTopics(reader: KnowledgeReader): Promise<Topic[]> {
  const audiences = audiencesOfReader(reader);
  const [rows, counts] = await Promise.all([
    reader.db.kbCategory.findMany({ where: readableCategories(audiences), select: { id: true, slug: true, name: true, description: true, parentId: true, position: true } }),
    reader.db.$queryRaw<Array<{ id: string; own: number }>>`SELECT a.category_id AS id, count(*)::int AS own FROM article a WHERE ${readableArticlesSql(audiences)} GROUP BY a.category_id`,
  ]);
  const own = new Map(counts.map((each) => [each.id, each.own]));
  return rows.map((row) => ({ ...row, own: own.get(row.id) ?? 0 }));
}

/** Names from the top down to this category. */
async function readPath({ db }: KnowledgeReader, id: string): Promise<CategoryLink[]> {
  return db.$queryRaw<CategoryLink[]>`
    WITH RECURSIVE up AS (
      SELECT id, slug, name, parent_id, 1 AS step FROM kb_category WHERE id = ${id}::uuid
      UNION ALL SELECT c.id, c.slug, c.name, c.parent_id, up.step + 1 FROM kb_category c JOIN up ON c.id = up.parent_id
    )
    SELECT slug, name FROM up ORDER BY step DESC`;
}

function cardOfTopic({ slug, name, description, articleCount }: CountedTopic): CategoryCard {
  return { slug, name, description, articleCount };
}

function linkOf({ slug, name }: CategoryLink): CategoryLink {
  return { slug, name };
}
