import { listFaq } from "@/lib/kb/faq-queries";
import { findPolicy, listPolicies } from "@/lib/kb/policy-queries";
import { findArticle, findCategory, listAddresses, listCategories, listMostRead, listNewest } from "@/lib/kb/queries";
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
  await db.policyPage.deleteMany();
  await db.articleView.deleteMany();
  await db.article.deleteMany();
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

it("shows the policies in their order", async () => {
  const page = { summary: "Resumen", body: "{{calendar}}", updatedAt: toDate(NOON) };
  await testDb().policyPage.createMany({ data: [{ ...page, slug: "conducta", title: "Conducta", position: 2 }, { ...page, slug: "canal", title: "Canal", position: 1 }] });
  expect(slugs(await listPolicies(ctx()))).toEqual(["canal", "conducta"]);
  expect((await findPolicy(ctx(), "canal"))?.updatedAt.equals(NOON)).toBe(true);
  expect(await findPolicy(ctx(), "nada")).toBeNull();
});

it("tells search engines of what can be read, and of nothing else", async () => {
  await writeArticle({ slug: "spf" });
  await writeArticle({ slug: "borrador", status: "draft" });
  const addresses = await listAddresses(ctx());
  expect(addresses.categories).toEqual(["correo"]);
  expect(slugs(addresses.articles)).toEqual(["spf"]);
});
