import { createArticle, type NewArticle, type SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { moveArticle, publishDue } from "@/lib/kb/articles/commands/move-article";
import { restoreVersion, saveArticle } from "@/lib/kb/articles/commands/save-article";
import { setArticle } from "@/lib/kb/articles/commands/set-article";
import { findArticleVersion, findDeskArticle, listArticlesOfTicket, listArticleVersions, listDeskArticles } from "@/lib/kb/articles/queries";
import { createArticleSchema } from "@/lib/kb/articles/schema";
import { settingsKey, type ArticleMove } from "@/lib/kb/articles/states";
import { mintSystem } from "@/lib/auth/mint";
import { writeArticleFromTicket } from "@/lib/tickets/commands/article-from-ticket";
import { findArticle } from "@/lib/kb/queries";
import { toDate } from "@/lib/time/instants";
import { AWKWARD_STRINGS } from "@/tests/support/awkward-strings";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const ctx = (actor = carla, now = NOON) => ({ db: testDb(), actor, now });
/** Nothing is deleted here: each test has a title of its own. */
let nth = 1_000;
let text = { title: "", summary: "", body: "", tags: ["correo"] };
const TEXT = { summary: "Para enviar correo.", body: "Use el puerto 587.", tags: ["correo"] };
let categoryId = "";

beforeEach(async () => {
  nth += 1;
  text = { ...TEXT, title: `Abrir el puerto ${nth}` };
  categoryId = (await testDb().kbCategory.create({ data: { slug: `prueba-${nth}`, name: "Prueba", description: "", position: 99 } })).id;
});

async function draft(changes: Partial<NewArticle> = {}) {
  return unwrap(await createArticle(ctx(), { ...text, note: "", audience: "public", categoryId, ...changes }));
}

async function move(slug: string, step: ArticleMove, more: { publishAt?: string; head?: number; note?: string; actor?: typeof carla; now?: Temporal.Instant } = {}) {
  const { actor, now, ...input } = more;
  const article = (await findDeskArticle(ctx(), slug))!;
  return moveArticle(ctx(actor, now), { articleId: article.id, head: article.headVersion, move: step, note: "", publishAt: undefined, ...input });
}

const read = async (slug: string) => (await findArticle({ db: testDb(), now: NOON }, slug))?.article ?? null;
const types = async (id: string) => (await testDb().kbEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ type }) => type.slice("article.".length));

it("is a draft that nobody reads until it is published, and then the newest version is read", async () => {
  const { slug, articleId } = await draft();
  expect(slug).toBe(`abrir-el-puerto-${nth}`);
  expect(await read(slug)).toBeNull();
  unwrap(await move(slug, "publish"));
  expect(await read(slug)).toMatchObject({ title: text.title, body: text.body });
  unwrap(await saveArticle(ctx(), { ...text, articleId, head: 1, note: "Otro puerto", body: "Use el puerto 465." }));
  expect((await read(slug))?.body).toBe(text.body);
  unwrap(await move(slug, "publish"));
  expect((await read(slug))?.body).toBe("Use el puerto 465.");
  expect(await types(articleId)).toEqual(["created", "published", "saved", "published"]);
});

it("has an address of its own, also when two are written at once", async () => {
  const slugs = (await Promise.all([draft(), draft()])).map(({ slug }) => slug).sort();
  expect(slugs).toEqual([`abrir-el-puerto-${nth}`, `abrir-el-puerto-${nth}-2`]);
  expect((await draft({ title: "New" })).slug).toBe("new-2");
});

it("makes no version of a save without a change", async () => {
  const { articleId } = await draft();
  unwrap(await saveArticle(ctx(), { ...text, articleId, head: 1, note: "nada" }));
  expect((await listArticleVersions(ctx(), articleId)).map(({ number }) => number)).toEqual([1]);
});

it("is not written over by somebody who read an older version: both texts are kept", async () => {
  const { articleId } = await draft();
  const save = (actor: typeof carla, body: string, head: number) => saveArticle(ctx(actor), { ...text, articleId, head, note: "", body });
  const answers = await Promise.all([save(carla, "De Carla", 1), save(diego, "De Diego", 1)]);
  const lost = answers.findIndex((answer) => !answer.ok);
  expect(answers[1 - lost]!.ok).toBe(true);
  const [winner, loser] = lost === 0 ? ["De Diego", "De Carla"] : ["De Carla", "De Diego"];
  expect(answers[lost]).toMatchObject({ code: "ARTICLE_CHANGED", details: { version: 2, theirs: { body: winner, number: 2 } } });
  unwrap(await save(lost === 0 ? carla : diego, loser, 2));
  expect((await findArticleVersion(ctx(), { articleId, number: 2 }))?.body).toBe(winner);
  expect((await findArticleVersion(ctx(), { articleId, number: 3 }))?.body).toBe(loser);
});

it("brings an old version back as a new one", async () => {
  const { articleId, slug } = await draft();
  unwrap(await saveArticle(ctx(), { ...text, articleId, head: 1, note: "", body: "Mal" }));
  expect(await restoreVersion(ctx(), { articleId, head: 1, version: 1 })).toMatchObject({ code: "ARTICLE_CHANGED" });
  expect(await restoreVersion(ctx(), { articleId, head: 2, version: 9 })).toMatchObject({ code: "ARTICLE_VERSION_GONE" });
  unwrap(await restoreVersion(ctx(), { articleId, head: 2, version: 1 }));
  expect((await findDeskArticle(ctx(), slug))?.head).toMatchObject({ number: 3, body: text.body });
  expect(await types(articleId)).toEqual(["created", "saved", "restored"]);
});

it("goes to review and back with a note, and is not moved from a state that it is not in", async () => {
  const { slug, articleId } = await draft();
  unwrap(await move(slug, "submit"));
  expect(await move(slug, "submit")).toMatchObject({ code: "ARTICLE_MOVE_NOT_ALLOWED" });
  unwrap(await move(slug, "send_back", { note: "Falta la causa", actor: diego }));
  expect((await findDeskArticle(ctx(), slug))?.history[0]).toMatchObject({ type: "article.sent-back", actor: diego.name, note: "Falta la causa" });
  expect(await move(slug, "publish", { head: 9 })).toMatchObject({ code: "ARTICLE_MOVED" });
  unwrap(await move(slug, "archive"));
  expect(await saveArticle(ctx(), { ...text, articleId, head: 1, note: "", body: "x" })).toMatchObject({ code: "ARTICLE_ARCHIVED" });
  unwrap(await move(slug, "unarchive"));
  expect((await findDeskArticle(ctx(), slug))?.status).toBe("draft");
});

it("is published when it was planned, once, at the planned instant however late the job comes", async () => {
  const { slug, articleId } = await draft();
  expect(await move(slug, "plan", { publishAt: "2020-01-01T09:00" })).toMatchObject({ code: "ARTICLE_PLAN_PAST" });
  unwrap(await move(slug, "plan", { publishAt: "2030-01-07T09:00" }));
  const planned = Temporal.Instant.from("2030-01-07T15:00:00Z"); // nine in Mexico City
  const job = (now: Temporal.Instant) => publishDue({ db: testDb(), actor: mintSystem(), now });
  expect(await job(planned.subtract({ seconds: 1 }))).toBe(0);
  const late = planned.add({ hours: 60 });
  expect((await Promise.all([job(late), job(late)])).reduce((sum, count) => sum + count)).toBe(1);
  expect((await read(slug))?.publishedAt.toString()).toBe(planned.toString());
  const events = await testDb().kbEvent.findMany({ where: { subjectId: articleId, type: "article.published" } });
  expect(events.map(({ at, actorId, data }) => [at.toISOString(), actorId, data])).toEqual([["2030-01-07T15:00:00.000Z", null, { version: 1, isPlanned: true }]]);
});

it("is taken out of what is read and found when it is withdrawn or archived", async () => {
  const { slug, articleId } = await draft();
  const isFound = async () => (await testDb().$queryRaw<unknown[]>`SELECT 1 FROM search_document WHERE id = ${articleId}::uuid AND NOT is_removed`).length > 0;
  for (const step of ["withdraw", "archive"] as const) {
    unwrap(await move(slug, "publish"));
    expect([(await read(slug)) !== null, await isFound()]).toEqual([true, true]);
    unwrap(await move(slug, step));
    expect([(await read(slug)) !== null, await isFound()]).toEqual([false, false]);
  }
});

it("asks to be looked at again after its months, and once more after that", async () => {
  const { slug } = await draft();
  unwrap(await move(slug, "publish"));
  const first = (await findDeskArticle(ctx(), slug))!.reviewOn!;
  const later = NOON.add({ hours: 24 * 400 });
  expect((await listDeskArticles(ctx(carla, later), { text: "", state: "due", category: categoryId, after: null })).rows).toMatchObject([{ slug, isReviewDue: true }]);
  unwrap(await move(slug, "confirm", { now: later }));
  expect((await findDeskArticle(ctx(), slug))!.reviewOn! > first).toBe(true);
  expect((await listDeskArticles(ctx(carla, later), { text: "", state: "due", category: categoryId, after: null })).rows).toEqual([]);
});

it("changes where it stands and whom it is for at once, and not over somebody else's change", async () => {
  const { slug, articleId } = await draft();
  const other = await draft({ title: `Otro ${nth}` });
  const { settings } = (await findDeskArticle(ctx(), slug))!;
  const seen = settingsKey(settings);
  const puertos = `puertos-${nth}`;
  const set = (changes: object) => setArticle(ctx(), { articleId, seen, ...settings, ...changes });
  unwrap(await set({ audience: "staff", related: [other.slug], slug: puertos }));
  expect(await set({ audience: "customers" })).toMatchObject({ code: "ARTICLE_SETTINGS_CHANGED", details: { theirs: { audience: "staff", related: [other.slug] } } });
  unwrap(await move(other.slug, "publish"));
  expect(await findDeskArticle(ctx(), puertos)).toMatchObject({ effectiveAudience: "staff", settings: { related: [other.slug] } });
  const now = settingsKey((await findDeskArticle(ctx(), puertos))!.settings);
  expect(await set({ seen: now, slug: other.slug })).toMatchObject({ code: "ARTICLE_SLUG_TAKEN" });
  expect(await set({ seen: now, related: ["nada"] })).toMatchObject({ code: "ARTICLE_RELATED_GONE" });
  unwrap(await move(puertos, "publish"));
  expect(await set({ seen: now, slug: `${puertos}-2`, audience: "staff", related: [other.slug] })).toMatchObject({ code: "ARTICLE_SLUG_FIXED" });
});

it("shows readers the related ones that its author chose, in their order and as far as they may be read", async () => {
  const [one, two, hidden] = [await draft({ title: `Uno ${nth}` }), await draft({ title: `Dos ${nth}` }), await draft({ title: `Oculto ${nth}` })];
  const { slug, articleId } = await draft();
  for (const each of [one.slug, two.slug, slug]) unwrap(await move(each, "publish"));
  const { settings } = (await findDeskArticle(ctx(), slug))!;
  unwrap(await setArticle(ctx(), { articleId, seen: settingsKey(settings), ...settings, related: [two.slug, hidden.slug, one.slug] }));
  expect((await findArticle({ db: testDb(), now: NOON }, slug))?.related.map((each) => each.slug).slice(0, 2)).toEqual([two.slug, one.slug]);
  expect((await findArticle({ db: testDb(), now: NOON }, slug))?.related.map((each) => each.slug)).not.toContain(hidden.slug);
});

it("is listed by state, and when its newest version waits", async () => {
  const { slug, articleId } = await draft();
  unwrap(await move(slug, "publish"));
  unwrap(await saveArticle(ctx(), { ...text, articleId, head: 1, note: "", body: "Nuevo" }));
  const list = async (state: "ahead" | "draft" | "published") => (await listDeskArticles(ctx(), { text: "PUERTO", state, category: categoryId, after: null })).rows.map((row) => row.slug);
  expect([await list("ahead"), await list("draft"), await list("published")]).toEqual([[slug], [], [slug]]);
});

it.each([...PAYLOADS.map((each) => [each, each] as const), ...AWKWARD_STRINGS])("keeps any text as it was typed, or refuses it with words: %s", async (_, typed) => {
  const parsed = createArticleSchema.safeParse({ title: typed, summary: typed, body: typed, tags: "", note: "", categoryId });
  const outcome = parsed.success ? await keptAs(parsed.data) : parsed.error.issues[0]!.message;
  expect(outcome).toMatch(/^(?:field\.\w+(?::.+)?|kept)$/);
});

async function keptAs(input: NewArticle): Promise<string> {
  const { slug } = unwrap(await createArticle(ctx(), input));
  const head = (await findDeskArticle(ctx(), slug))?.head;
  return head?.title === input.title && head.body === input.body ? "kept" : `changed into ${head?.body}`;
}

it("comes out of a solved ticket without whom it was about, once, and both lead to each other", async () => {
  const open = await newTicket({ subject: `Correo de Ana ${nth}`, body: "Hola, soy Ana. Mi correo ana@acme.example no sale." });
  expect(await writeArticleFromTicket(ctx(), { ticketId: open.id, categoryId })).toMatchObject({ code: "TICKET_NOT_SOLVED" });
  await testDb().ticket.update({ where: { id: open.id }, data: { status: "solved", solvedAt: toDate(NOON) } });
  const [made, same] = (await Promise.all([carla, diego].map((actor) => writeArticleFromTicket(ctx(actor), { ticketId: open.id, categoryId })))).map(unwrap) as [SavedArticle, SavedArticle];
  expect(same).toEqual(made);
  expect(unwrap(await writeArticleFromTicket(ctx(diego), { ticketId: open.id, categoryId }))).toEqual(made);
  const article = (await findDeskArticle(ctx(), made.slug))!;
  expect([article.status, article.sources, article.settings.categoryId]).toEqual(["draft", [open.reference], categoryId]);
  expect(article.head.body).toContain("## Problema\n\nsoy [dato omitido]. Mi correo [dato omitido] no sale.");
  expect(await listArticlesOfTicket(ctx(), open.id)).toEqual([{ slug: made.slug, title: `Correo de [dato omitido] ${nth}` }]);
});
