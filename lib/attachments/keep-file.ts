import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { withEnding } from "@/lib/attachments/file-names";
import { agrees, declaredType, endingOf, endingsOf, mediaTypeOf, type FileType } from "@/lib/attachments/file-types";
import { inspectFile } from "@/lib/attachments/inspect-file";
import { remakePicture } from "@/lib/attachments/pictures";
import type { UploadRefusal } from "@/lib/attachments/types";
import type { StoredFile } from "@/lib/attachments/upload-rows";
import type { Db } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { removeScratch } from "@/lib/storage/parts";
import { currentBackend, storageOf } from "@/lib/storage/storage";
import type { LocalFile } from "@/lib/storage/types";

export type Arrived = { path: string; name: string; size: number; type: string };

const PICTURES: readonly FileType[] = ["png", "jpeg", "webp", "gif", "heic"];

/** Looks into a file that arrived whole, makes pictures anew, and puts it into the store under a random key. */
export async function keepFile(db: Db, now: Date, arrived: Arrived): Promise<Result<StoredFile, UploadRefusal>> {
  const declared = declaredType({ name: arrived.name, mediaType: arrived.type });
  if (!declared) return refuse("FILE_TYPE_NOT_ALLOWED");
  const found = await inspectFile(arrived.path, declared);
  if (!found || !agrees(declared, found)) return refuse("FILE_TYPE_MISMATCH");
  if (PICTURES.includes(declared)) return keepPicture(db, now, arrived, declared);

  const [objectKey] = await intend(db, now, [randomUUID()]);
  const file = { path: arrived.path, size: arrived.size, mediaType: mediaTypeOf(declared) };
  return ok({ ...(await put(file, objectKey!)), thumbnailKey: null, name: arrived.name, width: null, height: null });
}

async function keepPicture(db: Db, now: Date, { path, name }: Arrived, declared: FileType): Promise<Result<StoredFile, UploadRefusal>> {
  const made = await remakePicture(path, declared);
  if (!made.ok) return made;
  const { type, width, height, size } = made.data;
  try {
    const [objectKey, thumbnailKey] = await intend(db, now, [randomUUID(), randomUUID()]);
    const storage = storageOf(currentBackend());
    const thumbnail = await storage.put(thumbnailKey!, { path: made.data.thumbnailPath, size: 0, mediaType: "image/webp" });
    const kept = await put({ path: made.data.path, size, mediaType: mediaTypeOf(type) }, objectKey!);
    const named = endingsOf(type).includes(endingOf(name)) ? name : withEnding(name, endingsOf(type)[0]!);
    return ok({ ...kept, thumbnailKey: thumbnail, name: named, width, height });
  } finally {
    await removeScratch(made.data.path);
    await removeScratch(made.data.thumbnailPath);
  }
}

/** Noted as to be discarded before there is anything: only the transaction that makes an attachment of it takes the note back. */
async function intend(db: Db, now: Date, keys: string[]): Promise<string[]> {
  const backend = currentBackend();
  await db.attachmentDiscard.createMany({ data: keys.map((objectKey) => ({ backend, objectKey, createdAt: now })) });
  return keys;
}

async function put(file: LocalFile, key: string) {
  const backend = currentBackend();
  const objectKey = await storageOf(backend).put(key, file);
  return { backend, objectKey, mediaType: file.mediaType, size: file.size, sha256: await hashOf(file.path) };
}

/** In one piece of memory, however long the file is. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  const file = await open(path, "r");
  try {
    const piece = Buffer.allocUnsafe(262_144);
    for (let bytesRead = -1; bytesRead !== 0; ) {
      ({ bytesRead } = await file.read(piece, 0, piece.length));
      hash.update(piece.subarray(0, bytesRead));
    }
    return hash.digest("hex");
  } finally {
    await file.close();
  }
}
