import "server-only";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { ok, refuse, type Result } from "@/lib/result";
import { archiveRefusal, isFile, packedFolder } from "./archive-names";
import { ENTRIES_MAX, type ArchiveRefusal } from "./limits";

/** A zip whose directory was read and found harmless. Names are those within the folder that was packed. */
export type Archive = {
  names: readonly string[];
  sizeOf: (name: string) => number;
  stream: (name: string) => Promise<Readable>;
  close: () => void;
};

/** Whether a file begins as a zip does. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt32LE(0) === 0x04034b50 || buffer.readUInt32LE(0) === 0x06054b50;
  } finally {
    await file.close();
  }
}

/** Reads the directory alone; nothing is unpacked to the disk, ever. */
export async function openArchive(path: string): Promise<Result<Archive, ArchiveRefusal>> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch {
    return refuse("IMPORT_NO_ARCHIVE");
  }
  if (zip.entryCount > ENTRIES_MAX) {
    zip.close();
    return refuse("IMPORT_TOO_MANY_ENTRIES");
  }
  const read = await entriesOf(zip);
  if (!read.ok) {
    zip.close();
    return read;
  }
  const entries = read.data.filter((entry) => isFile(entry.fileName));
  const folder = packedFolder(entries.map((entry) => entry.fileName));
  const byName = new Map(entries.map((entry) => [entry.fileName.slice(folder.length), entry]));
  const entryOf = (name: string) => {
    const entry = byName.get(name);
    if (!entry) throw new Error("The archive has no such entry.");
    return entry;
  };
  return ok({ names: [...byName.keys()], sizeOf: (name) => entryOf(name).uncompressedSize, stream: (name) => zip.openReadStreamPromise(entryOf(name)), close: () => zip.close() });
}

async function entriesOf(zip: ZipFile): Promise<Result<Entry[], ArchiveRefusal>> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    return refuse(/absolute path|relative path|invalid characters/i.test(String(error)) ? "IMPORT_BAD_PATHS" : "IMPORT_NO_ARCHIVE");
  }
  const refusal = archiveRefusal(entries.map((entry) => ({ name: entry.fileName, size: entry.uncompressedSize, externalAttributes: entry.externalFileAttributes, isEncrypted: entry.isEncrypted() })));
  return refusal ? refuse(refusal) : ok(entries);
}

/** @returns null when it is longer than `most`, or broken */
export async function readEntry(archive: Archive, name: string, most: number): Promise<Buffer | null> {
  if (archive.sizeOf(name) > most) return null;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await archive.stream(name)) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}
