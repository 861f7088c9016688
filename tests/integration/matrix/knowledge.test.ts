import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { countArticleView } from "@/lib/kb/commands";
import { recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { recordSearch } from "@/lib/kb/commands/record-search";
import { listFaq } from "@/lib/kb/faq-queries";
import { findPolicy, listPolicies } from "@/lib/kb/policy-queries";
import { findArticle, findCategory, listAddresses, listCategories, listMostRead, listNewest } from "@/lib/kb/queries";
import { countSearches, listSearches } from "@/lib/kb/search-board";
import { indexArticle } from "@/lib/kb/search-index";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { rankArticles, searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { toDate } from "@/lib/time/instants";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { ana, andres, bruno, carla, diego, sergio } from "@/tests/support/cast";
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
  rankArticles: async (status) => {
    const found = await rankArticles(ctx(), { text: "ornitorrinco" });
    return (await testDb().article.findMany({ where: { id: { in: found.map(({ id }) => id) } } })).some((each) => each.slug === `articulo-${status}`);
  },
  suggestKnowledge: async (status) => (await suggestKnowledge(ctx(), { text: "ornitorrinc" })).some((each) => each.slug === `articulo-${status}`),
  recordOpenedResult: async (status) => (await recordOpenedResult(ctx(), { token: TOKEN, opened: { kind: "article", slug: `articulo-${status}` } })).ok,
  countArticleView: async (status) => (await countArticleView(ctx(), { slug: `articulo-${status}`, visitorHash: "alguien" })).ok,
};

/** The policy has no drafts. */
const ALWAYS_PUBLIC = ["listPolicies", "findPolicy"];

/** What anybody's search leaves behind: no actor, and no answer that says anything. */
const LEFT_BY_ANYBODY = ["recordSearch", "recordFormSearch"];

/** Done by the system for nobody: what can be found after it is what could be found before. */
const BY_THE_SYSTEM = ["reindexKnowledge"];

/** What customers look for is the desk's to read: by type, so that no page can ask for somebody else. */
const DESK_ONLY: Record<string, (ctx: Context<StaffActor>) => Promise<number>> = {
  countSearches: async (ctx) => (await countSearches(ctx, { source: "search", days: 7 })).all,
  listSearches: async (ctx) => (await listSearches(ctx, { source: "search", view: "all", days: 7, limit: 10 })).length,
};

const TOKEN = "00000000-0000-4000-8000-0000000000f1";

const ctx = () => ({ db: testDb(), now: NOON });

beforeAll(async () => {
  await recordSearch(ctx(), { token: TOKEN, place: "page", text: "ornitorrinco", resultCount: 1, shown: [] });
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

  it("is the same after everything was indexed anew", async () => {
    await testDb().$executeRaw`UPDATE search_document SET analysis_version = 0`;
    expect(await reindexKnowledge(ctx())).toMatchObject({ isMore: false });
    for (const name of ["searchKnowledge", "suggestKnowledge", "rankArticles"]) {
      expect(await Promise.all(STATUSES.map(SEES[name]!))).toEqual([false, true, false]);
    }
  });

  it("the whole policy", async () => {
    const pages = await listPolicies(ctx());
    expect(pages.length).toBeGreaterThan(5);
    for (const { slug } of pages) expect(await findPolicy(ctx(), slug)).not.toBeNull();
  });

  it("is asked of every query and command there is: 12 for 3 states make 36 cells", () => {
    expect([...Object.keys(SEES), ...ALWAYS_PUBLIC, ...LEFT_BY_ANYBODY, ...BY_THE_SYSTEM, ...Object.keys(DESK_ONLY)].sort()).toEqual(exportedOperations("kb").sort());
    expect(Object.keys(SEES).length * STATUSES.length).toBe(36);
  });

  it("leaves the jobs to the system", () => {
    expect(exportedJobs("kb").sort()).toEqual(["forgetRemovedJob", "forgetSearchesJob", "forgetVisitorsJob", "reindexKnowledgeJob"]);
  });
});

describe("what the desk alone may read", () => {
  const PEOPLE = { nobody: null, bruno, andres, ana, sergio, carla, diego };
  const EXPECTED: Record<keyof typeof PEOPLE, string> = { nobody: "gate", bruno: "type", andres: "type", ana: "type", sergio: "gate", carla: "sees", diego: "sees" };

  it.each(Object.keys(DESK_ONLY))("%s: staff, and no customer", async (name) => {
    const outcomes = await Promise.all(Object.values(PEOPLE).map(async (claimed) => {
      const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
      if (!actor) return "gate";
      if (actor.kind !== "staff") return "type";
      return (await DESK_ONLY[name]!({ ...ctx(), actor })) > 0 ? "sees" : "none";
    }));
    expect(Object.fromEntries(Object.keys(PEOPLE).map((person, index) => [person, outcomes[index]]))).toEqual(EXPECTED);
  });

  it("does not compile with a customer's actor", () => {
    // @ts-expect-error: a customer's actor is none of the desk's
    const call = () => countSearches({ ...ctx(), actor: ana }, { source: "search", days: 7 });
    expect(call).toBeInstanceOf(Function);
  });

  it("is asked of 2 queries for 7 people: 14 cells", () => {
    expect(Object.keys(DESK_ONLY).length * Object.keys(PEOPLE).length).toBe(14);
  });
});
