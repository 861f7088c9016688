import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { listWaiting } from "@/lib/kb/authors-desk";
import { findArticleOpinion } from "@/lib/kb/article-opinion";
import { recordSearch } from "@/lib/kb/commands/record-search";
import { countSearches, listSearches } from "@/lib/kb/search-board";
import { indexArticle } from "@/lib/kb/search-index";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { toDate } from "@/lib/time/instants";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { SEES, SEES_FOR_ALL, TOKEN } from "@/tests/integration/matrix/support/knowledge-reads";
import { ana, andres, bruno, carla, diego, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const STATUSES = ["draft", "published", "archived"] as const;

/** What anybody's search leaves behind: no actor, and no answer that says anything. */
const LEFT_BY_ANYBODY = ["recordSearch", "recordFormSearch"];

/** Done by the system for nobody: what can be found after it is what could be found before. */
const BY_THE_SYSTEM = ["reindexKnowledge"];

/** What customers look for is the desk's to read: by type, so that no page can ask for somebody else. */
const DESK_ONLY: Record<string, (ctx: Context<StaffActor>) => Promise<number>> = {
  countSearches: async (ctx) => (await countSearches(ctx, { source: "search", days: 7 })).all,
  listWaiting: async (ctx) => (await listWaiting(ctx)).length,
  findArticleOpinion: async (ctx) => ((await findArticleOpinion(ctx, "articulo-published")) ? 1 : 0),
  listSearches: async (ctx) => (await listSearches(ctx, { source: "search", view: "all", days: 7, limit: 10 })).length,
};

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
    await testDb().$transaction((tx) => indexArticle(tx, { id, now: NOON }));
    await testDb().faqEntry.create({ data: { slug: `pregunta-${status}`, groupId: group.id, question: "¿Y?", answer: "Así.", position: 1, articleId: id, updatedAt: toDate(NOON) } });
  }
});

const ALL = { ...SEES, ...SEES_FOR_ALL };

describe("what anybody may read", () => {
  it.each(Object.keys(ALL))("%s: what is published, neither drafts nor what was put away", async (name) => {
    const seen = await Promise.all(STATUSES.map((status) => ALL[name]!(status)));
    expect(Object.fromEntries(STATUSES.map((status, index) => [status, seen[index]]))).toEqual({ draft: false, published: true, archived: false });
  });

  it("is the same after everything was indexed anew", async () => {
    await testDb().$executeRaw`UPDATE search_document SET analysis_version = 0`;
    expect(await reindexKnowledge(ctx())).toMatchObject({ isMore: false });
    for (const name of ["searchKnowledge", "suggestKnowledge", "rankArticles"]) {
      expect(await Promise.all(STATUSES.map((status) => SEES[name]!(status)))).toEqual([false, true, false]);
    }
  });

  // They have matrices of their own: kb-categories.test.ts, kb-articles.test.ts, kb-exchange.test.ts, kb-faq.test.ts.
  const elsewhere = new Set(["kb/categories", "kb/settings", "kb/articles", "kb/import", "kb/export", "kb/board", "kb/legacy", "kb/faq"].flatMap(exportedOperations));

  it("is asked of every query and command there is: 14 for 3 states make 42 cells", () => {
    expect([...Object.keys(ALL), ...LEFT_BY_ANYBODY, ...BY_THE_SYSTEM, ...Object.keys(DESK_ONLY)].sort()).toEqual(exportedOperations("kb").filter((name) => !elsewhere.has(name)).sort());
    expect(Object.keys(ALL).length * STATUSES.length).toBe(42);
  });

  it("leaves the jobs to the system", () => {
    expect(exportedJobs("kb").sort()).toEqual(["applyImportJob", "countRecentViewsJob", "forgetRemovedJob", "forgetSearchesJob", "forgetVisitorsJob", "publishDueJob", "reindexKnowledgeJob"]);
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

  it("is asked of 4 queries for 7 people: 28 cells", () => {
    expect(Object.keys(DESK_ONLY).length * Object.keys(PEOPLE).length).toBe(28);
  });
});
