import { DEEPEST, type CategoryNode, type CategoryRow } from "./types";

type Placed = { id: string; parentId: string | null; name: string; position: number };

/** Those on one level in their order; of equals, by name. */
export function inOrder<T extends Placed>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, "es") || a.id.localeCompare(b.id));
}

/** Every category with where it stands, from the top down. */
export function treeOf(rows: readonly CategoryRow[]): CategoryNode[] {
  const below = Map.groupBy(rows, (row) => row.parentId);
  const walk = (parentId: string | null, depth: number, path: string[]): CategoryNode[] => {
    const level = inOrder(below.get(parentId) ?? []);
    return level.flatMap((row, at) => [
      { ...row, depth, path, isFirst: at === 0, isLast: at === level.length - 1, childCount: (below.get(row.id) ?? []).length },
      ...walk(row.id, depth + 1, [...path, row.name]),
    ]);
  };
  return walk(null, 1, []);
}

/** Levels that a category takes up with what stands below it: 1 when nothing does. */
export function heightOf(id: string, rows: readonly Placed[]): number {
  const below = rows.filter((row) => row.parentId === id);
  return 1 + Math.max(0, ...below.map((row) => heightOf(row.id, rows)));
}

/** Whether one stands below the other, at whatever depth, or is it. */
export function isWithin(id: string, other: string, rows: readonly Placed[]): boolean {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  for (let up: string | null | undefined = id; up; up = parents.get(up)) if (up === other) return true;
  return false;
}

function depthOf(id: string | null, rows: readonly Placed[]): number {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  let depth = 0;
  for (let up: string | null | undefined = id; up; up = parents.get(up)) depth += 1;
  return depth;
}

/** Why a category cannot stand below another one; null when it can. @param id null for a new one */
export function placeRefusal({ id, parentId }: { id: string | null; parentId: string | null }, rows: readonly Placed[]): "CATEGORY_PARENT_GONE" | "CATEGORY_BELOW_ITSELF" | "CATEGORY_TOO_DEEP" | null {
  if (parentId === null) return null;
  if (!rows.some((row) => row.id === parentId)) return "CATEGORY_PARENT_GONE";
  if (id !== null && isWithin(parentId, id, rows)) return "CATEGORY_BELOW_ITSELF";
  const height = id === null ? 1 : heightOf(id, rows);
  return depthOf(parentId, rows) + height > DEEPEST ? "CATEGORY_TOO_DEEP" : null;
}

/** Those that a category may stand below. */
export function placesFor<T extends CategoryNode>(id: string | null, nodes: readonly T[]): T[] {
  return nodes.filter((node) => placeRefusal({ id, parentId: node.id }, nodes) === null);
}
