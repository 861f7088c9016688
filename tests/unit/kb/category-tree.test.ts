import { heightOf, isWithin, placeRefusal, placesFor, treeOf } from "@/lib/kb/categories/tree";
import { steppedBy } from "@/lib/order";
import type { CategoryRow } from "@/lib/kb/categories/types";
import { freeSlug, slugOf } from "@/lib/kb/slug";

function row(id: string, parentId: string | null = null, position = 1): CategoryRow {
  return { id, slug: id, name: id, description: "", parentId, position, audience: "public", effectiveAudience: "public", version: 1, articleCount: 0 };
}

const ROWS = [row("b", null, 2), row("a"), row("a2", "a", 2), row("a1", "a"), row("a1x", "a1")];

it("walks the tree from the top down, each level in its order", () => {
  expect(treeOf(ROWS).map(({ id, depth, isFirst, isLast, childCount }) => [id, depth, isFirst, isLast, childCount])).toEqual([
    ["a", 1, true, false, 2],
    ["a1", 2, true, false, 1],
    ["a1x", 3, true, true, 0],
    ["a2", 2, false, true, 0],
    ["b", 1, false, true, 0],
  ]);
  expect(treeOf(ROWS).find(({ id }) => id === "a1x")?.path).toEqual(["a", "a1"]);
});

it("knows how high a branch is and what stands in it", () => {
  expect([heightOf("a", ROWS), heightOf("a1", ROWS), heightOf("b", ROWS)]).toEqual([3, 2, 1]);
  expect([isWithin("a1x", "a", ROWS), isWithin("a", "a", ROWS), isWithin("a", "a1x", ROWS)]).toEqual([true, true, false]);
});

it("says why a branch cannot stand somewhere", () => {
  const deep = ["1", "2", "3", "4", "5", "6"].map((id, at, all) => row(id, all[at - 1] ?? null));
  expect(placeRefusal({ id: "a", parentId: "a1x" }, ROWS)).toBe("CATEGORY_BELOW_ITSELF");
  expect(placeRefusal({ id: "a", parentId: "gone" }, ROWS)).toBe("CATEGORY_PARENT_GONE");
  expect(placeRefusal({ id: null, parentId: "6" }, deep)).toBe("CATEGORY_TOO_DEEP");
  expect(placeRefusal({ id: null, parentId: "5" }, deep)).toBeNull();
  expect(placeRefusal({ id: "a", parentId: "4" }, [...ROWS, ...deep])).toBe("CATEGORY_TOO_DEEP");
  expect(placeRefusal({ id: "a", parentId: "3" }, [...ROWS, ...deep])).toBeNull();
  expect(placesFor("a", treeOf(ROWS)).map(({ id }) => id)).toEqual(["b"]);
});

it("moves one place and no further than the end", () => {
  expect(steppedBy(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(steppedBy(["a", "b", "c"], "c", "down")).toEqual(["a", "b", "c"]);
});

it.each([["Correo electrónico", "correo-electronico"], ["  ¿Qué es DNS?  ", "que-es-dns"], ["Ñandú & Cía.", "nandu-cia"], ["💌", "tema"], ["a".repeat(300), "a".repeat(80)]])("makes an address of %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it("makes an address that no other has, and none that is a page of its own", () => {
  expect(freeSlug("Correo", new Set(["correo", "correo-2"]))).toBe("correo-3");
  expect(freeSlug("Search", new Set())).toBe("search-2");
});
