import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";

/** What is still coming, and what is being made of it: files of this machine, whatever the store. */

function directory(): string {
  return join(env().DATA_DIR, "uploads");
}

export function partPath(partKey: string): string {
  return join(directory(), `${partKey}.part`);
}

/** A path for something on its way into the store. */
export async function scratchPath(): Promise<string> {
  await mkdir(directory(), { recursive: true });
  return join(directory(), `${randomUUID()}.tmp`);
}

/** How many bytes have come; another machine of the desk knows of none. */
export async function partSize(partKey: string): Promise<number> {
  try {
    return (await stat(partPath(partKey))).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}

/** Adds what comes to a part that has `from` bytes. What came before the source broke off stays, on the disk. @returns how many it has now */
export async function appendPart(partKey: string, { from, source }: { from: number; source: AsyncIterable<Uint8Array> }): Promise<number> {
  await mkdir(directory(), { recursive: true });
  const file = await open(partPath(partKey), from === 0 ? "w" : "r+");
  let at = from;
  try {
    for await (const chunk of source) {
      await file.write(chunk, 0, chunk.byteLength, at);
      at += chunk.byteLength;
    }
    return at;
  } finally {
    await file.sync();
    await file.close();
  }
}

export async function removeScratch(path: string): Promise<void> {
  await rm(path, { force: true });
}

export async function removePart(partKey: string): Promise<void> {
  await rm(partPath(partKey), { force: true });
}

export type LeftOver = { path: string; partKey: string | null; changedAt: number };

/** Everything that stands in the folder of what is on its way. */
export async function listParts(): Promise<LeftOver[]> {
  const names = await readdir(directory()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found = await Promise.all(names.map(async (name) => {
    const path = join(directory(), name);
    const info = await stat(path).catch(() => null);
    const partKey = name.endsWith(".part") ? name.slice(0, -".part".length) : null;
    return info && { path, partKey, changedAt: info.mtimeMs };
  }));
  return found.filter((each) => each !== null);
}
