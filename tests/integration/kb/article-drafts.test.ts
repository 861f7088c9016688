import { randomUUID } from "node:crypto";
import { beginArticle } from "@/app/agent/kb/articles/_data/begin";
import { findKeptDraft } from "@/lib/drafts/queries";
import type { DraftData } from "@/lib/drafts/schema";
import { createArticle, type NewArticle } from "@/lib/kb/articles/commands/create-article";
import { saveArticle } from "@/lib/kb/articles/commands/save-article";
import { findDeskArticle, listUnsavedArticles } from "@/lib/kb/articles/queries";
import { slotOfArticle } from "@/lib/kb/articles/typed";
import { writeArticleFromTicket } from "@/lib/tickets/commands/article-from-ticket";
import { listUnsentDrafts } from "@/lib/tickets/unsent-drafts";
import { toDate } from "@/lib/time/instants";
import { ana, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (actor = carla) => ({ db: testDb(), actor, now: NOON });
const TEXT = { title: "Abrir el puerto", summary: "Para enviar.", body: "Use el 587.", tags: ["correo"] };
let article: { articleId: string; slug: string };
let rest: Pick<NewArticle, "note" | "audience" | "categoryId">;

beforeEach(async () => {
  await testDb().ticketDraft.deleteMany({});
  const { id: categoryId } = await testDb().kbCategory.create({ data: { slug: `c-${randomUUID()}`, name: "Correo", description: "", position: 1 }, select: { id: true } });
  rest = { note: "", audience: "public", categoryId };
  article = unwrap(await createArticle(ctx(), { ...TEXT, ...rest }));
});

const keep = async (data: DraftData, slot = slotOfArticle(article.articleId)) => (await keepDraft(ctx(), { slot, data }))!;
const begin = async (actor = carla) => beginArticle(ctx(actor), { article: (await findDeskArticle(ctx(actor), article.slug))!, address: "/x" });
const typed = { title: TEXT.title, summary: TEXT.summary, tags: "correo", head: "1" };

it("goes on where its author left off, and nobody else does; with the save it is gone", async () => {
  const draft = await keep({ ...typed, body: "Use el 465." });
  expect(await begin()).toMatchObject({ initial: { body: "Use el 465.", tags: "correo" }, head: 1, found: { version: 1, newer: null } });
  expect(await begin(diego)).toMatchObject({ initial: { body: TEXT.body }, found: null });
  expect(await listUnsavedArticles(ctx())).toEqual([{ slug: article.slug, title: TEXT.title, savedAt: NOON.toString() }]);
  expect(await listUnsavedArticles(ctx(diego))).toEqual([]);
  unwrap(await saveArticle(ctx(), { ...TEXT, body: "Use el 465.", note: "", articleId: article.articleId, head: 1, draft }));
  expect(await begin()).toMatchObject({ found: null, seed: { kept: null } });
  expect(await listUnsavedArticles(ctx())).toEqual([]);
});

it("on an older version still names that one, so that its save is refused and the draft stays", async () => {
  const draft = await keep({ ...typed, body: "Use el 465." });
  unwrap(await saveArticle(ctx(diego), { ...TEXT, body: "Use el 25.", note: "", articleId: article.articleId, head: 1 }));
  const { head, found, initial } = await begin();
  expect([head, found?.newer, initial.body]).toEqual([1, 2, "Use el 465."]);
  expect(await saveArticle(ctx(), { ...TEXT, body: initial.body, note: "", articleId: article.articleId, head, draft })).toMatchObject({ code: "ARTICLE_CHANGED" });
  expect((await begin()).found).not.toBeNull();
});

it("that says what is saved already is no draft to go on with", async () => {
  await keep({ ...typed, title: ` ${TEXT.title} `, body: TEXT.body, tags: " correo, " });
  expect((await begin()).found).toBeNull();
  expect(await listUnsavedArticles(ctx())).toEqual([]);
});

it("of a new article goes with the article that it became, and not with one out of a ticket", async () => {
  const slot = slotOfArticle(null);
  const draft = await keep({ title: "Nuevo", body: "Texto" }, slot);
  const ticket = await newTicket();
  await testDb().ticket.update({ where: { id: ticket.id }, data: { status: "solved", solvedAt: toDate(NOON) } });
  unwrap(await writeArticleFromTicket(ctx(), { ticketId: ticket.id, categoryId: rest.categoryId }));
  expect(await beginArticle(ctx(), { article: null, address: "/x" })).toMatchObject({ initial: { title: "Nuevo", body: "Texto" }, found: { version: null } });
  expect(await listUnsavedArticles(ctx())).toMatchObject([{ slug: null, title: "Nuevo" }]);
  unwrap(await createArticle(ctx(), { ...TEXT, ...rest, title: "Nuevo", draft }));
  expect(await findKeptDraft(ctx(), slot)).toBeNull();
});

it("is nothing that a customer's list of unsent texts trips over", async () => {
  await keepDraft({ db: testDb(), actor: ana, now: NOON }, { slot: slotOfArticle(null), data: { title: "Nuevo", body: "Texto" } });
  expect(await listUnsentDrafts({ db: testDb(), actor: ana, now: NOON })).toEqual([]);
});
