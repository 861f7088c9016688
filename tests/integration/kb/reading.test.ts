import { listFaq } from "@/lib/kb/faq-queries";
import { listMostRead, listNewest } from "@/lib/kb/article-lists";
import { findArticle, findCategory, listAddresses, listCategories } from "@/lib/kb/queries";
import { countRecentViews } from "@/lib/kb/recent-views";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { toDate } from "@/lib/time/instants";

useDatabase();

const ctx = () => ({ db: testDb(), now: NOON });

type Written = { slug: string; category?: string; status?: "draft" | "published" | "archived"; tags?: string[]; views?: number; carried?: number; isPinned?: boolean; daysOld?: number };

async function writeArticle({ slug, category = "correo", status = "published", tags = [], views = 0, carried = 0, isPinned = false, daysOld = 0 }: Written) {
  const { id: categoryId } = await testDb().kbCategory.findUniqueOrThrow({ where: { slug: category } });
  const at = toDate(NOON.subtract({ hours: 24 * daysOld }));
  await testDb().article.create({
    data: {
      slug, categoryId, status, title: `Título de ${slug}`, summary: "Resumen", body: "## Paso", tags, viewCount: views, carriedViews: carried, isPinned,
      publishedAt: status === "draft" ? null : at, updatedAt: at,
    },
  });
}

beforeEach(async () => {
  const db = testDb();
  await db.faqEntry.deleteMany();
  await db.faqGroup.deleteMany();
  await db.articleView.deleteMany();
  await db.article.deleteMany();
  await db.kbCategory.deleteMany({ where: { parent: { parentId: { not: null } } } });
  await db.kbCategory.deleteMany({ where: { parentId: { not: null } } });
  await db.kbCategory.deleteMany();
  await db.kbCategory.createMany({
    data: [
      { slug: "dominios", name: "Dominios", description: "DNS", position: 2 },
      { slug: "correo", name: "Correo", description: "Buzones", position: 1 },
      { slug: "vacia", name: "Vacía", description: "Nada", position: 3 },
    ],
  });
});

const slugs = (articles: Array<{ slug: string }>) => articles.map((article) => article.slug);

it("shows categories in their order, with what can be read in them, and none that is empty", async () => {
  await writeArticle({ slug: "uno" });
  await writeArticle({ slug: "borrador", status: "draft" });
  await writeArticle({ slug: "spf", category: "dominios" });
  await writeArticle({ slug: "viejo", category: "vacia", status: "archived" });
  const categories = await listCategories(ctx());
  expect(categories.map(({ slug, articleCount }) => [slug, articleCount])).toEqual([["correo", 1], ["dominios", 1]]);
});

it("does not find a category that is unknown or has nothing to read", async () => {
  await writeArticle({ slug: "viejo", category: "vacia", status: "archived" });
  expect(await findCategory(ctx(), "vacia")).toBeNull();
  expect(await findCategory(ctx(), "nada")).toBeNull();
});

it("orders the most read by all views, those from before the desk counted too, pinned ones first", async () => {
  await writeArticle({ slug: "poco", views: 3 });
  await writeArticle({ slug: "antiguo", views: 1, carried: 500 });
  await writeArticle({ slug: "mucho", views: 90 });
  await writeArticle({ slug: "fijo", isPinned: true });
  await writeArticle({ slug: "borrador", status: "draft", views: 9_000 });
  expect(slugs(await listMostRead(ctx(), 3))).toEqual(["fijo", "antiguo", "mucho"]);
});

it("orders the newest by when they could first be read", async () => {
  await writeArticle({ slug: "ayer", daysOld: 1 });
  await writeArticle({ slug: "hoy" });
  await writeArticle({ slug: "retirado", status: "archived" });
  expect(slugs(await listNewest(ctx(), 5))).toEqual(["hoy", "ayer"]);
});

it("finds a published article with what is related to it, and nothing of what is not published", async () => {
  await writeArticle({ slug: "spf", tags: ["dns", "correo"] });
  await writeArticle({ slug: "dkim", category: "dominios", tags: ["dns", "correo"] });
  await writeArticle({ slug: "outlook" });
  await writeArticle({ slug: "secreto", status: "draft", tags: ["dns", "correo"] });
  const found = await findArticle(ctx(), "spf");
  expect(found?.article).toMatchObject({ title: "Título de spf", category: { slug: "correo" } });
  expect(slugs(found?.related ?? [])).toEqual(["dkim", "outlook"]);
});

it.each(["borrador", "retirado", "inexistente"])("does not find an article that may not be read: %s", async (slug) => {
  await writeArticle({ slug: "borrador", status: "draft" });
  await writeArticle({ slug: "retirado", status: "archived" });
  expect(await findArticle(ctx(), slug)).toBeNull();
});

it("shows the questions group by group and does not lead to an article that may not be read", async () => {
  await writeArticle({ slug: "borrador", status: "draft" });
  await writeArticle({ slug: "buzon" });
  const article = async (slug: string) => (await testDb().article.findUniqueOrThrow({ where: { slug } })).id;
  await testDb().faqGroup.create({ data: { slug: "vacio", name: "Vacío", position: 0 } });
  const group = await testDb().faqGroup.create({ data: { slug: "correo", name: "Correo", position: 1 } });
  const entry = { groupId: group.id, answer: "Así.", updatedAt: toDate(NOON) };
  await testDb().faqEntry.createMany({
    data: [
      { ...entry, slug: "dos", question: "¿Dos?", position: 2, articleId: await article("borrador") },
      { ...entry, slug: "uno", question: "¿Uno?", position: 1, articleId: await article("buzon") },
    ],
  });
  const groups = await listFaq(ctx());
  expect(groups.map(({ slug, questions }) => [slug, questions.map((question) => [question.slug, question.article?.slug ?? null])])).toEqual([
    ["correo", [["uno", "buzon"], ["dos", null]]],
  ]);
});

it("tells search engines of what can be read, and of nothing else", async () => {
  await writeArticle({ slug: "spf" });
  await writeArticle({ slug: "borrador", status: "draft" });
  const addresses = await listAddresses(ctx());
  expect(addresses.categories).toEqual(["correo"]);
  expect(slugs(addresses.articles)).toEqual(["spf"]);
});

it("orders what was read of late by the readers of the last 30 days, and leaves out what nobody read", async () => {
  for (const slug of ["antes", "ahora", "nunca", "fijo"]) await writeArticle({ slug, views: slug === "antes" ? 900 : 0, isPinned: slug === "fijo" });
  const read = async (slug: string, daysAgo: number, views: number) => {
    const { id: articleId } = await testDb().article.findUniqueOrThrow({ where: { slug } });
    await testDb().articleDay.create({ data: { articleId, day: toDate(NOON.subtract({ hours: 24 * daysAgo })), views } });
  };
  await read("antes", 40, 500);
  await read("antes", 29, 2);
  await read("ahora", 0, 3);
  await read("nunca", 30, 9);
  for (let again = 0; again < 2; again += 1) {
    await countRecentViews({ db: testDb(), now: NOON });
    expect(slugs(await listMostRead(ctx(), 5, "recent"))).toEqual(["fijo", "ahora", "antes"]);
  }
  await countRecentViews({ db: testDb(), now: NOON.add({ hours: 24 }) });
  expect(slugs(await listMostRead(ctx(), 5, "recent"))).toEqual(["fijo", "ahora"]);
  expect(slugs(await listMostRead(ctx(), 2))).toEqual(["fijo", "antes"]);
  expect(await listMostRead(ctx(), 0)).toEqual([]);
});

it("goes on with what its author chose, in their order, and never with what the reader may not read", async () => {
  for (const slug of ["spf", "dkim", "dmarc", "oculto"]) await writeArticle({ slug, category: "dominios" });
  await writeArticle({ slug: "vecino", category: "dominios" });
  await testDb().article.update({ where: { slug: "oculto" }, data: { audience: "customers" } });
  const idOf = async (slug: string) => (await testDb().article.findUniqueOrThrow({ where: { slug } })).id;
  const articleId = await idOf("spf");
  for (const [position, slug] of ["oculto", "dmarc", "dkim"].entries()) await testDb().articleRelated.create({ data: { articleId, relatedId: await idOf(slug), position } });
  expect(slugs((await findArticle(ctx(), "spf"))?.related ?? [])).toEqual(["dmarc", "dkim", "vecino"]);
});

it("shows a category with its path, what stands below it, and the articles of all of it counted", async () => {
  const dominios = await testDb().kbCategory.findUniqueOrThrow({ where: { slug: "dominios" } });
  const dns = await testDb().kbCategory.create({ data: { slug: "dns", name: "DNS", description: "", position: 1, parentId: dominios.id } });
  await testDb().kbCategory.create({ data: { slug: "zonas", name: "Zonas", description: "", position: 1, parentId: dns.id } });
  await writeArticle({ slug: "soa", category: "zonas" });
  await writeArticle({ slug: "mx", category: "dns" });
  expect((await listCategories(ctx())).map(({ slug, articleCount, children }) => [slug, articleCount, slugs(children)])).toEqual([["dominios", 2, ["dns"]]]);
  expect(await findCategory(ctx(), "dns")).toMatchObject({ category: { articleCount: 2 }, path: [{ slug: "dominios" }], children: [{ slug: "zonas", articleCount: 1 }], articles: [{ slug: "mx" }] });
  expect((await findArticle(ctx(), "soa"))?.article.path.map(({ slug }) => slug)).toEqual(["dominios", "dns", "zonas"]);
});
