import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import type { ItemNote, PlannedItem } from "./plan-types";
import type { ReadFacts } from "./read-file";

export const ITEM_VERDICTS = ["new", "exists", "refused"] as const;
export type ItemVerdict = (typeof ITEM_VERDICTS)[number];
/** What the page shows apart: pieces of each verdict, and those that something is to be said of. */
export const ITEM_VIEWS = [...ITEM_VERDICTS, "noted"] as const;
export type ItemView = (typeof ITEM_VIEWS)[number];

export type KnowledgeImportView = {
  id: string;
  fileName: string;
  facts: ReadFacts;
  createdAt: string;
  startedAt: string | null;
  appliedAt: string | null;
  counts: Record<ItemView, number>;
  /** Of those that are new, by kind; tickets by their number. */
  made: Record<PlannedItem["kind"], number>;
  done: number;
  toDo: number;
};

export type ImportItemView = { position: number; kind: PlannedItem["kind"]; verdict: ItemVerdict; title: string; notes: ItemNote[]; state: string | null; audience: string | null; slug: string | null; isDone: boolean };

const ROWS = 50;

/** Null when there is none, or it was forgotten. */
export async function findKnowledgeImport({ db, actor }: Context<StaffActor>, importId: string): Promise<KnowledgeImportView | null> {
  if (!canEditKnowledgeSettings(actor)) return null;
  const row = await db.kbImport.findUnique({ where: { id: importId }, select: { id: true, fileName: true, plan: true, createdAt: true, startedAt: true, appliedAt: true } });
  if (!row) return null;
  const groups = await db.$queryRaw<{ kind: PlannedItem["kind"]; verdict: ItemVerdict; count: number; noted: number; done: number; tickets: number }[]>`
    SELECT kind, verdict, count(*)::int AS count, (count(*) FILTER (WHERE notes <> '[]' AND verdict <> 'refused'))::int AS noted, count(done_at)::int AS done,
      COALESCE(sum(CASE WHEN kind = 'tickets' THEN jsonb_array_length(data->'keys') END), 0)::int AS tickets
    FROM kb_import_item WHERE import_id = ${importId}::uuid GROUP BY kind, verdict`;
  const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + of(group), 0);
  const ofVerdict = (verdict: ItemVerdict) => sum((group) => (group.verdict === verdict && group.kind !== "tickets" ? group.count : 0));
  const made = (kind: PlannedItem["kind"]) => sum((group) => (group.kind !== kind || group.verdict !== "new" ? 0 : kind === "tickets" ? group.tickets : group.count));
  return {
    id: row.id,
    fileName: row.fileName,
    facts: row.plan as ReadFacts,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    counts: { new: ofVerdict("new"), exists: ofVerdict("exists"), refused: ofVerdict("refused"), noted: sum((group) => group.noted) },
    made: { category: made("category"), article: made("article"), group: made("group"), question: made("question"), tickets: made("tickets") },
    done: sum((group) => (group.verdict === "refused" ? 0 : group.done)),
    toDo: sum((group) => (group.verdict === "refused" ? 0 : group.count)),
  };
}

/** A page of its pieces in their order, after `after`. Tracking ids are only counted. */
export async function listImportItems({ db, actor }: Context<StaffActor>, { importId, view, after }: { importId: string; view: ItemView; after: number }): Promise<{ items: ImportItemView[]; next: number | null }> {
  if (!canEditKnowledgeSettings(actor)) return { items: [], next: null };
  const rows = await db.$queryRaw<ImportItemView[]>`
    SELECT position, kind, verdict, title, notes, data->>'state' AS state, data->>'audience' AS audience, data->>'slug' AS slug, done_at IS NOT NULL AS "isDone"
    FROM kb_import_item
    WHERE import_id = ${importId}::uuid AND position > ${after} AND kind <> 'tickets' AND CASE ${view} WHEN 'noted' THEN notes <> '[]' AND verdict <> 'refused' ELSE verdict::text = ${view} END
    ORDER BY position LIMIT ${ROWS + 1}`;
  const items = rows.slice(0, ROWS);
  return { items, next: rows.length > ROWS ? (items.at(-1)?.position ?? null) : null };
}

export type PastImport = { id: string; fileName: string; source: string; createdAt: string; startedAt: string | null; appliedAt: string | null };

export async function listKnowledgeImports({ db, actor }: Context<StaffActor>): Promise<PastImport[]> {
  if (!canEditKnowledgeSettings(actor)) return [];
  const rows = await db.kbImport.findMany({ orderBy: { createdAt: "desc" }, take: 10, select: { id: true, fileName: true, source: true, createdAt: true, startedAt: true, appliedAt: true } });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), startedAt: row.startedAt?.toISOString() ?? null, appliedAt: row.appliedAt?.toISOString() ?? null }));
}
