import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import { discardAttachments } from "@/lib/attachments/discards";
import type { Tx } from "@/lib/db/client";
import { log } from "@/lib/log";
import { listParts, removePart, removeScratch } from "@/lib/storage/parts";
import { storageOf } from "@/lib/storage/storage";
import { toDate } from "@/lib/time/instants";

/** What nobody sent, or went on with, for so long is taken for left behind. */
export const KEPT_HOURS = 24;
/** What is being made or removed right now is noted too; after so long it is nobody's work any more. */
const SETTLED_HOURS = 2;
const BATCH = 500;

export type Tidied = { unclaimed: number; uploads: number; objects: number; parts: number };

/** The janitor: files that nothing claimed, uploads that did not go on, bytes that nothing leads to. Safe to run twice at once, and again. */
export async function tidyUploads(ctx: PublicContext): Promise<Tidied> {
  const { db, now } = ctx;
  const old = toDate(now.subtract({ hours: KEPT_HOURS }));
  const unclaimed = await db.$transaction(async (tx) => discardAttachments(tx, { id: { in: await listLeft(tx, old) }, claimedAt: null }, toDate(now)));
  // One that is being written to was touched by its lease.
  const stale = await db.attachmentUpload.findMany({
    where: { updatedAt: { lt: old }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: toDate(now) } }] },
    take: BATCH,
    select: { id: true, partKey: true },
  });
  await db.attachmentUpload.deleteMany({ where: { id: { in: stale.map((row) => row.id) } } });
  for (const { partKey } of stale) await removePart(partKey);
  return { unclaimed, uploads: stale.length, objects: await removeDiscarded(ctx), parts: await removeLeftOvers(ctx) };
}

/** What nobody sent, and no draft of its uploader holds. A draft that is left for long goes as a whole (lib/tickets/jobs.ts); then this does. */
async function listLeft(tx: Tx, old: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM attachment a
    WHERE a.claimed_at IS NULL AND a.created_at < ${old} AND NOT EXISTS (
      SELECT 1 FROM ticket_draft d WHERE d.user_id = a.uploader_id AND d.data -> 'attachments' ? a.id::text)`;
  return rows.map((row) => row.id);
}

async function removeDiscarded({ db, now }: PublicContext): Promise<number> {
  const settled = toDate(now.subtract({ hours: SETTLED_HOURS }));
  const noted = await db.attachmentDiscard.findMany({ where: { createdAt: { lt: settled } }, orderBy: { id: "asc" }, take: BATCH });
  let removed = 0;
  for (const { id, backend, objectKey } of noted) {
    const isLedTo = (await db.attachment.count({ where: { backend, OR: [{ objectKey }, { thumbnailKey: objectKey }] } })) > 0;
    try {
      if (!isLedTo) await storageOf(backend).remove(objectKey);
    } catch (error) {
      // The note stays: the next round tries again.
      log.error({ err: error, backend }, "files: an object could not be removed");
      continue;
    }
    await db.attachmentDiscard.deleteMany({ where: { id } });
    removed += isLedTo ? 0 : 1;
  }
  return removed;
}

/** Files of this machine that no upload goes on with. */
async function removeLeftOvers({ db, now }: PublicContext): Promise<number> {
  const old = now.subtract({ hours: KEPT_HOURS }).epochMilliseconds;
  const left = (await listParts()).filter((each) => each.changedAt < old);
  const known = await db.attachmentUpload.findMany({ where: { partKey: { in: left.flatMap(({ partKey }) => (partKey && /^[0-9a-f-]{36}$/.test(partKey) ? [partKey] : [])) } }, select: { partKey: true } });
  const kept = new Set(known.map((row) => row.partKey));
  const gone = left.filter(({ partKey }) => partKey === null || !kept.has(partKey));
  for (const { path } of gone) await removeScratch(path);
  return gone.length;
}
