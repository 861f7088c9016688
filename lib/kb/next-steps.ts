import "server-only";
import { cardOf, cardSelect, cardsInOrder } from "@/lib/kb/article-cards";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import { rankRelated } from "@/lib/kb/related";
import { searchKnowledge } from "@/lib/kb/search-knowledge";
import type { ArticleCard } from "@/lib/kb/types";
import { readableArticles } from "@/lib/kb/visibility";

const SHOWN = 4;
const CANDIDATES = 100;
/** Further down, what the search finds has only a word in common. */
const LIKEST = 6;

type Read = { id: string; categoryId: string; slug: string; title: string; tags: string[]; category: { slug: string } };

/** Where to go on from an article: the ones its author chose, in their order, then those that are most like it, as far as there is room. */
export async function readNextSteps(reader: KnowledgeReader, article: Read): Promise<ArticleCard[]> {
  const where = readableArticles(audiencesOfReader(reader));
  const chosen = await readChosen(reader, article, where);
  if (chosen.length >= SHOWN) return chosen.slice(0, SHOWN);
  const near = others(article, chosen, await readNeighbours(reader, article, where));
  // The search is asked only where tags and category say too little.
  const like = chosen.length + near.length < SHOWN ? others(article, [...chosen, ...near], await readLike(reader, article)) : [];
  return [...chosen, ...near, ...like].slice(0, SHOWN);
}

/** Those that are not there yet. */
function others({ slug: own }: Read, known: readonly ArticleCard[], more: readonly ArticleCard[]): ArticleCard[] {
  const slugs = new Set([own, ...known.map(({ slug }) => slug)]);
  return more.filter(({ slug }) => !slugs.has(slug));
}

type Where = ReturnType<typeof readableArticles>;

async function readChosen({ db }: KnowledgeReader, { id }: Read, where: Where): Promise<ArticleCard[]> {
  const rows = await db.articleRelated.findMany({ where: { articleId: id, related: where }, orderBy: [{ position: "asc" }, { relatedId: "asc" }], take: SHOWN, select: { relatedId: true } });
  return cardsInOrder(db, rows.map(({ relatedId }) => relatedId), where);
}

/** By tags and category. */
async function readNeighbours({ db }: KnowledgeReader, article: Read, where: Where): Promise<ArticleCard[]> {
  const rows = await db.article.findMany({
    where: { ...where, slug: { not: article.slug }, OR: [{ tags: { hasSome: article.tags } }, { categoryId: article.categoryId }] },
    orderBy: [{ viewCount: "desc" }, { id: "asc" }],
    take: CANDIDATES,
    select: { ...cardSelect, tags: true, viewCount: true, carriedViews: true },
  });
  const candidates = rows.map((row) => ({ ...row, categorySlug: row.category.slug, views: row.viewCount + row.carriedViews }));
  return rankRelated({ ...article, categorySlug: article.category.slug }, candidates, SHOWN).map(cardOf);
}

/** By words: what somebody finds who looks for this article's title. */
async function readLike(reader: KnowledgeReader, { title }: Read): Promise<ArticleCard[]> {
  const { hits } = await searchKnowledge(reader, { text: title, kinds: ["article"], limit: LIKEST });
  return cardsInOrder(reader.db, hits.map(({ id }) => id), readableArticles(audiencesOfReader(reader)));
}
