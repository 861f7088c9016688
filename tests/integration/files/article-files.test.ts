import { randomUUID } from "node:crypto";
import { attachToArticle, moveArticleFile, removeFromArticle } from "@/lib/files/commands/article-files";
import { findArticleFiles, findFile } from "@/lib/files/queries";
import { findArticle } from "@/lib/kb/queries";
import { toDate } from "@/lib/time/instants";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = () => ({ db: testDb(), actor: carla, now: NOON });
const names = (files: readonly { name: string }[] | undefined) => files?.map(({ name }) => name);

async function article({ status = "published" as "draft" | "published" | "archived", publishedAt = toDate(NOON) as Date | null, title = "Título" } = {}) {
  const category = await testDb().kbCategory.upsert({ where: { slug: "archivos" }, update: {}, create: { slug: "archivos", name: "Archivos", description: "", position: 1 } });
  return testDb().article.create({ data: { slug: randomUUID(), categoryId: category.id, status, title, summary: "", body: "", tags: [], updatedAt: toDate(NOON), publishedAt } });
}

async function upload(name: string, uploader = carla): Promise<string> {
  const data = { id: randomUUID(), uploaderId: uploader.userId, backend: "disk" as const, objectKey: `objeto de ${name} ${randomUUID()}`, name, mediaType: "text/plain", kind: "file" as const, size: 1, sha256: "0".repeat(64), createdAt: toDate(NOON) };
  return (await testDb().attachment.create({ data })).id;
}

describe("an article's files", () => {
  it("come after those that it has, in the order in which they were given, and everybody sees them", async () => {
    const { id: articleId, slug } = await article();
    unwrap(await attachToArticle(ctx(), { articleId, attachments: [await upload("a.txt"), await upload("b.txt")] }));
    unwrap(await attachToArticle(ctx(), { articleId, attachments: [await upload("c.txt")] }));
    expect(names((await findArticle(ctx(), slug))?.article.files)).toEqual(["a.txt", "b.txt", "c.txt"]);
  });

  it("are put in order, one place at a time", async () => {
    const { id: articleId, slug } = await article();
    const ids = [await upload("a.txt"), await upload("b.txt"), await upload("c.txt")];
    unwrap(await attachToArticle(ctx(), { articleId, attachments: ids }));
    unwrap(await moveArticleFile(ctx(), { articleId, fileId: ids[2]!, move: "up" }));
    unwrap(await moveArticleFile(ctx(), { articleId, fileId: ids[0]!, move: "up" }));
    expect(names((await findArticleFiles(ctx(), slug))?.files)).toEqual(["a.txt", "c.txt", "b.txt"]);
  });

  it("are gone once they are taken away, and what they were kept in is noted for the janitor", async () => {
    const { id: articleId, slug } = await article();
    const id = await upload("a.txt");
    const { objectKey } = await testDb().attachment.findUniqueOrThrow({ where: { id } });
    unwrap(await attachToArticle(ctx(), { articleId, attachments: [id] }));
    unwrap(await removeFromArticle(ctx(), { articleId, fileId: id }));
    expect((await findArticleFiles(ctx(), slug))?.files).toEqual([]);
    expect(await findFile(ctx(), id)).toBeNull();
    expect(await testDb().attachmentDiscard.count({ where: { objectKey } })).toBe(1);
    expect(await removeFromArticle(ctx(), { articleId, fileId: id })).toMatchObject({ code: "ARTICLE_FILE_GONE" });
    expect(await moveArticleFile(ctx(), { articleId, fileId: id, move: "up" })).toMatchObject({ code: "ARTICLE_FILE_GONE" });
  });

  it("of another article, or of a message, are not this one's to take away", async () => {
    const [one, other] = [await article(), await article()];
    const id = await upload("a.txt");
    unwrap(await attachToArticle(ctx(), { articleId: one.id, attachments: [id] }));
    expect(await removeFromArticle(ctx(), { articleId: other.id, fileId: id })).toMatchObject({ code: "ARTICLE_FILE_GONE" });
    expect(names((await findArticleFiles(ctx(), one.slug))?.files)).toEqual(["a.txt"]);
  });

  it.each([["draft", null], ["archived", NOON]] as const)("of an article that is %s and came out %s are the desk's alone", async (status, published) => {
    const { id: articleId, slug } = await article({ status, publishedAt: published && toDate(published) });
    const id = await upload("a.txt");
    unwrap(await attachToArticle(ctx(), { articleId, attachments: [id] }));
    expect(await findArticle(ctx(), slug)).toBeNull();
    expect(await findFile({ ...ctx(), actor: null }, id)).toBeNull();
    expect(await findFile(ctx(), id)).not.toBeNull();
    expect(await findArticleFiles(ctx(), slug)).toMatchObject({ isPublic: false });
  });

  it("are thirty at most, and none is no change", async () => {
    const { id: articleId } = await article();
    for (let batch = 0; batch < 3; batch++) unwrap(await attachToArticle(ctx(), { articleId, attachments: await Promise.all(Array.from({ length: 10 }, (_, at) => upload(`${at}.txt`))) }));
    expect(await attachToArticle(ctx(), { articleId, attachments: [await upload("x.txt")] })).toMatchObject({ code: "ARTICLE_FILES_TOO_MANY", details: { count: 30, max: 30 } });
    expect(await attachToArticle(ctx(), { articleId, attachments: [] })).toMatchObject({ code: "ARTICLE_FILES_MISSING" });
    expect(await attachToArticle(ctx(), { articleId: randomUUID(), attachments: [] })).toMatchObject({ code: "ARTICLE_NOT_FOUND" });
  });

  it("stay in one order when two people add at once", async () => {
    const { id: articleId } = await article();
    const [mine, yours] = [[await upload("a.txt"), await upload("b.txt")], [await upload("c.txt", diego), await upload("d.txt", diego)]];
    await Promise.all([attachToArticle(ctx(), { articleId, attachments: mine }), attachToArticle({ ...ctx(), actor: diego }, { articleId, attachments: yours })]);
    const rows = await testDb().attachment.findMany({ where: { articleId }, select: { position: true } });
    expect(rows.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3]);
  });
});
