import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { mintSystem } from "@/lib/auth/mint";
import { listBoardSection } from "@/lib/kb/board/queries";
import { exportKnowledge } from "@/lib/kb/export/export-knowledge";
import { readArticles, readGroups } from "@/lib/kb/export/read";
import { applyImport } from "@/lib/kb/import/commands/apply-batch";
import { lookAtKnowledgeFile } from "@/lib/kb/import/commands/look-at-file";
import { startKnowledgeImport } from "@/lib/kb/import/commands/start-import";
import { findKnowledgeImport, listImportItems, listKnowledgeImports } from "@/lib/kb/import/queries";
import { findLegacyTarget, findLegacyTargetFor } from "@/lib/kb/legacy/queries";
import { removeScratch, scratchPath } from "@/lib/storage/parts";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { ana, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type Row = { expected: Record<ActorName, string>; run: (ctx: Context<StaffActor>) => Promise<string> };

/** In the order of ACTORS. Whoever is no administrator imports nothing and sees no import, should a type ever be cast away. */
const ADMINS_READ = row("gate", "none", "none", "none", "gate", "none", "sees");
const ADMINS_WRITE = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");
const DESK_READS = row("gate", "none", "none", "none", "gate", "sees", "sees");

const ids = { import: "", drafts: "", published: "" };

const OPERATIONS: Record<string, Row> = {
  lookAtKnowledgeFile: { expected: ADMINS_WRITE, run: async (ctx) => code(await look(ctx)) },
  startKnowledgeImport: { expected: ADMINS_WRITE, run: async (ctx) => code(await startKnowledgeImport(ctx, { importId: ids.import })) },
  findKnowledgeImport: { expected: ADMINS_READ, run: async (ctx) => sees(await findKnowledgeImport(ctx, ids.import)) },
  listImportItems: { expected: ADMINS_READ, run: async (ctx) => sees((await listImportItems(ctx, { importId: ids.import, view: "new", after: 0 })).items[0]) },
  listKnowledgeImports: { expected: ADMINS_READ, run: async (ctx) => sees((await listKnowledgeImports(ctx)).find(({ id }) => id === ids.import)) },
  exportKnowledge: { expected: row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "ok", "ok"), run: async (ctx) => code(await exportKnowledge(ctx, { versions: "head" })) },
  readArticles: { expected: DESK_READS, run: async (ctx) => sees((await readArticles(ctx, { ids: [ids.drafts], versions: "head" }))[0]) },
  readGroups: { expected: DESK_READS, run: async (ctx) => sees((await readGroups(ctx))[0]) },
  listBoardSection: { expected: DESK_READS, run: async (ctx) => sees((await listBoardSection(ctx, "overdue", { days: 30, limit: 5 }))[0]) },
  findLegacyTargetFor: { expected: row("gate", "sees", "sees", "sees", "gate", "sees", "sees"), run: async (ctx) => sees(await findLegacyTargetFor(ctx, { kind: "article", key: "2" })) },
};

/** Asked for by nobody in particular, or by the system alone. */
const ELSEWHERE = ["findLegacyTarget"];
const BY_THE_SYSTEM = ["keepFilesOf"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

beforeAll(async () => {
  const db = testDb();
  const category = await db.kbCategory.create({ data: { slug: "uno", name: "Uno", description: "", position: 1 } });
  const made = { categoryId: category.id, title: "T", summary: "", body: "x", tags: [], updatedAt: new Date(0) };
  const draft = await db.article.create({ data: { ...made, slug: "borrador", status: "draft" } });
  const kinds = [["publico", "public"], ["clientes", "customers"], ["equipo", "staff"]] as const;
  const articles = await Promise.all(kinds.map(([slug, audience]) => db.article.create({ data: { ...made, slug, audience, status: "published", publishedAt: new Date(0), reviewOn: new Date(0) } })));
  await db.faqGroup.create({ data: { slug: "g", name: "G", position: 1 } });
  const run = await db.kbImport.create({ data: { source: "hesk", fileName: "x.sql", sha256: "0".repeat(64), plan: {}, createdAt: new Date(NOON.epochMilliseconds), createdBy: diego.userId } });
  await db.kbImportItem.create({ data: { importId: run.id, position: 1, kind: "article", verdict: "new", title: "T", data: {} } });
  await db.legacyAddress.createMany({ data: [...articles, draft].map(({ id }, at) => ({ kind: "article" as const, key: String(at + 1), articleId: id, importId: run.id })) });
  Object.assign(ids, { import: run.id, drafts: draft.id });
});

describe("who may import, export and read the authors' board", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ operation, actor, outcome, run }) => {
    await testDb().kbImport.update({ where: { id: ids.import }, data: { startedAt: null, startedBy: null } });
    const before = await stateNow();
    expect(await outcomeOf(actor, run)).toBe(outcome);
    // Who was refused changed nothing.
    expect((await stateNow()) !== before).toBe(outcome === "ok" && operation !== "exportKnowledge");
  });

  it("is asked of every query and command there is: 10 for 7 actors make 70 cells", () => {
    expect([...Object.keys(OPERATIONS), ...ELSEWHERE, ...BY_THE_SYSTEM, "applyImport"].sort()).toEqual(["kb/import", "kb/export", "kb/board", "kb/legacy"].flatMap(exportedOperations).concat("applyImport").sort());
    expect(CELLS).toHaveLength(70);
  });

  it("does nothing of what nobody has started", async () => {
    await testDb().kbImport.update({ where: { id: ids.import }, data: { startedAt: null, startedBy: null } });
    expect(await applyImport({ db: testDb(), now: NOON, actor: mintSystem() }, { importId: ids.import, patienceMs: 1_000 })).toEqual({ isMore: false });
    expect(await testDb().kbImportItem.count({ where: { importId: ids.import, doneAt: { not: null } } })).toBe(0);
  });
});

describe("addresses of the earlier desk", () => {
  const ask = (key: string, kind: "article" | "category" = "article") => findLegacyTarget({ db: testDb(), now: NOON }, { kind, key });

  it("lead everybody to what is everybody's, to the door what is customers', and nowhere what is the desk's, a draft or unknown", async () => {
    expect(await ask("1")).toEqual({ kind: "article", slug: "publico" });
    expect(await Promise.all(["2", "3", "4", "99"].map((key) => ask(key)))).toEqual(["private", null, null, null]);
    expect(await ask("1", "category")).toBeNull();
  });

  it("lead the desk to its own", async () => {
    expect(await findLegacyTargetFor({ db: testDb(), now: NOON, actor: carla }, { kind: "article", key: "3" })).toEqual({ kind: "article", slug: "equipo" });
    expect(await findLegacyTargetFor({ db: testDb(), now: NOON, actor: ana }, { kind: "article", key: "3" })).toBeNull();
  });

  it("follow an article that is made private, at once", async () => {
    await testDb().article.update({ where: { slug: "publico" }, data: { audience: "staff" } });
    expect(await ask("1")).toBeNull();
    await testDb().article.update({ where: { slug: "publico" }, data: { audience: "public" } });
    expect(await ask("1")).not.toBeNull();
  });
});

async function look(ctx: Context<StaffActor>) {
  const path = await scratchPath();
  try {
    await writeFile(path, "INSERT INTO h_kb_categories VALUES (2,'C',1,0,0,0,1,'0');");
    return await lookAtKnowledgeFile(ctx, { path, name: `${randomUUID()}.sql`, size: 60, sha256: "0".repeat(64) });
  } finally {
    await removeScratch(path);
  }
}

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.kbImport.findMany({ orderBy: { id: "asc" } }), await db.kbImportItem.count(), await db.kbEvent.count(), await db.article.count()]);
}

function sees(value: unknown): string {
  return value ? "sees" : "none";
}
