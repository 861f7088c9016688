import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { addFaqGroup, deleteFaqGroup, moveFaqGroup, renameFaqGroup } from "@/lib/kb/faq/commands/groups";
import { archiveFaqEntry, moveFaqEntry, unarchiveFaqEntry } from "@/lib/kb/faq/commands/place-entry";
import { addFaqEntry, editFaqEntry, restoreFaqVersion } from "@/lib/kb/faq/commands/save-entry";
import { findArticlesByTitle, findFaqEntry, listFaqDesk, listFaqVersions } from "@/lib/kb/faq/queries";
import type { Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type World = { groupId: string; emptyId: string; entryId: string; archivedId: string };
type Row = { expected: string; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

/** In the order of ACTORS. Whoever is not of the desk reads and changes nothing, should a type ever be cast away. */
const READS = "gate none none none gate sees sees";
const WRITES = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok";
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const sees = (found: unknown) => (found ? "sees" : "none");
const words = { question: "¿Otra?", answer: "Sí.", article: "" };

const OPERATIONS: Record<string, Row> = {
  listFaqDesk: { expected: READS, run: async (ctx) => sees((await listFaqDesk(ctx)).length) },
  findFaqEntry: { expected: READS, run: async (ctx, { archivedId }) => sees(await findFaqEntry(ctx, archivedId)) },
  listFaqVersions: { expected: READS, run: async (ctx, { entryId }) => sees((await listFaqVersions(ctx, entryId)).length) },
  findArticlesByTitle: {
    expected: READS,
    run: async (ctx) => {
      const found = await findArticlesByTitle(ctx, { text: "orni" });
      return sees(found.ok && found.data.length);
    },
  },
  addFaqGroup: { expected: WRITES, run: async (ctx) => code(await addFaqGroup(ctx, { name: `Nuevo de ${ctx.actor.userId}` })) },
  renameFaqGroup: { expected: WRITES, run: async (ctx, { groupId }) => code(await renameFaqGroup(ctx, { groupId, name: `Otro de ${ctx.actor.userId}`, version: 1 })) },
  moveFaqGroup: { expected: WRITES, run: async (ctx, { groupId }) => code(await moveFaqGroup(ctx, { groupId, direction: "down" })) },
  deleteFaqGroup: { expected: WRITES, run: async (ctx, { emptyId }) => code(await deleteFaqGroup(ctx, { groupId: emptyId })) },
  addFaqEntry: { expected: WRITES, run: async (ctx, { groupId }) => code(await addFaqEntry(ctx, { groupId, ...words })) },
  editFaqEntry: { expected: WRITES, run: async (ctx, { groupId, entryId }) => code(await editFaqEntry(ctx, { entryId, version: 2, groupId, ...words })) },
  restoreFaqVersion: { expected: WRITES, run: async (ctx, { entryId }) => code(await restoreFaqVersion(ctx, { entryId, number: 1, version: 2 })) },
  moveFaqEntry: { expected: WRITES, run: async (ctx, { entryId }) => code(await moveFaqEntry(ctx, { entryId, direction: "down" })) },
  archiveFaqEntry: { expected: WRITES, run: async (ctx, { entryId }) => code(await archiveFaqEntry(ctx, { entryId })) },
  unarchiveFaqEntry: { expected: WRITES, run: async (ctx, { archivedId }) => code(await unarchiveFaqEntry(ctx, { entryId: archivedId })) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, at) => ({ operation, actor, outcome: expected.split(" ")[at]!, run })));

describe("who may see and change the frequent questions", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await makeWorld();
    const before = await stateNow();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor: actor as StaffActor, now: NOON }, world) : "gate").toBe(outcome);
    // Who was refused changed nothing, and left no trace.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 14 for 7 actors make 98 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("kb/faq").sort());
    expect(CELLS).toHaveLength(98);
  });
});

let count = 0;

async function makeWorld(): Promise<World> {
  const db = testDb();
  count += 1;
  const group = (name: string, position: number) => db.faqGroup.create({ data: { slug: `${name}-${count}`, name: `${name} ${count}`, position }, select: { id: true } });
  const [full, empty] = [await group("lleno", 2 * count), await group("vacio", 2 * count + 1)];
  const entry = async (slug: string, position: number, archivedAt: Date | null = null) => {
    const { id } = await db.faqEntry.create({ data: { slug: `${slug}-de-${count}`, groupId: full.id, question: "¿Y?", answer: "Así.", position, headVersion: 2, archivedAt, updatedAt: toDate(NOON) } });
    await db.faqVersion.createMany({ data: [{ entryId: id, number: 1, question: "¿Y antes?", answer: "No.", at: toDate(NOON) }, { entryId: id, number: 2, question: "¿Y?", answer: "Así.", at: toDate(NOON) }] });
    return id;
  };
  const category = await db.kbCategory.upsert({ where: { slug: "fauna" }, update: {}, create: { slug: "fauna", name: "Fauna", description: "", position: 1 } });
  await db.article.upsert({ where: { slug: "ornitorrinco" }, update: {}, create: { slug: "ornitorrinco", title: "El ornitorrinco", summary: "", body: "", tags: [], categoryId: category.id, status: "draft", updatedAt: toDate(NOON) } });
  const entryId = await entry("una", 1);
  await entry("otra", 2);
  return { groupId: full.id, emptyId: empty.id, entryId, archivedId: await entry("archivada", 3, toDate(NOON)) };
}

async function stateNow(): Promise<string> {
  const db = testDb();
  const [groups, entries] = await Promise.all([db.faqGroup.findMany({ orderBy: { id: "asc" } }), db.faqEntry.findMany({ orderBy: { id: "asc" } })]);
  return JSON.stringify([groups, entries, await db.faqVersion.count(), await db.kbEvent.count()]);
}
