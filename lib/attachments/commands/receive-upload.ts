import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import { keepFile } from "@/lib/attachments/keep-file";
import { filePart } from "@/lib/attachments/multipart";
import type { UploadRefusal } from "@/lib/attachments/types";
import { findUploadById, leaseUpload, markRefused, refusalOf, saveStored, waitForUpload, type UploadRow } from "@/lib/attachments/upload-rows";
import { ok, refuse, type Result } from "@/lib/result";
import { appendPart, partPath, partSize, removePart } from "@/lib/storage/parts";
import { toDate } from "@/lib/time/instants";

/** How many bytes of it are here: where to go on. Waits for whoever writes to it now, so that the answer holds. */
export async function countReceived({ db }: PublicContext, upload: UploadRow): Promise<number> {
  await waitForUpload(db, upload.id);
  const now = await findUploadById(db, upload.id);
  if (!now || now.state === "refused") return 0;
  return now.state === "complete" || now.stored !== null ? now.size : partSize(now.partKey);
}

export type Incoming = {
  /** The offset that the sender goes on from. */
  from: number;
  /** Of the whole body, as its header says; null when it does not. */
  contentLength: number | null;
  boundary: string;
  body: AsyncIterable<Uint8Array>;
};

/** A sender that left has a moment to be noticed. */
const PATIENCE_MS = 2_000;
/** What a form adds around one file. */
const FORM_BYTES = 8_192;

/**
 * Takes bytes of an upload. Once all are here they are looked into and put into the store, and `complete` makes an attachment of them
 * (the SDK's callback); when it answers null, something of ours failed and the next try goes on from here.
 */
export async function receiveUpload<T>(ctx: PublicContext, given: UploadRow, { from, contentLength, boundary, body }: Incoming, complete: (upload: UploadRow) => Promise<T | null>): Promise<Result<T, UploadRefusal>> {
  const lease = await leaseUpload(ctx.db, given.id, PATIENCE_MS);
  if (!lease) return refuse("UPLOAD_BUSY");
  try {
    // It may have gone on while this waited.
    const upload = await findUploadById(ctx.db, given.id);
    if (!upload || upload.fileKey !== given.fileKey) return refuse("UPLOAD_UNKNOWN");
    const refusal = refusalOf(upload);
    if (refusal) return refuse(refusal);
    if (upload.state === "receiving" && upload.stored === null) {
      const received = await takeBytes(upload, { from, contentLength, boundary, body });
      const kept = received.ok ? await keepReceived(ctx, upload) : received;
      if (!kept.ok) return await giveUp(ctx, upload, kept.code);
    }
    const done = await complete(upload);
    if (done === null) return refuse("UNEXPECTED");
    await removePart(upload.partKey);
    return ok(done);
  } finally {
    await lease.release();
  }
}

async function takeBytes(upload: UploadRow, { from, contentLength, boundary, body }: Incoming): Promise<Result<null, UploadRefusal>> {
  const here = await partSize(upload.partKey);
  if (from !== here) return refuse("UPLOAD_RANGE");
  const missing = upload.size - here;
  if (contentLength !== null && contentLength > missing + FORM_BYTES) return refuse("FILE_TOO_LARGE");
  const course = { left: missing, isOver: false, isBroken: false };
  const count = await appendPart(upload.partKey, { from: here, source: atMost(filePart(body, boundary), course) });
  if (course.isOver) return refuse("FILE_TOO_LARGE");
  return count === upload.size && !course.isBroken ? ok(null) : refuse("UPLOAD_CUT");
}

/** Ends where the sender goes away, sends something that is no form, or sends more than is missing. What came before that is kept. */
async function* atMost(source: AsyncIterable<Buffer>, course: { left: number; isOver: boolean; isBroken: boolean }): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) {
      course.left -= chunk.length;
      if (course.left < 0) {
        course.isOver = true;
        return;
      }
      yield chunk;
    }
  } catch {
    course.isBroken = true;
  }
}

async function keepReceived({ db, now }: PublicContext, upload: UploadRow): Promise<Result<null, UploadRefusal>> {
  const kept = await keepFile(db, toDate(now), { path: partPath(upload.partKey), name: upload.name, size: upload.size, type: upload.type });
  if (!kept.ok) return kept;
  await saveStored(db, upload.id, kept.data);
  return ok(null);
}

/** What a new try may mend is left as it is; what is wrong with the file itself ends it. */
const PASSING: readonly UploadRefusal[] = ["UPLOAD_CUT", "UPLOAD_RANGE", "UPLOAD_BUSY", "UNEXPECTED"];

async function giveUp({ db }: PublicContext, upload: UploadRow, code: UploadRefusal): Promise<Result<never, UploadRefusal>> {
  if (!PASSING.includes(code)) {
    await markRefused(db, upload.id, code);
    await removePart(upload.partKey);
  }
  return refuse(code);
}
