import "server-only";
import { Readable } from "node:stream";
import { contentDisposition } from "@/lib/attachments/file-names";
import type { ServedFile } from "@/lib/files/queries";
import { namesTag, readRange } from "@/lib/files/byte-ranges";
import { LENGTH_HEADER } from "@/lib/http/known-length";
import { log } from "@/lib/log";
import { storageOf } from "@/lib/storage/storage";
import { ObjectMissing } from "@/lib/storage/types";

/** Nothing that is sent may run, load or embed anything; and no cache that several people share keeps it. */
export const FILE_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
} as const;

/** The bytes of a file never change; who may see it does, so a browser asks again before it shows what it kept. */
const CACHING = "private, no-cache, no-transform";

export function noFile(status = 404): Response {
  return new Response(null, { status, headers: { ...FILE_HEADERS, "cache-control": "private, no-store" } });
}

/** A picture that we made is shown; everything else, and a picture when asked for, is saved. */
export async function sendFile(request: Request, file: ServedFile, { isDownload }: { isDownload: boolean }): Promise<Response> {
  const isShown = file.kind === "image" && !isDownload;
  const tag = `"${file.sha256}"`;
  const headers = {
    ...FILE_HEADERS,
    "cache-control": CACHING,
    etag: tag,
    "accept-ranges": "bytes",
    "last-modified": file.createdAt.toUTCString(),
    "content-disposition": contentDisposition(isShown ? "inline" : "attachment", file.name),
  };
  if (namesTag(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });

  const condition = request.headers.get("if-range");
  const range = condition === null || condition === tag ? readRange(request.headers.get("range"), file.size) : "whole";
  if (range === "unsatisfiable") return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` } });
  const type = { "content-type": file.mediaType };
  if (range === "whole") {
    return answer(request, 200, { ...headers, ...type, ...lengthOf(file.size) }, () => storageOf(file.backend).stream(file.objectKey));
  }
  const part = { ...lengthOf(range.end - range.start + 1), "content-range": `bytes ${range.start}-${range.end}/${file.size}` };
  return answer(request, 206, { ...headers, ...type, ...part }, () => storageOf(file.backend).range(file.objectKey, range));
}

export async function sendThumbnail(request: Request, file: ServedFile): Promise<Response> {
  const { thumbnailKey } = file;
  if (!thumbnailKey) return noFile();
  const tag = `"${file.sha256}-t"`;
  const headers = { ...FILE_HEADERS, "cache-control": CACHING, etag: tag };
  if (namesTag(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  return answer(request, 200, { ...headers, "content-type": "image/webp", "content-disposition": "inline" }, () => storageOf(file.backend).stream(thumbnailKey));
}

function lengthOf(bytes: number): Record<string, string> {
  return { "content-length": String(bytes), [LENGTH_HEADER]: String(bytes) };
}

/** A stream that the reader leaves is closed with it. */
export function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream, { strategy: { highWaterMark: 4 } }) as ReadableStream<Uint8Array>;
}

async function answer(request: Request, status: number, headers: Record<string, string>, open: () => Promise<Readable>): Promise<Response> {
  if (request.method === "HEAD") return new Response(null, { status, headers });
  try {
    return new Response(bodyOf(await open()), { status, headers });
  } catch (error) {
    if (!(error instanceof ObjectMissing)) throw error;
    log.error({ err: error, route: "files" }, "a file's bytes are not in the store");
    return noFile(410);
  }
}
