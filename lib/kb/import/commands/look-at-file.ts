import "server-only";
import { randomUUID } from "node:crypto";
import { noteDiscards } from "@/lib/attachments/discards";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { getTranslator } from "@/lib/i18n/translator";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import { claimKept, keepImport } from "@/lib/kb/import/kept-file";
import { LOOK_KEPT_DAYS, type ArchiveRefusal } from "@/lib/kb/import/limits";
import { planKnowledge } from "@/lib/kb/import/plan";
import type { PlannedItem } from "@/lib/kb/import/plan-types";
import { readImportFile, type ReadFacts } from "@/lib/kb/import/read-file";
import { readSurroundings } from "@/lib/kb/import/surroundings";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** On this machine's disk, with the SHA-256 of its bytes. */
export type LookedFile = { path: string; name: string; size: number; sha256: string };

/** The dry run: keeps piece by piece what a file would make, and makes nothing. Looks that nobody had done are forgotten after a week. */
export async function lookAtKnowledgeFile({ db, actor, now }: Context<StaffActor>, file: LookedFile): Promise<Result<{ importId: string }, "FORBIDDEN" | ArchiveRefusal>> {
  if (!canEditKnowledgeSettings(actor)) return refuse("FORBIDDEN");
  await forgetOldLooks(db, now);
  const read = await readImportFile(file.path);
  if (!read.ok) return read;
  const { knowledge, facts } = read.data;
  const items = planKnowledge(knowledge, await readSurroundings(db), { newId: randomUUID, looseName: getTranslator("kbExchange")("import.looseCategory") });
  const kept = facts.hasAttachments ? await keepImport(db, { ...file, now: toDate(now) }) : null;
  return db.$transaction(async (tx) => {
    const plan: ReadFacts = facts;
    const data = { source: facts.source, fileName: nameOf(file.name), sha256: file.sha256, plan, createdAt: toDate(now), createdBy: actor.userId, ...kept };
    const { id } = await tx.kbImport.create({ data, select: { id: true } });
    if (kept) await claimKept(tx, kept);
    for (let at = 0; at < items.length; at += ITEMS_A_STATEMENT) await writeItems(tx, id, items.slice(at, at + ITEMS_A_STATEMENT), at);
    return ok({ importId: id });
  });
}

const ITEMS_A_STATEMENT = 200;

/** What is refused needs nothing done. */
async function writeItems(tx: Tx, importId: string, items: readonly PlannedItem[], after: number): Promise<void> {
  const rows = JSON.stringify(items.map((item, at) => ({ position: after + at + 1, ...item, title: item.title.slice(0, 300).toWellFormed() })), (_, value: unknown) => (typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value));
  await tx.$executeRaw`
    INSERT INTO kb_import_item (import_id, position, kind, verdict, title, data, notes, done_at)
    SELECT ${importId}::uuid, r.position, r.kind::kb_import_kind, r.verdict::kb_import_verdict, r.title, r.data, r.notes, CASE WHEN r.verdict = 'refused' THEN now() END
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(position integer, kind text, verdict text, title text, data jsonb, notes jsonb)`;
}

async function forgetOldLooks(db: Db, now: Temporal.Instant): Promise<void> {
  const old = { startedAt: null, createdAt: { lt: toDate(now.subtract({ hours: LOOK_KEPT_DAYS * 24 })) } };
  await db.$transaction(async (tx) => {
    const rows = await tx.kbImport.findMany({ where: old, select: { id: true, backend: true, objectKey: true } });
    await noteDiscards(tx, rows.flatMap(({ backend, objectKey }) => (backend && objectKey ? [{ backend, objectKey }] : [])), toDate(now));
    await tx.kbImport.deleteMany({ where: { id: { in: rows.map(({ id }) => id) }, startedAt: null } });
  });
}

function nameOf(name: string): string {
  return name.toWellFormed().replaceAll("\0", "").replace(/^.*[/\\]/, "").slice(0, 255) || "import";
}
