import { randomUUID } from "node:crypto";
import { checkPictures, claimPictures } from "@/lib/attachments/pictures-in-text";
import { attachToArticle } from "@/lib/files/commands/article-files";
import { findArticleFiles, findFile } from "@/lib/files/queries";
import { findArticle } from "@/lib/kb/queries";
import type { Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";
import { ana, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = { get db() { return testDb(); }, actor: carla, now: NOON };

async function article(status: "draft" | "published" = "published") {
  const category = await testDb().kbCategory.upsert({ where: { slug: "imagenes" }, update: {}, create: { slug: "imagenes", name: "Imágenes", description: "", position: 1 } });
  return testDb().article.create({ data: { slug: randomUUID(), categoryId: category.id, status, title: "Título", summary: "", body: "", tags: [], updatedAt: toDate(NOON), publishedAt: status === "published" ? toDate(NOON) : null } });
}

async function picture(uploaderId = carla.userId, owner: { ticketId?: string } = {}): Promise<string> {
  const claimed = owner.ticketId ? { ...owner, claimedAt: toDate(NOON) } : {};
  const data = { id: randomUUID(), uploaderId, backend: "disk" as const, objectKey: randomUUID(), thumbnailKey: randomUUID(), name: "panel.png", mediaType: "image/png", kind: "image" as const, size: 1, width: 640, height: 480, sha256: "0".repeat(64), createdAt: toDate(NOON), ...claimed };
  return (await testDb().attachment.create({ data })).id;
}

const shown = (...ids: string[]) => ids.map((id) => `Texto.\n\n![Panel](/api/files/${id}#640x480)`).join("\n\n");

/** As the commands that save an article do. */
function save(articleId: string, text: string, actor = carla): Promise<Result<null, string>> {
  return testDb().$transaction(async (tx) => {
    const checked = await checkPictures(tx, actor, text);
    if (!checked.ok) return checked;
    await claimPictures(tx, checked.data, { articleId, at: NOON });
    return { ok: true, data: null };
  });
}

it("lets everybody who may read the article see its pictures once it is saved, and nobody but the uploader before", async () => {
  const { id: articleId, slug } = await article();
  const id = await picture();
  expect([await findFile({ ...ctx, actor: null }, id), await findFile({ ...ctx, actor: diego }, id)]).toEqual([null, null]);
  unwrap(await save(articleId, shown(id)));
  expect(await findFile({ ...ctx, actor: null }, id)).toMatchObject({ id });
  // In the text, and not once more below it.
  expect((await findArticle(ctx, slug))?.article.files).toEqual([]);
  expect((await findArticleFiles(ctx, slug))?.files).toEqual([]);
});

it("keeps the pictures of a draft to the desk", async () => {
  const { id: articleId } = await article("draft");
  const id = await picture();
  unwrap(await save(articleId, shown(id)));
  expect([await findFile({ ...ctx, actor: null }, id), await findFile({ ...ctx, actor: ana }, id)]).toEqual([null, null]);
  expect(await findFile({ ...ctx, actor: diego }, id)).not.toBeNull();
});

it("takes a picture that the article has, or another one has, as it is", async () => {
  const [one, other] = [await article(), await article()];
  const id = await picture();
  unwrap(await save(one.id, shown(id)));
  unwrap(await save(one.id, shown(id), diego));
  unwrap(await save(other.id, shown(id), diego));
  expect(await testDb().attachment.findUnique({ where: { id }, select: { articleId: true } })).toEqual({ articleId: one.id });
});

it("refuses, by its line, what readers could not see: another's upload, a ticket's picture, none, no picture; and claims nothing then", async () => {
  const { id: articleId } = await article();
  const mine = await picture();
  const ofTicket = await picture(carla.userId, { ticketId: (await ticketRow()).id });
  const text = await testDb().attachment.update({ where: { id: await picture() }, data: { kind: "file", mediaType: "text/plain", thumbnailKey: null, width: null, height: null } });
  for (const id of [await picture(diego.userId), ofTicket, randomUUID(), text.id]) {
    expect(await save(articleId, shown(mine, id))).toMatchObject({ ok: false, code: "PICTURES_GONE", details: { lines: "7" } });
  }
  expect(await testDb().attachment.count({ where: { articleId } })).toBe(0);
});

it("does not take pictures for files: thirty of these have room beside them", async () => {
  const { id: articleId, slug } = await article();
  unwrap(await save(articleId, shown(...(await Promise.all(Array.from({ length: 31 }, () => picture()))))));
  unwrap(await attachToArticle(ctx, { articleId, attachments: [await picture()] }));
  expect((await findArticleFiles(ctx, slug))?.files).toHaveLength(1);
});

it("gives a picture that two texts want at once to one of them, and the other one finds it there", async () => {
  const [one, other] = [await article(), await article()];
  const id = await picture();
  const answers = await Promise.all([save(one.id, shown(id)), save(other.id, shown(id))]);
  expect(answers.map((each) => each.ok)).toEqual([true, true]);
  expect([one.id, other.id]).toContain((await testDb().attachment.findUniqueOrThrow({ where: { id } })).articleId);
});
