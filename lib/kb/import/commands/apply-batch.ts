import "server-only";
import { noteDiscards } from "@/lib/attachments/discards";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { Prisma } from "@/lib/db/generated/client";
import { openArchive, isZip, type Archive } from "@/lib/kb/import/archive";
import { keepFilesOf, type KeptFiles } from "@/lib/kb/import/files";
import { withKept } from "@/lib/kb/import/kept-file";
import type { PlannedItem } from "@/lib/kb/import/plan-types";
import { writeItem } from "@/lib/kb/import/write";
import { relateImported } from "@/lib/kb/import/write-article";
import { recordKbEvent } from "@/lib/kb/record-event";
import { toDate } from "@/lib/time/instants";

/** Few enough that a batch takes a second, and that little is done again after an interruption. */
const BATCH = 25;

type Ctx = Context<SystemActor>;
type Row = PlannedItem & { position: number };

/**
 * Does what is not done yet of an import, batch by batch, each in a transaction of its own; at most for `patienceMs`. Two at once do it one
 * after the other, and nothing twice. @returns whether there is more
 */
export async function applyImport(ctx: Ctx, { importId, patienceMs }: { importId: string; patienceMs: number }): Promise<{ isMore: boolean }> {
  const run = await ctx.db.kbImport.findUnique({ where: { id: importId }, select: { startedAt: true, startedBy: true, appliedAt: true, backend: true, objectKey: true } });
  if (!run?.startedAt || !run.startedBy || run.appliedAt) return { isMore: false };
  const until = performance.now() + patienceMs;
  const work = async (archive: Archive | null) => {
    while (await applyBatch(ctx, { importId, uploaderId: run.startedBy!, archive })) if (performance.now() > until) return { isMore: true };
    return { isMore: false };
  };
  const { backend, objectKey } = run;
  if (!backend || !objectKey) return work(null);
  return withKept({ backend, objectKey }, async (path) => {
    const archive = (await isZip(path)) ? await openArchive(path) : null;
    if (!archive?.ok) return work(null);
    try {
      return await work(archive.data);
    } finally {
      archive.data.close();
    }
  });
}

/** @returns whether there was something to do */
async function applyBatch(ctx: Ctx, { importId, uploaderId, archive }: { importId: string; uploaderId: string; archive: Archive | null }): Promise<boolean> {
  const next = await readBatch(ctx.db, importId);
  // Bytes go into the store before the rows that lead to them; what no row leads to in the end is discarded.
  const kept: KeptFiles = await keepFilesOf(ctx, next, archive);
  return ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM kb_import WHERE id = ${importId}::uuid FOR UPDATE`;
    const rows = await readBatch(tx as typeof ctx.db, importId);
    if (rows.length === 0) {
      await finish(tx as typeof ctx.db, ctx, { importId, uploaderId });
      return false;
    }
    // Another process was here first: its batch is done, and this one's files are not these.
    if (rows[0]!.position !== next[0]?.position) return true;
    for (const row of rows) await writeItem(tx, row, { importId, uploaderId, now: ctx.now, kept, actor: ctx.actor });
    await tx.kbImportItem.updateMany({ where: { importId, position: { in: rows.map(({ position }) => position) } }, data: { doneAt: toDate(ctx.now) } });
    return true;
  });
}

async function readBatch(db: Ctx["db"], importId: string): Promise<Row[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT position, kind, verdict, title, data, notes FROM kb_import_item WHERE import_id = ${importId}::uuid AND done_at IS NULL ORDER BY position LIMIT ${BATCH}`);
  return rows;
}

async function finish(tx: Ctx["db"], ctx: Ctx, { importId, uploaderId }: { importId: string; uploaderId: string }): Promise<void> {
  const run = await tx.kbImport.findUniqueOrThrow({ where: { id: importId }, select: { appliedAt: true, backend: true, objectKey: true, source: true, fileName: true } });
  if (run.appliedAt) return;
  await relateImported(tx, importId);
  const counts = await tx.kbImportItem.groupBy({ by: ["kind"], where: { importId, verdict: "new" }, _count: true });
  await tx.kbImport.update({ where: { id: importId }, data: { appliedAt: toDate(ctx.now), appliedBy: uploaderId, backend: null, objectKey: null } });
  if (run.backend && run.objectKey) await noteDiscards(tx, [{ backend: run.backend, objectKey: run.objectKey }], toDate(ctx.now));
  await recordKbEvent(tx, { subjectId: importId, type: "import.applied", data: { source: run.source, fileName: run.fileName, made: Object.fromEntries(counts.map(({ kind, _count }) => [kind, _count])) }, actor: ctx.actor, at: ctx.now });
}
