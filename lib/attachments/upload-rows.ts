import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { UPLOAD_REFUSALS, type UploadRefusal } from "@/lib/attachments/types";
import type { Db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What the middleware hands through the SDK, and gets back from it. */
export const uploadMetadataSchema = z.object({ uploadId: z.uuid(), uploaderId: z.uuid(), name: z.string(), size: z.number().int().positive(), type: z.string() });
export type UploadMetadata = z.output<typeof uploadMetadataSchema>;

/** What became of the bytes, as the store has them. */
export const storedSchema = z.object({
  backend: z.enum(["disk", "s3", "uploadthing"]),
  objectKey: z.string(),
  thumbnailKey: z.string().nullable(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int().positive(),
  sha256: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type StoredFile = z.output<typeof storedSchema>;

const columns = { id: true, uploaderId: true, fileKey: true, partKey: true, metadata: true, name: true, type: true, size: true, state: true, refusal: true, stored: true, result: true } as const satisfies Prisma.AttachmentUploadSelect;
export type UploadRow = Prisma.AttachmentUploadGetPayload<{ select: typeof columns }>;

/** Both must be what was signed together: a key alone may have met another one's. */
export function findUpload(db: Db, { fileKey, uploadId }: { fileKey: string; uploadId: string }): Promise<UploadRow | null> {
  return z.uuid().safeParse(uploadId).success ? db.attachmentUpload.findFirst({ where: { id: uploadId, fileKey }, select: columns }) : Promise.resolve(null);
}

export function findUploadById(db: Db, id: string): Promise<UploadRow | null> {
  return db.attachmentUpload.findUnique({ where: { id }, select: columns });
}

/** Longer than the pause between two renewals, short enough that nobody waits long for a process that died. */
const LEASE_MS = 12_000;
const RENEW_MS = 4_000;
const LOOK_MS = 100;

export type Lease = { release: () => Promise<void> };

/** One writer at a time. Waits for another one to end or to lapse, `patienceMs` at most. @returns null when it goes on */
export async function leaseUpload(db: Db, id: string, patienceMs: number): Promise<Lease | null> {
  const token = randomUUID();
  const until = performance.now() + patienceMs;
  while (!(await take(db, id, token))) {
    if (performance.now() >= until) return null;
    await pause(LOOK_MS);
  }
  const timer = setInterval(() => void renew(db, id, token).catch(() => {}), RENEW_MS);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await db.attachmentUpload.updateMany({ where: { id, leaseToken: token }, data: { leaseToken: null, leaseUntil: null } });
    },
  };
}

/** The database's clock is the one that all processes share. */
async function take(db: Db, id: string, token: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    UPDATE attachment_upload SET lease_token = ${token}::uuid, lease_until = now() + ${LEASE_MS} * interval '1 millisecond'
    WHERE id = ${id}::uuid AND (lease_until IS NULL OR lease_until < now())`;
  return taken === 1;
}

async function renew(db: Db, id: string, token: string): Promise<void> {
  await db.$executeRaw`
    UPDATE attachment_upload SET lease_until = now() + ${LEASE_MS} * interval '1 millisecond' WHERE id = ${id}::uuid AND lease_token = ${token}::uuid`;
}

/** Resolves when nobody writes to it, or after a writer that died would have lapsed. */
export async function waitForUpload(db: Db, id: string): Promise<void> {
  const until = performance.now() + LEASE_MS + 1_000;
  while (performance.now() < until) {
    const held = await db.$queryRaw<{ id: string }[]>`SELECT id FROM attachment_upload WHERE id = ${id}::uuid AND lease_until >= now()`;
    if (held.length === 0) return;
    await pause(LOOK_MS);
  }
}

export async function markRefused(db: Db, id: string, refusal: UploadRefusal): Promise<void> {
  await db.attachmentUpload.update({ where: { id }, data: { state: "refused", refusal, stored: undefined } });
}

export async function saveStored(db: Db, id: string, stored: StoredFile): Promise<void> {
  await db.attachmentUpload.update({ where: { id }, data: { stored } });
}

export function refusalOf(row: UploadRow): UploadRefusal | null {
  if (row.state !== "refused") return null;
  return UPLOAD_REFUSALS.find((code) => code === row.refusal) ?? "UNEXPECTED";
}
