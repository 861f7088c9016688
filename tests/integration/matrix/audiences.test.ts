import type { PersonActor } from "@/lib/auth/actor";
import type { Audience } from "@/lib/kb/audience";
import { recordSearch } from "@/lib/kb/commands/record-search";
import { indexArticle } from "@/lib/kb/search-index";
import { findFile } from "@/lib/files/queries";
import { suggestForDraft } from "@/app/portal/tickets/new/suggest-for-draft";
import { recordOpenedArticle } from "@/lib/tickets/ticket-articles";
import { toDate } from "@/lib/time/instants";
import { SEES, SEES_FOR_ALL, TOKEN } from "@/tests/integration/matrix/support/knowledge-reads";
import { ana, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

/** Which of the three says for whom it is. */
const PLACES = ["article", "category", "parent"] as const;
type Place = (typeof PLACES)[number];

const READERS = { nobody: null, customer: ana, agent: carla } satisfies Record<string, PersonActor | null>;
type Reader = keyof typeof READERS;

/** Who may read what is for whom. */
const MAY: Record<Audience, Record<Reader, boolean>> = {
  public: { nobody: true, customer: true, agent: true },
  customers: { nobody: false, customer: true, agent: true },
  staff: { nobody: false, customer: false, agent: true },
};

const FILE = "00000000-0000-4000-8000-0000000000f4";

/** Every way to a text, its thumbnail and download, and the form's suggestions. */
const WAYS: typeof SEES = {
  ...SEES,
  findFile: async (_, actor = null) => (await findFile({ db: testDb(), now: NOON, actor }, FILE)) !== null,
};

async function setAudience(place: Place, audience: Audience): Promise<void> {
  if (place === "article") await testDb().article.update({ where: { slug: "articulo-a" }, data: { audience } });
  else await testDb().kbCategory.update({ where: { slug: place === "category" ? "categoria-a" : "arriba-a" }, data: { audience } });
}

/** An article with a file, in a category below another one, of which one says for whom it is. */
async function write(place: Place | null, audience: Audience): Promise<string> {
  const db = testDb();
  const of = (each: Place): { audience: Audience } => ({ audience: each === place ? audience : "public" });
  const parent = await db.kbCategory.create({ data: { slug: "arriba-a", name: "Arriba", description: "", position: 1, ...of("parent") } });
  const category = await db.kbCategory.create({ data: { slug: "categoria-a", name: "Categoría", description: "", position: 1, parentId: parent.id, ...of("category") } });
  const text = { title: "El ornitorrinco", summary: "Resumen", body: "Cómo cuidar un ornitorrinco.", tags: ["fauna"] };
  const { id } = await db.article.create({ data: { ...text, slug: "articulo-a", categoryId: category.id, status: "published", publishedAt: toDate(NOON), updatedAt: toDate(NOON), ...of("article") } });
  await db.$transaction((tx) => indexArticle(tx, { id, now: NOON }));
  const group = await db.faqGroup.upsert({ where: { slug: "grupo" }, create: { slug: "grupo", name: "Grupo", position: 1 }, update: {} });
  await db.faqEntry.create({ data: { slug: "pregunta-a", groupId: group.id, question: "¿Y?", answer: "Así.", position: 1, articleId: id, updatedAt: toDate(NOON) } });
  const file = { name: "manual.pdf", mediaType: "application/pdf", kind: "file", size: 1, sha256: "0".repeat(64), backend: "disk", objectKey: "manual" } as const;
  await db.attachment.create({ data: { id: FILE, ...file, uploaderId: carla.userId, articleId: id, createdAt: toDate(NOON), claimedAt: toDate(NOON) } });
  return id;
}

async function whoSees(): Promise<Record<string, Record<string, boolean>>> {
  const rows = await Promise.all(Object.entries(WAYS).map(async ([name, look]) => [name, Object.fromEntries(await Promise.all(Object.entries(READERS).map(async ([who, actor]) => [who, await look("a", actor)] as const)))] as const));
  return Object.fromEntries(rows);
}

const expected = (audience: Audience) => Object.fromEntries(Object.keys(WAYS).map((name) => [name, MAY[audience]]));

beforeEach(async () => {
  const db = testDb();
  await db.attachment.deleteMany({ where: { id: FILE } });
  await db.faqEntry.deleteMany();
  await db.ticketArticle.deleteMany();
  await db.article.deleteMany();
  await db.kbCategory.deleteMany({ where: { parentId: { not: null } } });
  await db.kbCategory.deleteMany();
  await recordSearch({ db, now: NOON }, { token: TOKEN, place: "page", text: "ornitorrinco", resultCount: 1, shown: [] });
});

describe.each(PLACES)("what its %s keeps from others", (place) => {
  it.each(["customers", "staff"] as const)("is seen in every way by whom it is for, and in none by anybody else: %s", async (audience) => {
    await write(place, audience);
    expect(await whoSees()).toEqual(expected(audience));
    expect(await SEES_FOR_ALL.listFaq!("a")).toBe(false);
  });

  it("goes at once when it is made private later, and comes back when it is made public again", async () => {
    await write(null, "public");
    for (const audience of ["public", "customers", "staff", "customers", "public"] as const) {
      await setAudience(place, audience);
      expect([audience, await whoSees()]).toEqual([audience, expected(audience)]);
      expect([audience, await SEES_FOR_ALL.listFaq!("a")]).toEqual([audience, audience === "public"]);
    }
  });
});

it("is asked of every way × 3 readers × 3 places: 14 ways make 126 cells each time", () => {
  expect(Object.keys(WAYS).length * Object.keys(READERS).length * PLACES.length).toBe(126);
});

describe("beside the form of a new ticket", () => {
  it.each([["public", true], ["customers", true], ["staff", false]] as const)("what is for %s is suggested and can be opened: %s", async (audience, isThere) => {
    const id = await write("parent", audience);
    const ctx = { db: testDb(), actor: ana, now: NOON };
    const { data } = await suggestForDraft(ctx, { subject: "Mi ornitorrinco no come", body: "" } as never);
    expect(data.articles.map(({ href }) => href)).toEqual(isThere ? [audience === "public" ? "/kb/articles/articulo-a" : "/portal/kb/articles/articulo-a"] : []);
    const opened = await recordOpenedArticle(ctx, { submissionKey: crypto.randomUUID(), kind: "article", id });
    expect(opened.ok).toBe(isThere);
  });
});
