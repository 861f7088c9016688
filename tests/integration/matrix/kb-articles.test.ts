import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { createArticle } from "@/lib/kb/articles/commands/create-article";
import { moveArticle } from "@/lib/kb/articles/commands/move-article";
import { restoreVersion, saveArticle } from "@/lib/kb/articles/commands/save-article";
import { setArticle } from "@/lib/kb/articles/commands/set-article";
import { findTextForReply, searchArticlesForReply } from "@/lib/kb/articles/insertion-queries";
import { findArticleVersion, findDeskArticle, listArticlesOfTicket, listArticleVersions, listDeskArticles, listUnsavedArticles } from "@/lib/kb/articles/queries";
import { settingsKey } from "@/lib/kb/articles/states";
import { slotOfArticle } from "@/lib/kb/articles/typed";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

type Subject = { articleId: string; ticketId: string; slug: string; categoryId: string; published: string };
type Row = { expected: Record<ActorName, string>; run: (ctx: Context<StaffActor>, subject: Subject) => Promise<string> };

/** In the order of ACTORS. Whoever is not of the desk reads and changes none, should a type ever be cast away. */
const READS = row("gate", "none", "none", "none", "gate", "sees", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "ok", "ok");

const text = { title: "Uno", summary: "S", body: "B", tags: [], note: "" };
const settingsOf = ({ categoryId, slug }: Subject) => ({ categoryId, audience: "public" as const, isPinned: false, reviewMonths: 12, slug, related: [] });

const OPERATIONS: Record<string, Row> = {
  listDeskArticles: { expected: READS, run: async (ctx) => seen((await listDeskArticles(ctx, { text: "", state: null, category: null, after: null })).rows.length) },
  findDeskArticle: { expected: READS, run: async (ctx, { slug }) => seen(await findDeskArticle(ctx, slug)) },
  listArticleVersions: { expected: READS, run: async (ctx, { articleId }) => seen((await listArticleVersions(ctx, articleId)).length) },
  findArticleVersion: { expected: READS, run: async (ctx, { articleId }) => seen(await findArticleVersion(ctx, { articleId, number: 1 })) },
  listArticlesOfTicket: { expected: READS, run: async (ctx, { ticketId }) => seen((await listArticlesOfTicket(ctx, ticketId)).length) },
  // Carla's, and nobody else's.
  listUnsavedArticles: { expected: row("gate", "none", "none", "none", "gate", "sees", "none"), run: async (ctx, { slug }) => seen((await listUnsavedArticles(ctx)).some((each) => each.slug === slug)) },
  searchArticlesForReply: { expected: READS, run: async (ctx) => seen((await searchArticlesForReply(ctx, { text: "configurar correo", origin: "https://x" })).length) },
  findTextForReply: { expected: READS, run: async (ctx, { published }) => seen(await findTextForReply(ctx, { slug: published, origin: "https://x" })) },
  createArticle: { expected: WRITES, run: async (ctx, { categoryId }) => code(await createArticle(ctx, { ...text, audience: "public", categoryId })) },
  saveArticle: { expected: WRITES, run: async (ctx, { articleId }) => code(await saveArticle(ctx, { ...text, articleId, head: 2, body: "C" })) },
  restoreVersion: { expected: WRITES, run: async (ctx, { articleId }) => code(await restoreVersion(ctx, { articleId, head: 2, version: 1 })) },
  moveArticle: { expected: WRITES, run: async (ctx, { articleId }) => code(await moveArticle(ctx, { articleId, head: 2, move: "publish", note: "", publishAt: undefined })) },
  setArticle: { expected: WRITES, run: async (ctx, subject) => code(await setArticle(ctx, { ...settingsOf(subject), articleId: subject.articleId, seen: settingsKey(settingsOf(subject)), audience: "staff" })) },
};
/** Called by a job, as the system. */
const BY_THE_SYSTEM = ["publishDue"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change the articles", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const ctx = { db: testDb(), actor: carla, now: NOON };
    const { id: categoryId } = await testDb().kbCategory.create({ data: { slug: `uno-${randomUUID()}`, name: "Uno", description: "", position: 1 } });
    const { id: ticketId } = await ticketRow();
    const article = unwrap(await createArticle(ctx, { ...text, audience: "public", categoryId, ticketId }));
    unwrap(await saveArticle(ctx, { ...text, articleId: article.articleId, head: 1, body: "B2" }));
    const other = unwrap(await createArticle(ctx, { ...text, title: "Configurar correo", audience: "public", categoryId }));
    unwrap(await moveArticle(ctx, { articleId: other.articleId, head: 1, move: "publish", note: "", publishAt: undefined }));
    await testDb().ticketDraft.deleteMany({});
    await keepDraft(ctx, { slot: slotOfArticle(article.articleId), data: { title: "Sin guardar", body: "B3", head: "2" } });
    const before = await stateNow();
    expect(await outcomeOf(actor, (as) => run(as, { ...article, categoryId, ticketId, published: other.slug }))).toBe(outcome);
    // Who was refused changed nothing, and left no trace.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 13 for 7 actors make 91 cells", () => {
    expect([...Object.keys(OPERATIONS), ...BY_THE_SYSTEM].sort()).toEqual(exportedOperations("kb/articles").sort());
    expect(CELLS).toHaveLength(91);
  });
});

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.article.findMany({ orderBy: { id: "asc" } }), await db.articleVersion.count(), await db.kbEvent.count()], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

function seen(what: unknown): string {
  return what ? "sees" : "none";
}
