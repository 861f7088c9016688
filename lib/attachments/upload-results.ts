import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { AttachmentView } from "@/lib/attachments/types";
import { attachmentSelect, toAttachmentView } from "@/lib/attachments/views";

/** What the SDK reports of `onUploadComplete`. @returns false when no such upload is known */
export async function recordUploadResult({ db }: PublicContext, { fileKey, result }: { fileKey: string; result: AttachmentView }): Promise<boolean> {
  const { count } = await db.attachmentUpload.updateMany({ where: { fileKey, id: result.id, state: { not: "refused" } }, data: { state: "complete", result } });
  return count === 1;
}

/** No result means that completing it failed. */
export async function findResult({ db }: PublicContext, uploadId: string): Promise<AttachmentView | null> {
  const upload = await db.attachmentUpload.findFirst({ where: { id: uploadId, state: "complete" }, select: { id: true } });
  const row = upload && (await db.attachment.findUnique({ where: { id: uploadId }, select: attachmentSelect }));
  return row && toAttachmentView(row);
}

/** Whether the addresses that were just signed are known to the ingest: the SDK signs them even when making them known failed. */
export async function areRegistered({ db }: PublicContext, uploads: readonly { key: string; customId: string | null }[]): Promise<boolean> {
  const count = await db.attachmentUpload.count({ where: { OR: uploads.map(({ key, customId }) => ({ fileKey: key, id: customId ?? undefined })) } });
  return uploads.length > 0 && count === uploads.length;
}
