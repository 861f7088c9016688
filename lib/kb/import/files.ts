import "server-only";
import { writeFile } from "node:fs/promises";
import { safeFileName } from "@/lib/attachments/file-names";
import { keepFile } from "@/lib/attachments/keep-file";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import type { StoredFile } from "@/lib/attachments/upload-rows";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { toDate } from "@/lib/time/instants";
import { readEntry, type Archive } from "./archive";
import type { ArticlePlan, PlannedItem } from "./plan-types";

/** What became of a file's bytes; null when it is none that an article may have. */
export type KeptFiles = ReadonlyMap<string, StoredFile | null>;

/** Looks into the files of a batch's articles as into any upload, and puts them into the store. */
export async function keepFilesOf(ctx: Context<SystemActor>, items: readonly PlannedItem[], archive: Archive | null): Promise<KeptFiles> {
  const kept = new Map<string, StoredFile | null>();
  const files = items.flatMap((item) => (item.kind === "article" && item.verdict === "new" ? item.data.files : []));
  if (files.length === 0) return kept;
  const { maxFileBytes } = await getAttachmentLimits(ctx);
  for (const file of files) kept.set(file.id, await keepOne(ctx, file, { archive, maxFileBytes }));
  return kept;
}

async function keepOne(ctx: Context<SystemActor>, file: ArticlePlan["files"][number], { archive, maxFileBytes }: { archive: Archive | null; maxFileBytes: number }): Promise<StoredFile | null> {
  const bytes = file.base64 !== null ? Buffer.from(file.base64, "base64") : archive && file.entry ? await readEntry(archive, file.entry, maxFileBytes) : null;
  if (!bytes || bytes.length === 0 || bytes.length > maxFileBytes) return null;
  const path = await scratchPath();
  try {
    await writeFile(path, bytes);
    const stored = await keepFile(ctx.db, toDate(ctx.now), { path, name: safeFileName(file.name), size: bytes.length, type: "" });
    return stored.ok ? stored.data : null;
  } finally {
    await removeScratch(path);
  }
}
