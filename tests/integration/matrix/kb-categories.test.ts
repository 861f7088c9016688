import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { addCategory } from "@/lib/kb/categories/commands/add-category";
import { deleteCategory } from "@/lib/kb/categories/commands/delete-category";
import { editCategory } from "@/lib/kb/categories/commands/edit-category";
import { moveCategory } from "@/lib/kb/categories/commands/move-category";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { saveKbSettings } from "@/lib/kb/settings/commands/save-settings";
import { findKbSettings, getKbSettings, readNewestSettings } from "@/lib/kb/settings/queries";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type Row = { expected: Record<ActorName, string>; run: (ctx: Context<StaffActor>, id: string) => Promise<string> };

/** In the order of ACTORS. Whoever is not of the desk changes none, should a type ever be cast away. */
const READS = row("gate", "none", "none", "none", "gate", "sees", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "ok", "ok");

const body = { name: "Nuevo", description: "", audience: "staff" as const, parentId: undefined };

const OPERATIONS: Record<string, Row> = {
  listCategoryTree: { expected: READS, run: async (ctx, id) => ((await listCategoryTree(ctx)).some((each) => each.id === id) ? "sees" : "none") },
  addCategory: { expected: WRITES, run: async (ctx) => code(await addCategory(ctx, body)) },
  editCategory: { expected: WRITES, run: async (ctx, id) => code(await editCategory(ctx, { ...body, categoryId: id, version: 1 })) },
  moveCategory: { expected: WRITES, run: async (ctx, id) => code(await moveCategory(ctx, { categoryId: id, direction: "down" })) },
  deleteCategory: { expected: WRITES, run: async (ctx, id) => code(await deleteCategory(ctx, { categoryId: id })) },
  // The pages show what the settings say; who set them, and setting them, is the administrators'.
  getKbSettings: { expected: row("gate", "sees", "sees", "sees", "gate", "sees", "sees"), run: async (ctx) => ((await getKbSettings(ctx)).mostReadShown === 6 ? "sees" : "none") },
  findKbSettings: { expected: row("gate", "none", "none", "none", "gate", "none", "sees"), run: async (ctx) => ((await findKbSettings(ctx)) ? "sees" : "none") },
  saveKbSettings: {
    expected: row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok"),
    run: async (ctx) => code(await saveKbSettings(ctx, { version: (await readNewestSettings(testDb())).version, mostReadShown: 9, newestShown: 9, firstList: "recent", reviewMonths: null })),
  },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change the categories and the settings of the knowledge base", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const db = testDb();
    await db.kbCategory.deleteMany();
    await db.kbSettings.deleteMany();
    const { id } = await db.kbCategory.create({ data: { slug: "uno", name: "Uno", description: "", position: 1 } });
    await db.kbCategory.create({ data: { slug: "dos", name: "Dos", description: "", position: 2 } });
    const before = await stateNow();
    expect(await outcomeOf(actor, (ctx) => run(ctx, id))).toBe(outcome);
    // Who was refused changed nothing, and left no trace.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 8 for 7 actors make 56 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual([...exportedOperations("kb/categories"), ...exportedOperations("kb/settings")].sort());
    expect(CELLS).toHaveLength(56);
  });
});

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.kbCategory.findMany({ orderBy: { id: "asc" } }), await db.kbEvent.count(), await db.kbSettings.count()]);
}
