import "server-only";
import type { Tx } from "@/lib/db/client";
import type { CategoryRow } from "./types";

type Place = Omit<CategoryRow, "articleCount">;

/**
 * All categories, held for this transaction: the tree changes one change at a time, with the lock that the database's own triggers take,
 * so that what was found to be possible still is when it is written.
 */
export async function lockTree(tx: Tx): Promise<Place[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kb_category_tree'))`;
  return tx.kbCategory.findMany({ select: { id: true, slug: true, name: true, description: true, parentId: true, position: true, audience: true, effectiveAudience: true, version: true } });
}

/** Of a category, what somebody may change. */
export function bodyOf({ name, description, audience, parentId }: Pick<CategoryRow, "name" | "description" | "audience" | "parentId">) {
  return { name, description, audience, parentId };
}

/** Behind the others on its level. */
export function lastPosition(parentId: string | null, rows: readonly Place[]): number {
  return 1 + Math.max(0, ...rows.filter((row) => row.parentId === parentId).map((row) => row.position));
}
