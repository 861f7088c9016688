import "server-only";
import { discardObjects, takeBackDiscards, type DiscardedRow } from "@/lib/attachments/discards";
import type { StoredFile } from "@/lib/attachments/upload-rows";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** Of an article that is locked: the ids of the files beside its text, as they stand. */
export async function filesOfArticle(tx: Tx, articleId: string): Promise<string[]> {
  const rows = await tx.attachment.findMany({ where: { articleId, isInText: false }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true } });
  return rows.map((row) => row.id);
}

/** So they stand from now on. */
export async function orderFilesOfArticle(tx: Tx, articleId: string, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.attachment.updateMany({ where: { id, articleId }, data: { position } });
}

/** Takes a file away from its article for good; the janitor removes what it was kept in. @returns whether there was one */
export async function discardArticleFile(tx: Tx, { articleId, fileId }: { articleId: string; fileId: string }, at: Temporal.Instant): Promise<boolean> {
  const rows = await tx.$queryRaw<DiscardedRow[]>`
    DELETE FROM attachment WHERE id = ${fileId}::uuid AND article_id = ${articleId}::uuid AND NOT is_in_text RETURNING backend, object_key, thumbnail_key`;
  await discardObjects(tx, rows, toDate(at));
  return rows.length === 1;
}

type KeptFile = { id: string; articleId: string; uploaderId: string; stored: StoredFile; position: number; isInText: boolean };

/** Makes a file of an article's of bytes that nobody uploaded by hand: they came along with the article itself, and were looked into (keepFile). */
export async function addKeptFile(tx: Tx, { stored, ...file }: KeptFile, at: Temporal.Instant): Promise<void> {
  await tx.attachment.create({ data: { ...file, ...stored, kind: stored.thumbnailKey ? "image" : "file", createdAt: toDate(at), claimedAt: toDate(at) } });
  const keys = [stored.objectKey, ...(stored.thumbnailKey ? [stored.thumbnailKey] : [])];
  await takeBackDiscards(tx, keys.map((objectKey) => ({ backend: stored.backend, objectKey })));
}
