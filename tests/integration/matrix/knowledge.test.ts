import { countArticleView } from "@/lib/kb/commands";
import { listFaq } from "@/lib/kb/faq-queries";
import { findPolicy, listPolicies } from "@/lib/kb/policy-queries";
import { findArticle, findCategory, listAddresses, listCategories, listMostRead, listNewest } from "@/lib/kb/queries";
import { indexArticle } from "@/lib/kb/search-index";
import { searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { toDate } from "@/lib/time/instants";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const STATUSES = ["draft", "published", "archived"] as const;
type Status = (typeof STATUSES)[number];

/** What anybody reads, signed in or not: these functions take no actor, so there is one answer for all. */
const SEES: Record<string, (status: Status) => Promise<boolean>> = {
  listCategories: async (status) => (await listCategories(ctx())).some((each) => each.slug === `categoria-${status}`),
  findCategory: async (status) => (await findCategory(ctx(), `categoria-${status}`)) !== null,
  listMostRead: async (status) => (await listMostRead(ctx(), 50)).some((each) => each.slug === `articulo-${status}`),
  listNewest: async (status) => (await listNewest(ctx(), 50)).some((each) => each.slug === `articulo-${status}`),
  findArticle: async (status) => (await findArticle(ctx(), `articulo-${status}`)) !== null,
  listAddresses: async (status) => (await listAddresses(ctx())).articles.some((each) => each.slug === `articulo-${status}`),
  listFaq: async (status) => (await listFaq(ctx())).flatMap((group) => group.questions).some((each) => each.article?.slug === `articulo-${status}`),
  searchKnowledge: async (status) => (await searchKnowledge(ctx(), { text: "ornitorrinco" })).hits.some((each) => each.slug === `articulo-${status}`),
  suggestKnowledge: async (status) => (await suggestKnowledge(ctx(), { text: "ornitorrinc" })).some((each) => each.slug === `articulo-${status}`),
  countArticleView: async (status) => (await countArticleView(ctx(), { slug: `articulo-${status}`, visitorHash: "alguien" })).ok,
};

/** The policy has no drafts. */
const ALWAYS_PUBLIC = ["listPolicies", "findPolicy"];

const ctx = () => ({ db: testDb(), now: NOON });

beforeAll(async () => {
  const group = await testDb().faqGroup.create({ data: { slug: "grupo", name: "Grupo", position: 1 } });
  for (const status of STATUSES) {
    const category = await testDb().kbCategory.create({ data: { slug: `categoria-${status}`, name: status, description: "", position: 1 } });
    const text = { status, title: `El ornitorrinco ${status}`, summary: "Resumen", body: "Cómo cuidar un ornitorrinco.", tags: ["fauna"] };
    const { id } = await testDb().article.create({
      data: { ...text, slug: `articulo-${status}`, categoryId: category.id, publishedAt: status === "draft" ? null : toDate(NOON), updatedAt: toDate(NOON) },
    });
    await testDb().$transaction((tx) => indexArticle(tx, { id, ...text, now: NOON }));
    await testDb().faqEntry.create({ data: { slug: `pregunta-${status}`, groupId: group.id, question: "¿Y?", answer: "Así.", position: 1, articleId: id, updatedAt: toDate(NOON) } });
  }
});

describe("what anybody may read", () => {
  it.each(Object.keys(SEES))("%s: what is published, neither drafts nor what was put away", async (name) => {
    const seen = await Promise.all(STATUSES.map(SEES[name]!));
    expect(Object.fromEntries(STATUSES.map((status, index) => [status, seen[index]]))).toEqual({ draft: false, published: true, archived: false });
  });

  it("the whole policy", async () => {
    const pages = await listPolicies(ctx());
    expect(pages.length).toBeGreaterThan(5);
    for (const { slug } of pages) expect(await findPolicy(ctx(), slug)).not.toBeNull();
  });

  it("is asked of every query and command there is: 10 for 3 states make 30 cells", () => {
    expect([...Object.keys(SEES), ...ALWAYS_PUBLIC].sort()).toEqual(exportedOperations("kb").sort());
    expect(Object.keys(SEES).length * STATUSES.length).toBe(30);
  });
});
