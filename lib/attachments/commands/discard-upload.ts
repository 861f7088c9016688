import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { discardAttachments } from "@/lib/attachments/discards";
import { ok, refuse, type Result } from "@/lib/result";
import { removePart } from "@/lib/storage/parts";
import { toDate } from "@/lib/time/instants";

/** Takes back a file that was not sent, complete or not. */
export async function discardUpload({ db, actor, now }: Context<PersonActor>, uploadId: string): Promise<Result<null, "UPLOAD_UNKNOWN">> {
  const own = { id: uploadId, uploaderId: actor.userId };
  const found = await db.$transaction(async (tx) => {
    const upload = await tx.attachmentUpload.findFirst({ where: own, select: { partKey: true } });
    const attachment = await tx.attachment.findFirst({ where: own, select: { claimedAt: true } });
    if (attachment?.claimedAt || (!upload && !attachment)) return null;
    await discardAttachments(tx, { id: uploadId, claimedAt: null }, toDate(now));
    await tx.attachmentUpload.deleteMany({ where: own });
    return { partKey: upload?.partKey ?? null };
  });
  if (!found) return refuse("UPLOAD_UNKNOWN");
  if (found.partKey) await removePart(found.partKey);
  return ok(null);
}
