import "server-only";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdir, open, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ObjectExists, ObjectMissing, type ByteRange, type Storage } from "@/lib/storage/types";

const KEY = /^[0-9a-f][0-9a-z.-]{1,80}$/;

/** Files below `directory`, spread over 256 folders. */
export function diskStorage(directory: string): Storage {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error("A storage key of this desk looks otherwise.");
    return join(directory, key.slice(0, 2), key);
  };
  const openStream = async (key: string, range?: ByteRange) => {
    const stream = createReadStream(pathOf(key), range ? { start: range.start, end: range.end } : {});
    await once(stream, "open").catch((error: NodeJS.ErrnoException) => {
      throw error.code === "ENOENT" ? new ObjectMissing(key) : error;
    });
    return stream;
  };
  return {
    backend: "disk",
    async put(key, { path }) {
      await putFile(path, pathOf(key));
      return key;
    },
    stream: (key) => openStream(key),
    range: (key, range) => openStream(key, range),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** The bytes are on the disk before the name is, and the name before this resolves. A name that is taken is not written over. */
async function putFile(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await syncPath(source);
  try {
    await linkOrCopy(source, target);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? new ObjectExists(target) : error;
  }
  await syncPath(dirname(target));
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EXDEV" && code !== "EPERM" && code !== "ENOTSUP") throw error;
    // Another file system: a copy beside the target, linked like the rest.
    const copy = `${target}.${randomUUID()}`;
    try {
      await copyFile(source, copy);
      await syncPath(copy);
      await link(copy, target);
    } finally {
      await unlink(copy).catch(() => {});
    }
  }
}

/** A folder cannot be synced on every system; a file can. */
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EISDIR" && code !== "EPERM" && code !== "EINVAL") throw error;
  } finally {
    await handle.close();
  }
}
