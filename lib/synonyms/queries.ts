import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { foldText } from "@/lib/search/text";
import { toInstant } from "@/lib/time/instants";
import { compileSynonyms } from "./compile-synonyms";
import { loadSynonyms } from "./load-synonyms";
import { canEditSynonyms } from "./policy";
import type { SynonymGroupView, WidenedText } from "./types";
import { visibleSynonymGroups } from "./visibility";
import { widenText } from "./widen-text";

const viewColumns = { id: true, expressions: true, version: true, updatedAt: true, updatedBy: { select: { name: true } } } as const satisfies Prisma.SearchSynonymGroupSelect;

/** By their first expressions. As many as there may be (GROUPS_MAX). */
export async function listSynonymGroups({ db, actor }: Context<StaffActor>): Promise<SynonymGroupView[]> {
  const rows = await db.searchSynonymGroup.findMany({ where: visibleSynonymGroups(actor), select: viewColumns });
  return rows.map(viewOf).sort((one, other) => compareTexts(firstOf(one), firstOf(other)));
}

export async function findSynonymGroup({ db, actor }: Context<StaffActor>, groupId: string): Promise<SynonymGroupView | null> {
  const row = await db.searchSynonymGroup.findFirst({ where: { ...visibleSynonymGroups(actor), AND: { id: groupId } }, select: viewColumns });
  return row && viewOf(row);
}

/** What a search for `text` is widened by, as it is in force now. */
export async function trySynonyms({ db, actor }: Context<StaffActor>, text: string): Promise<WidenedText> {
  return widenText(text, canEditSynonyms(actor) ? await loadSynonyms(db) : compileSynonyms([]));
}

function viewOf({ updatedAt, updatedBy, ...row }: Prisma.SearchSynonymGroupGetPayload<{ select: typeof viewColumns }>): SynonymGroupView {
  return { ...row, updatedAt: toInstant(updatedAt).toString(), updatedByName: updatedBy?.name ?? null };
}

function firstOf({ expressions }: SynonymGroupView): string {
  return foldText(expressions[0] ?? "");
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
