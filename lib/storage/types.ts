import type { Readable } from "node:stream";

export type StorageBackend = "disk" | "s3" | "uploadthing";

/** A file that is whole, on this machine's disk. */
export type LocalFile = { path: string; size: number; mediaType: string };

/** Both ends count, from 0. */
export type ByteRange = { start: number; end: number };

/** Where bytes are kept. Keys are random and never used twice. */
export interface Storage {
  readonly backend: StorageBackend;
  /** Keeps a file for good before it resolves; never replaces one. The file itself stays where it is. @returns the key that leads to it */
  put: (key: string, file: LocalFile) => Promise<string>;
  /** @throws ObjectMissing */
  stream: (key: string) => Promise<Readable>;
  /** @throws ObjectMissing */
  range: (key: string, range: ByteRange) => Promise<Readable>;
  /** What is gone already is as it was wanted. */
  remove: (key: string) => Promise<void>;
}

export class ObjectMissing extends Error {
  override name = "ObjectMissing";
}

export class ObjectExists extends Error {
  override name = "ObjectExists";
}
