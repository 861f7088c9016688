import "server-only";
import { open, type FileHandle } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { END_MAX, entryNames, findDirectory, MESSAGE_STREAM, typeOfEntries } from "@/lib/attachments/archive-content";
import type { FileType } from "@/lib/attachments/file-types";
import { decodeText, hasBinaryBytes, isInvoiceXml, isMail, isMarkup, textKind } from "@/lib/attachments/text-content";

const HEAD_BYTES = 16_384;
/** All that the finder of kinds is shown: it cannot unpack more than this holds. */
const SAMPLE_BYTES = 4_100;
const CHUNK_BYTES = 262_144;
const DIRECTORY_MAX = 4 * 1024 * 1024;

const BY_MEDIA_TYPE: Record<string, FileType> = {
  "image/png": "png",
  "image/apng": "png",
  "image/jpeg": "jpeg",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heic",
  "image/heic-sequence": "heic",
  "image/heif-sequence": "heic",
  "application/pdf": "pdf",
  "video/mp4": "mp4",
  "video/x-m4v": "mp4",
};

/**
 * What a file is by its bytes; null when it is none of what may be sent. Of text kinds that only their names tell apart the answer is
 * `txt`. Reads a bounded part of archives, and all of a text.
 */
export async function inspectFile(path: string, declared: FileType): Promise<FileType | null> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = await readAt(file, 0, Math.min(size, HEAD_BYTES));
    if (isArchive(head)) return await inspectArchive(file, size);
    if (isCompound(head)) return (await holds(file, MESSAGE_STREAM)) ? "msg" : null;
    const found = await fileTypeFromBuffer(head.subarray(0, SAMPLE_BYTES)).catch(() => undefined);
    const known = found && BY_MEDIA_TYPE[found.mime.split(";")[0] ?? ""];
    if (known) return known;
    // A text may begin like something else that this finder knows; a picture or a program may not be sent as a text.
    if (found && !/^(text|message|application\/(xml|rtf|vcard|x-subrip|x-mpegurl|vnd\.apple\.mpegurl))/.test(found.mime)) return null;
    return await inspectText(file, head, { size, declared });
  } finally {
    await file.close();
  }
}

function isArchive(head: Buffer): boolean {
  return head.length >= 4 && head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && (head[3] === 4 || head[3] === 6);
}

function isCompound(head: Buffer): boolean {
  return head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
}

async function inspectArchive(file: FileHandle, size: number): Promise<FileType | null> {
  const tailBytes = Math.min(size, END_MAX);
  const end = findDirectory(await readAt(file, size - tailBytes, tailBytes));
  if (!end || end.offset + end.size > size) return null;
  const names = entryNames(await readAt(file, end.offset, Math.min(end.size, DIRECTORY_MAX)));
  return names && typeOfEntries(names);
}

async function inspectText(file: FileHandle, head: Buffer, { size, declared }: { size: number; declared: FileType }): Promise<FileType | null> {
  const text = decodeText(head, { isCut: size > head.length });
  if (textKind(head) === "utf-16") {
    if (isMarkup(text) || text.includes("\0")) return null;
    return declared === "eml" || declared === "xml" ? null : "txt";
  }
  for await (const chunk of chunksOf(file)) if (hasBinaryBytes(chunk)) return null;
  if (declared === "eml") return isMail(text) ? "eml" : null;
  if (declared === "xml") return isInvoiceXml(text) ? "xml" : null;
  return isMarkup(text) ? null : "txt";
}

async function holds(file: FileHandle, wanted: Buffer): Promise<boolean> {
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const joined = Buffer.concat([before, chunk]);
    if (joined.includes(wanted)) return true;
    before = joined.subarray(Math.max(0, joined.length - wanted.length));
  }
  return false;
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const chunk = await readAt(file, at, CHUNK_BYTES);
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
  return buffer.subarray(0, bytesRead);
}
