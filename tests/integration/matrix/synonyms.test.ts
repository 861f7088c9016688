import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { addSynonymGroup } from "@/lib/synonyms/commands/add-synonym-group";
import { deleteSynonymGroup } from "@/lib/synonyms/commands/delete-synonym-group";
import { editSynonymGroup } from "@/lib/synonyms/commands/edit-synonym-group";
import { findSynonymGroup, listSynonymGroups, trySynonyms } from "@/lib/synonyms/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

type Outcome = "gate" | "none" | "sees" | "FORBIDDEN" | "ok";
type Row = { expected: Record<ActorName, Outcome>; run: (ctx: Context<StaffActor>, groupId: string) => Promise<string> };

/** In the order of ACTORS. Whoever is no administrator sees none and changes none, should a type ever be cast away. */
const READS = row("gate", "none", "none", "none", "gate", "none", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");

const OPERATIONS: Record<string, Row> = {
  listSynonymGroups: { expected: READS, run: async (ctx, groupId) => sees((await listSynonymGroups(ctx)).some(({ id }) => id === groupId)) },
  findSynonymGroup: { expected: READS, run: async (ctx, groupId) => sees((await findSynonymGroup(ctx, groupId)) !== null) },
  trySynonyms: { expected: READS, run: async (ctx) => sees((await trySynonyms(ctx, "un ornitorrinco")).matches.length > 0) },
  addSynonymGroup: { expected: WRITES, run: async (ctx) => code(await addSynonymGroup(ctx, { expressions: ["quetzal", "ave nacional"] })) },
  editSynonymGroup: { expected: WRITES, run: async (ctx, groupId) => code(await editSynonymGroup(ctx, { groupId, version: 1, expressions: ["ornitorrinco", "platypus", "pico de pato"] })) },
  deleteSynonymGroup: { expected: WRITES, run: async (ctx, groupId) => code(await deleteSynonymGroup(ctx, { groupId, version: 1 })) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change the synonyms", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const before = await worldWithOneGroup();
    expect(await outcomeOf(actor, (ctx) => run(ctx, before.id))).toBe(outcome);
    // Who was refused changed nothing.
    const isWritten = outcome === "ok";
    expect([isWritten, (await stateNow()) !== before.state]).toEqual([isWritten, isWritten]);
  });

  it("is asked of every query and command there is: 6 for 7 actors make 42 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("synonyms").sort());
    expect(exportedJobs("synonyms")).toEqual([]);
    expect(CELLS).toHaveLength(42);
  });
});

async function worldWithOneGroup(): Promise<{ id: string; state: string }> {
  await testDb().searchSynonymGroup.deleteMany();
  const ctx = { db: testDb(), actor: diego, now: NOON };
  const { groupId } = unwrap(await addSynonymGroup(ctx, { expressions: ["ornitorrinco", "platypus"] }));
  return { id: groupId, state: await stateNow() };
}

async function stateNow(): Promise<string> {
  const rows = await testDb().searchSynonymGroup.findMany({ select: { id: true, expressions: true, version: true }, orderBy: { id: "asc" } });
  return JSON.stringify(rows);
}

function sees(isThere: boolean): string {
  return isThere ? "sees" : "none";
}
