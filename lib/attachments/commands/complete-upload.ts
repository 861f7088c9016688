import "server-only";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { PublicContext } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import { keepFile } from "@/lib/attachments/keep-file";
import type { AttachmentView, UploadRefusal } from "@/lib/attachments/types";
import { findUploadById, markRefused, saveStored, storedSchema, type StoredFile, type UploadMetadata, type UploadRow } from "@/lib/attachments/upload-rows";
import { attachmentSelect, toAttachmentView } from "@/lib/attachments/views";
import { ok, refuse, type Result } from "@/lib/result";
import { scratchPath } from "@/lib/storage/parts";
import { storageOf } from "@/lib/storage/storage";
import { toDate } from "@/lib/time/instants";

type Completed = Result<AttachmentView, UploadRefusal>;

/**
 * What the SDK calls when a file is complete, maybe more than once: an attachment is made of it, which is its uploader's alone. Behind
 * our own ingest the bytes are in the store already; those of the service are fetched, looked into and kept the same way.
 */
export async function completeUpload(ctx: PublicContext, { metadata, fileKey }: { metadata: UploadMetadata; fileKey: string }): Promise<Completed> {
  const upload = await findUploadById(ctx.db, metadata.uploadId);
  if (!upload || upload.uploaderId !== metadata.uploaderId || upload.fileKey !== fileKey) return refuse("UPLOAD_UNKNOWN");
  const known = await ctx.db.attachment.findUnique({ where: { id: upload.id }, select: attachmentSelect });
  if (known) return ok(toAttachmentView(known));
  const stored = storedSchema.safeParse(upload.stored);
  if (stored.success) return recordAttachment(ctx, upload, stored.data);

  const kept = await keepFromService(ctx, upload);
  if (!kept.ok) {
    await markRefused(ctx.db, upload.id, kept.code);
    return kept;
  }
  await saveStored(ctx.db, upload.id, kept.data);
  return recordAttachment(ctx, upload, kept.data);
}

async function recordAttachment(ctx: PublicContext, upload: UploadRow, stored: StoredFile): Promise<Completed> {
  const at = toDate(ctx.now);
  const keys = [stored.objectKey, ...(stored.thumbnailKey ? [stored.thumbnailKey] : [])];
  try {
    return await ctx.db.$transaction(async (tx): Promise<Completed> => {
      const row = await tx.attachment.create({
        data: { id: upload.id, uploaderId: upload.uploaderId, ...stored, kind: stored.thumbnailKey ? "image" : "file", createdAt: at },
        select: attachmentSelect,
      });
      await tx.attachmentDiscard.deleteMany({ where: { backend: stored.backend, objectKey: { in: keys } } });
      return ok(toAttachmentView(row));
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    // Two that came at once: the first one's row is the answer to both.
    const first = await ctx.db.attachment.findUniqueOrThrow({ where: { id: upload.id }, select: attachmentSelect });
    return ok(toAttachmentView(first));
  }
}

/** The service keeps what it was sent; what we keep beside it was looked into. Its own copy goes. */
async function keepFromService(ctx: PublicContext, upload: UploadRow): Promise<Result<StoredFile, UploadRefusal>> {
  const service = storageOf("uploadthing");
  const path = await scratchPath();
  try {
    let count = 0;
    const counted = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        count += chunk.length;
        if (count > upload.size) throw new Error("The service has more bytes than were declared.");
        yield chunk;
      }
    };
    await pipeline(await service.stream(upload.fileKey), counted, createWriteStream(path));
    if (count !== upload.size) return refuse("UPLOAD_CUT");
    return await keepFile(ctx.db, toDate(ctx.now), { path, name: upload.name, size: upload.size, type: upload.type });
  } finally {
    await rm(path, { force: true });
    await ctx.db.attachmentDiscard.create({ data: { backend: "uploadthing", objectKey: upload.fileKey, createdAt: toDate(ctx.now) } });
  }
}
