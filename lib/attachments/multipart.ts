import "server-only";

/** The one part of a multipart body, named `file`; nothing else is taken. */

const HEAD_MAX = 4_096;
const CRLF2 = Buffer.from("\r\n\r\n");

export class MultipartError extends Error {
  override name = "MultipartError";
}

/** @returns null when the content type is no multipart form with a boundary */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(contentType ?? "");
  return match ? (match[1] ?? match[2] ?? null) : null;
}

/** What the part holds, as it comes. @throws MultipartError when the body ends early or is another shape */
export async function* filePart(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Buffer, void, void> {
  const opening = Buffer.from(`--${boundary}\r\n`);
  const content = endingWith(Buffer.from(`\r\n--${boundary}--`));
  let head: Buffer | null = Buffer.alloc(0);
  for await (const given of body) {
    if (content.isOver()) continue; // what follows the end is nothing
    let chunk: Buffer = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    if (head) {
      head = Buffer.concat([head, chunk]);
      const rest = afterHead(head, opening);
      if (!rest) continue;
      head = null;
      chunk = rest;
    }
    yield* content.take(chunk);
  }
  if (!content.isOver()) throw new MultipartError("The body ended before the file did.");
}

/**
 * Gives what comes before `closing`. As much as may be its beginning is kept back; a chunk is passed on as it is and never copied, because
 * many files come at once.
 */
function endingWith(closing: Buffer) {
  const most = closing.length - 1;
  let kept: Buffer = Buffer.alloc(0);
  let isOver = false;
  return {
    isOver: () => isOver,
    *take(chunk: Buffer): Generator<Buffer> {
      const seam = Buffer.concat([kept, chunk.subarray(0, most)]);
      const atSeam = seam.indexOf(closing);
      const end = atSeam >= 0 ? atSeam - kept.length : chunk.indexOf(closing);
      isOver = atSeam >= 0 || end >= 0;
      // Counted from the beginning of the chunk: below 0 is in what was kept.
      const until = isOver ? end : chunk.length - most;
      const before = kept.subarray(0, Math.max(0, kept.length + Math.min(0, until)));
      if (before.length > 0) yield before;
      if (until > 0) yield chunk.subarray(0, until);
      kept = isOver ? Buffer.alloc(0) : Buffer.concat([kept.subarray(before.length), chunk.subarray(Math.max(0, until))]);
    },
  };
}

/** What follows the part's header; null while it is not whole. */
function afterHead(held: Buffer, opening: Buffer): Buffer | null {
  const from = Math.min(held.length, opening.length);
  if (!held.subarray(0, from).equals(opening.subarray(0, from))) throw new MultipartError("The body is no form.");
  const at = held.indexOf(CRLF2);
  if (at < 0 || at > HEAD_MAX) {
    if (held.length > HEAD_MAX) throw new MultipartError("The part has no header.");
    return null;
  }
  const head = held.subarray(opening.length, at).toString("latin1");
  if (!/^content-disposition:\s*form-data\s*;[^\r\n]*\bname="file"/im.test(head)) throw new MultipartError("The part is no file.");
  return held.subarray(at + CRLF2.length);
}
