import { DEEPEST, NAME_MAX } from "@/lib/kb/categories/types";
import { htmlText } from "./html-to-markdown";
import { numberOf } from "./hesk-tables";
import type { SqlRow } from "./sql-rows";
import type { ImportedCategory, ImportNote } from "./types";

/** HESK makes it when it is installed, and lets nobody delete it. */
const ROOT = "1";

/**
 * HESK's tree as this desk has it. Everything there stands below one root ("Knowledgebase"), which is this desk's /kb itself: it becomes a
 * category only when articles stand directly in it. Circles, missing parents and what is deeper than six levels are set right, with a note.
 */
export function placeHeskCategories(rows: readonly SqlRow[], used: ReadonlySet<string>): ImportedCategory[] {
  const byId = new Map(rows.map((row) => [row.get("id") ?? "", row]));
  const root = ROOT;
  const placed = rows.filter((row) => row.get("id") !== root || used.has(root)).map((row): ImportedCategory => {
    const id = row.get("id") ?? "";
    const notes: ImportNote[] = [];
    return {
      key: id,
      slug: null,
      name: (htmlText(row.get("name") ?? "") || `HESK ${id}`).slice(0, NAME_MAX).trim().toWellFormed(),
      description: "",
      audience: row.get("type") === "1" ? "staff" : "public",
      position: Math.round(numberOf(row.get("cat_order"))),
      parentKey: parentOf(id, { byId, root, notes }),
      legacyKey: id,
      notes,
    };
  });
  return fromTheTop(placed);
}

type Tree = { byId: ReadonlyMap<string, SqlRow>; root: string; notes: ImportNote[] };

function parentOf(id: string, { byId, root, notes }: Tree): string | null {
  const parent = byId.get(id)?.get("parent") ?? "0";
  if (parent === "0" || parent === root || id === root) return null;
  if (!byId.has(parent)) {
    notes.push({ code: "PARENT_MISSING", detail: parent });
    return null;
  }
  const above = [id];
  for (let up = parent; up !== "0" && up !== root && byId.has(up); up = byId.get(up)!.get("parent") ?? "0") {
    if (above.includes(up)) {
      notes.push({ code: "PARENT_CIRCLE", detail: htmlText(byId.get(parent)!.get("name") ?? parent) });
      return null;
    }
    above.push(up);
  }
  if (above.length <= DEEPEST) return parent;
  notes.push({ code: "TOO_DEEP" });
  return above.at(1 - DEEPEST)!;
}

/** Each behind the one that it stands below, on a level in their order. */
function fromTheTop(categories: readonly ImportedCategory[]): ImportedCategory[] {
  const below = Map.groupBy(categories, ({ parentKey }) => parentKey);
  const walk = (parentKey: string | null): ImportedCategory[] =>
    (below.get(parentKey) ?? []).toSorted((a, b) => a.position - b.position || Number(a.key) - Number(b.key)).flatMap((category) => [category, ...walk(category.key)]);
  return walk(null);
}
