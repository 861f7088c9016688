import "server-only";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { safeFileName, uniqueNames } from "@/lib/attachments/file-names";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { audiencesOf } from "@/lib/kb/audience";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { readableCategories } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";
import { storageOf } from "@/lib/storage/storage";
import type { StorageBackend } from "@/lib/storage/types";
import { articleFile, categoryFile, exportNames, filesFolder, groupFile, type ExportNames } from "./folder";
import { articlesWanted, readArticles, readGroups, type VersionChoice } from "./read";

/** What says of an archive that it is ours, and in which form; beside it, no folder is taken for the one that was packed. */
const ABOUT = "mesa-knowledge.json";
const BATCH = 100;

/**
 * All that the actor may read, as a folder of Markdown: one zip that is made while it is read. Texts are read a hundred at a time, and no
 * file before its turn.
 */
export async function exportKnowledge(ctx: Context<StaffActor>, { versions }: { versions: VersionChoice }): Promise<Result<Readable, "FORBIDDEN">> {
  if (!canWriteKnowledge(ctx.actor)) return refuse("FORBIDDEN");
  const { db, actor } = ctx;
  const categories = await db.kbCategory.findMany({ where: readableCategories(audiencesOf(actor)), orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true, slug: true, name: true, description: true, position: true, audience: true, parentId: true } });
  const articles = await db.article.findMany({ where: articlesWanted(actor, versions), orderBy: { slug: "asc" }, select: { id: true, slug: true, categoryId: true } });
  const names = exportNames(categories, articles);
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const at = { mtime: new Date(ctx.now.epochMilliseconds) };
  zip.on("error", (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(`${JSON.stringify({ format: 1, versions })}\n`), ABOUT, at);
  for (const category of categories) zip.addBuffer(Buffer.from(categoryFile(category)), `${names.folders.get(category.id)}/_category.md`, at);
  void addTexts(ctx, zip, { ids: articles.map(({ id }) => id), versions, names }).then(() => zip.end(), (error: Error) => output.destroy(error));
  return ok(output);
}

type Wanted = { ids: string[]; versions: VersionChoice; names: ExportNames };

async function addTexts(ctx: Context<StaffActor>, zip: ZipFile, { ids, versions, names }: Wanted): Promise<void> {
  const output = zip.outputStream as Readable;
  for (let from = 0; from < ids.length && !output.destroyed; from += BATCH) {
    for (const { article, attachments, at } of await readArticles(ctx, { ids: ids.slice(from, from + BATCH), versions })) {
      const fileNames = uniqueNames(attachments.map(({ name }) => safeFileName(name)));
      const { path, text } = articleFile({ ...article, files: attachments.map(({ id }, place) => ({ id, name: fileNames[place]! })) }, names);
      zip.addBuffer(Buffer.from(text), path, { mtime: at });
      for (const [place, file] of attachments.entries()) addFile(zip, file, `${filesFolder(path)}/${fileNames[place]}`);
    }
  }
  for (const group of await readGroups(ctx)) {
    const { path, text } = groupFile(group, names);
    zip.addBuffer(Buffer.from(text), path, { mtime: new Date(ctx.now.epochMilliseconds) });
  }
}

type Stored = { backend: StorageBackend; objectKey: string; size: number; createdAt: Date };

function addFile(zip: ZipFile, { backend, objectKey, size, createdAt }: Stored, path: string): void {
  const output = zip.outputStream as Readable;
  zip.addReadStreamLazy(path, { mtime: createdAt, compress: false, size }, (give) => {
    storageOf(backend).stream(objectKey).then((stream) => {
      // A reader that left takes the file that is open along.
      output.once("close", () => stream.destroy());
      if (output.destroyed) stream.destroy();
      else give(null, stream);
    }, (error: unknown) => give(error, null as never));
  });
}
