import "server-only";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { noteDiscards, takeBackDiscards } from "@/lib/attachments/discards";
import type { Db, Tx } from "@/lib/db/client";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { currentBackend, storageOf } from "@/lib/storage/storage";
import type { StorageBackend } from "@/lib/storage/types";

export type KeptFile = { backend: StorageBackend; objectKey: string };

/**
 * Keeps the file of a look until it is done. It is noted as to be discarded before there is anything; `claimKept` takes the note back in the
 * transaction that makes the import.
 */
export async function keepImport(db: Db, { path, size, now }: { path: string; size: number; now: Date }): Promise<KeptFile> {
  const backend = currentBackend();
  const key = randomUUID();
  await noteDiscards(db, [{ backend, objectKey: key }], now);
  const objectKey = await storageOf(backend).put(key, { path, size, mediaType: "application/octet-stream" });
  return { backend, objectKey };
}

export async function claimKept(tx: Tx, kept: KeptFile): Promise<void> {
  await takeBackDiscards(tx, [kept]);
}

/** A copy on this machine's disk, for as long as `work` takes. */
export async function withKept<T>({ backend, objectKey }: KeptFile, work: (path: string) => Promise<T>): Promise<T> {
  const path = await scratchPath();
  try {
    await pipeline(await storageOf(backend).stream(objectKey), createWriteStream(path));
    return await work(path);
  } finally {
    await removeScratch(path);
  }
}
