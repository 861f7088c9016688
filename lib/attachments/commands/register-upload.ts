import "server-only";
import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import { safeFileName } from "@/lib/attachments/file-names";
import { declaredType, DESK_TYPES, type FileType } from "@/lib/attachments/file-types";
import { limitsOf, MEGABYTE } from "@/lib/attachments/limits";
import { readRules } from "@/lib/attachments/queries";
import type { UploadRefusal } from "@/lib/attachments/types";
import type { UploadMetadata } from "@/lib/attachments/upload-rows";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** What one person may have waiting, sent by nobody: honest forms stay far below. */
const WAITING_MAX = 100;
const WAITING_BYTES_MAX = 1024 * MEGABYTE;

export type AskedFile = { name: string; size: number; type: string };

/** Whether the actor may send this file under this id. Writes nothing: the SDK's own checks come after it. */
export async function checkUpload({ db, actor }: Context<PersonActor>, { uploadId, file }: { uploadId: string; file: AskedFile }): Promise<Result<UploadMetadata, UploadRefusal>> {
  if (!file.name.isWellFormed() || file.name.includes("\0")) return refuse("FILE_NAME_UNREADABLE");
  if (file.size === 0) return refuse("FILE_EMPTY");
  const { maxFileBytes, types } = limitsOf(await readRules(db));
  if (!Number.isSafeInteger(file.size) || file.size < 0 || file.size > maxFileBytes) return refuse("FILE_TOO_LARGE", { max: maxFileBytes / MEGABYTE });
  const type = declaredType({ name: file.name, mediaType: file.type });
  const allowed: readonly FileType[] = actor.kind === "staff" ? [...types, ...DESK_TYPES] : types;
  if (!type || !allowed.includes(type)) return refuse("FILE_TYPE_NOT_ALLOWED");

  const metadata = { uploadId, uploaderId: actor.userId, name: safeFileName(file.name), size: file.size, type: file.type };
  const upload = await db.attachmentUpload.findUnique({ where: { id: uploadId }, select: { uploaderId: true, name: true, size: true, type: true } });
  if (upload) return isSame(upload, metadata) ? ok(metadata) : refuse("UPLOAD_ID_TAKEN");
  if ((await db.attachment.count({ where: { id: uploadId } })) > 0) return refuse("UPLOAD_ID_TAKEN");
  const waiting = await db.attachmentUpload.aggregate({ where: { uploaderId: actor.userId, state: "receiving" }, _count: true, _sum: { size: true } });
  const kept = await db.attachment.aggregate({ where: { uploaderId: actor.userId, claimedAt: null }, _count: true, _sum: { size: true } });
  const bytes = (waiting._sum.size ?? 0) + (kept._sum.size ?? 0) + file.size;
  if (waiting._count + kept._count >= WAITING_MAX || bytes > WAITING_BYTES_MAX) return refuse("UPLOADS_TOO_MANY");
  return ok(metadata);
}

/** Makes what was checked known to the ingest, under the key that was just signed; again for each new try, which goes on where the last one ended. */
export async function registerUpload({ db, now }: PublicContext, { fileKey, metadata }: { fileKey: string; metadata: UploadMetadata }): Promise<Result<null, "UPLOAD_ID_TAKEN" | "UPLOAD_BUSY">> {
  const at = toDate(now);
  const { uploadId: id, uploaderId, name, size, type } = metadata;
  const fresh = { id, uploaderId, fileKey, partKey: randomUUID(), metadata, name, size, type, createdAt: at, updatedAt: at };
  try {
    const known = await db.attachmentUpload.findUnique({ where: { id }, select: { uploaderId: true, name: true, size: true, type: true, state: true } });
    if (!known) {
      await db.attachmentUpload.create({ data: fresh });
      return ok(null);
    }
    if (!isSame(known, metadata)) return refuse("UPLOAD_ID_TAKEN");
    // A file that was refused begins anew: with the same bytes it is refused again.
    const again = known.state === "refused" ? { state: "receiving" as const, refusal: null, partKey: fresh.partKey } : {};
    await db.attachmentUpload.update({ where: { id, uploaderId }, data: { fileKey, updatedAt: at, ...again } });
    return ok(null);
  } catch (error) {
    // The key met another one's, or two tries met each other: a new try gets a new key.
    if (isUniqueError(error)) return refuse("UPLOAD_BUSY");
    throw error;
  }
}

function isSame(known: { uploaderId: string; name: string; size: number; type: string }, { uploaderId, name, size, type }: UploadMetadata): boolean {
  return known.uploaderId === uploaderId && known.name === name && known.size === size && known.type === type;
}
