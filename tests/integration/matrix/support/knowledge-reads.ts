import type { PersonActor } from "@/lib/auth/actor";
import { listMostRead, listNewest } from "@/lib/kb/article-lists";
import { countArticleView } from "@/lib/kb/commands";
import { castVote } from "@/lib/kb/commands/cast-vote";
import { recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { listFaq } from "@/lib/kb/faq-queries";
import { readNextSteps } from "@/lib/kb/next-steps";
import { findArticle, findCategory, listAddresses, listCategories } from "@/lib/kb/queries";
import { rankArticles, searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";

/** Of a search that was recorded before. */
export const TOKEN = "00000000-0000-4000-8000-0000000000f1";

type Look = (key: string, actor?: PersonActor | null) => Promise<boolean>;

const reader = (actor: PersonActor | null = null) => ({ db: testDb(), now: NOON, actor });
const isIn = (articles: ReadonlyArray<{ slug: string }>, key: string) => articles.some(({ slug }) => slug === `articulo-${key}`);

/**
 * What is read, by nobody in particular or by somebody. Each says whether it knows of `articulo-<key>`, which is about ornitorrincos and
 * stands in `categoria-<key>`.
 */
export const SEES: Record<string, Look> = {
  listCategories: async (key, actor) => (await listCategories(reader(actor))).flatMap((each) => [each, ...each.children]).some((each) => each.slug === `categoria-${key}`),
  findCategory: async (key, actor) => isIn((await findCategory(reader(actor), `categoria-${key}`))?.articles ?? [], key),
  listMostRead: async (key, actor) => isIn(await listMostRead(reader(actor), 50), key),
  listNewest: async (key, actor) => isIn(await listNewest(reader(actor), 50), key),
  findArticle: async (key, actor) => (await findArticle(reader(actor), `articulo-${key}`)) !== null,
  // Of an article that everybody may read and that has a tag in common with it.
  readNextSteps: async (key, actor) => isIn(await readNextSteps(reader(actor), { ...NOWHERE, tags: ["fauna"] }), key),
  listAddresses: async (key, actor) => isIn((await listAddresses(reader(actor))).articles, key),
  searchKnowledge: async (key, actor) => isIn((await searchKnowledge(reader(actor), { text: "ornitorrinco" })).hits, key),
  rankArticles: async (key, actor) => {
    const found = await rankArticles(reader(actor), { text: "ornitorrinco" });
    return isIn(await testDb().article.findMany({ where: { id: { in: found.map(({ id }) => id) } } }), key);
  },
  suggestKnowledge: async (key, actor) => isIn(await suggestKnowledge(reader(actor), { text: "ornitorrinc" }), key),
  recordOpenedResult: async (key, actor) => (await recordOpenedResult(reader(actor), { token: TOKEN, opened: { kind: "article", slug: `articulo-${key}` } })).ok,
  castVote: async (key, actor) => (await castVote(reader(actor), { slug: `articulo-${key}`, voter: "v".repeat(43), isHelpful: true, reason: undefined, comment: "" })).ok,
  countArticleView: async (key, actor) => (await countArticleView(reader(actor), { slug: `articulo-${key}`, visitorHash: "alguien" })).ok,
};

/** What is kept in a page for all, and so never asks who reads. */
export const SEES_FOR_ALL: Record<string, Look> = {
  listFaq: async (key) => (await listFaq(reader())).flatMap((group) => group.questions).some((each) => each.article?.slug === `articulo-${key}`),
};

const NOWHERE = { id: "00000000-0000-4000-8000-0000000000f2", categoryId: "00000000-0000-4000-8000-0000000000f3", slug: "otro", title: "Otro", category: { slug: "otra" } };
