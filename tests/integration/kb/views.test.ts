import { countArticleView } from "@/lib/kb/commands";
import { toDate } from "@/lib/time/instants";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const view = (visitorHash: string, now = NOON, slug = "spf") => countArticleView({ db: testDb(), now }, { slug, visitorHash });
const views = async () => (await testDb().article.findUniqueOrThrow({ where: { slug: "spf" } })).viewCount;

beforeEach(async () => {
  const db = testDb();
  await db.articleView.deleteMany();
  await db.faqEntry.deleteMany();
  await db.article.deleteMany();
  const category = await db.kbCategory.upsert({ where: { slug: "pruebas" }, update: {}, create: { slug: "pruebas", name: "Pruebas", description: "", position: 99 } });
  const article = { categoryId: category.id, title: "SPF", summary: "", body: "", tags: [], updatedAt: toDate(NOON) };
  await db.article.createMany({
    data: [
      { ...article, slug: "spf", status: "published", publishedAt: toDate(NOON) },
      { ...article, slug: "borrador", status: "draft" },
    ],
  });
});

it("counts a reader once a day", async () => {
  expect(await view("lector")).toEqual({ ok: true, data: { isCounted: true } });
  expect(await view("lector")).toEqual({ ok: true, data: { isCounted: false } });
  expect(await views()).toBe(1);
});

it("counts it for the day, too", async () => {
  await view("lector");
  await view("otro");
  await view("lector", NOON.add({ hours: 24 }));
  const days = await testDb().articleDay.findMany({ where: { article: { slug: "spf" } }, orderBy: { day: "asc" } });
  expect(days.map(({ views: count }) => count)).toEqual([2, 1]);
  // Both are among those of late at once.
  expect((await testDb().article.findUniqueOrThrow({ where: { slug: "spf" } })).recentViews).toBe(3);
});

it("counts another reader, and the same one on another day", async () => {
  await view("lector");
  await view("otro");
  await view("lector", NOON.add({ hours: 24 }));
  expect(await views()).toBe(3);
});

it("counts once when the same reader arrives many times at once", async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => view("lector")));
  expect(outcomes.filter((outcome) => outcome.ok && outcome.data.isCounted)).toHaveLength(1);
  expect(await views()).toBe(1);
});

it("counts everybody when many readers arrive at once", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, reader) => view(`lector-${reader}`)));
  expect(await views()).toBe(8);
});

it.each(["borrador", "inexistente"])("counts nothing for an article that may not be read: %s", async (slug) => {
  expect(await view("lector", NOON, slug)).toEqual({ ok: false, code: "NOT_FOUND" });
  expect(await testDb().articleView.count()).toBe(0);
});

it("does not touch the date of the article", async () => {
  await view("lector", NOON.add({ hours: 5 }));
  const { updatedAt } = await testDb().article.findUniqueOrThrow({ where: { slug: "spf" } });
  expect(updatedAt).toEqual(toDate(NOON));
});
