import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** Deletes rows that nothing claimed, and notes their objects, which the janitor removes. @returns how many there were */
export async function discardAttachments(tx: Tx, where: Prisma.AttachmentWhereInput & { claimedAt: null }, at: Date): Promise<number> {
  const ids = (await tx.attachment.findMany({ where, select: { id: true } })).map((row) => row.id);
  if (ids.length === 0) return 0;
  // A message that claims one of them at this moment has it locked, or finds it gone.
  const rows = await tx.$queryRaw<DiscardedRow[]>`
    DELETE FROM attachment WHERE id = ANY (${ids}::uuid[]) AND claimed_at IS NULL RETURNING backend, object_key, thumbnail_key`;
  await discardObjects(tx, rows, at);
  return rows.length;
}

export type DiscardedRow = { backend: "disk" | "s3" | "uploadthing"; object_key: string; thumbnail_key: string | null };

/** Notes what deleted rows led to, in their transaction. */
export async function discardObjects(tx: Tx, rows: readonly DiscardedRow[], at: Date): Promise<void> {
  const objects = rows.flatMap(({ backend, object_key, thumbnail_key }) => [object_key, thumbnail_key].flatMap((objectKey) => (objectKey ? [{ backend, objectKey, createdAt: at }] : [])));
  await tx.attachmentDiscard.createMany({ data: objects });
}

type StoredObject = { backend: DiscardedRow["backend"]; objectKey: string };

/** Notes objects as to be discarded: of what is not needed any more, or of what is about to be put into the store and may never be claimed. */
export async function noteDiscards(db: Tx, objects: readonly StoredObject[], at: Date): Promise<void> {
  await db.attachmentDiscard.createMany({ data: objects.map(({ backend, objectKey }) => ({ backend, objectKey, createdAt: at })) });
}

/** Takes notes back, in the transaction that makes a row of what was put into the store. */
export async function takeBackDiscards(tx: Tx, objects: readonly StoredObject[]): Promise<void> {
  for (const { backend, objectKey } of objects) await tx.attachmentDiscard.deleteMany({ where: { backend, objectKey } });
}
