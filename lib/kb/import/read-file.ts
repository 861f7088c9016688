import "server-only";
import { createReadStream } from "node:fs";
import { ok, refuse, type Result } from "@/lib/result";
import { isZip, openArchive, readEntry, type Archive } from "./archive";
import { decodedPieces, decodedText } from "./decode";
import { heskKnowledge } from "./hesk";
import { HESK_COLUMNS, HeskGatherer, heskTableOf } from "./hesk-tables";
import { TEXT_MAX_BYTES, type ArchiveRefusal } from "./limits";
import { folderKnowledge } from "./markdown-folder";
import { SqlRows } from "./sql-rows";
import type { ImportedKnowledge } from "./types";

/** What was found beside the knowledge itself, for the page that shows the look. */
export type ReadFacts = { source: "hesk" | "markdown"; prefix: string; skippedTables: Record<string, number>; brokenRows: number; hasAttachments: boolean };
export type ReadFile = { knowledge: ImportedKnowledge; facts: ReadFacts };

/** A dump, an archive with one, or an archive of Markdown. */
export async function readImportFile(path: string): Promise<Result<ReadFile, ArchiveRefusal>> {
  if (!(await isZip(path))) return readDump(async () => createReadStream(path), null);
  const archive = await openArchive(path);
  if (!archive.ok) return archive;
  try {
    const dumps = archive.data.names.filter((name) => /\.sql$/i.test(name));
    if (dumps.length === 0) return await readFolder(archive.data);
    const dump = dumps.toSorted((a, b) => archive.data.sizeOf(b) - archive.data.sizeOf(a))[0]!;
    return await readDump(() => archive.data.stream(dump), archive.data);
  } finally {
    archive.data.close();
  }
}

async function readDump(open: () => Promise<AsyncIterable<Uint8Array>>, archive: Archive | null): Promise<Result<ReadFile, ArchiveRefusal>> {
  const gatherer = new HeskGatherer();
  const skipped = new Map<string, number>();
  let brokenRows = 0;
  const rows = new SqlRows({
    columnsOf: (table) => {
      const known = heskTableOf(table);
      return known && HESK_COLUMNS[known.table];
    },
    row: (table, row) => gatherer.add(table, row),
    broken: () => {
      brokenRows += 1;
    },
    skipped: (table) => {
      if (skipped.size < 500 || skipped.has(table)) skipped.set(table, (skipped.get(table) ?? 0) + 1);
    },
  });
  try {
    for await (const piece of decodedPieces(open)) rows.push(piece);
  } catch (error) {
    if (!archive) throw error;
    return refuse("IMPORT_NO_ARCHIVE"); // its bytes are not what its directory says
  }
  const isWhole = rows.end();
  const best = gatherer.best();
  // Half a dump would be taken for a whole one.
  if (!isWhole) return refuse("IMPORT_CUT");
  if (!best) return refuse("IMPORT_NOTHING_IN_IT");
  const saved = new Map((archive?.names ?? []).map((name) => [name.split("/").at(-1)!, name]));
  const knowledge = heskKnowledge(best.rows, (name) => (name === "" ? null : (saved.get(name) ?? null)));
  return ok({ knowledge, facts: { source: "hesk", prefix: best.prefix, skippedTables: Object.fromEntries(skipped), brokenRows, hasAttachments: saved.size > 1 } });
}

async function readFolder(archive: Archive): Promise<Result<ReadFile, ArchiveRefusal>> {
  const isText = (name: string) => /\.(?:md|markdown)$/i.test(name);
  const texts = new Map<string, string | null>();
  for (const name of archive.names.filter(isText)) {
    const bytes = await readEntry(archive, name, TEXT_MAX_BYTES);
    texts.set(name, bytes && decodedText(bytes));
  }
  if (texts.size === 0) return refuse("IMPORT_NOTHING_IN_IT");
  const others = new Set(archive.names.filter((name) => !isText(name)));
  return ok({ knowledge: folderKnowledge({ texts, others }), facts: { source: "markdown", prefix: "", skippedTables: {}, brokenRows: 0, hasAttachments: others.size > 0 } });
}
