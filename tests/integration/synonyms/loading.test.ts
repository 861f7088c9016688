import { setTimeout as wait } from "node:timers/promises";
import { createDb, type Db, type Tx } from "@/lib/db/client";
import { tokensOf } from "@/lib/search/tokens";
import { addSynonymGroup } from "@/lib/synonyms/commands/add-synonym-group";
import { deleteSynonymGroup } from "@/lib/synonyms/commands/delete-synonym-group";
import { synonymsIn } from "@/lib/synonyms/find-synonyms";
import { loadSynonyms } from "@/lib/synonyms/load-synonyms";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase, withConnection } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

/** Longer than a process may go without looking. */
const A_WHILE = 1_100;

let elsewhere: Db;
beforeAll(() => {
  elsewhere = createDb({ url: testDatabaseUrl(), poolSize: 2 });
});
afterAll(() => elsewhere.$disconnect());

const leadsTo = async (db: Db | Tx, text: string) => synonymsIn(tokensOf(text, "es"), await loadSynonyms(db)).flatMap(({ others }) => others.map(({ expression }) => expression));
const add = async (...expressions: string[]) => unwrap(await addSynonymGroup({ db: testDb(), actor: diego, now: NOON }, { expressions })).groupId;

it("are those in force, compiled once", async () => {
  expect(new Set(await leadsTo(testDb(), "la copia de seguridad"))).toEqual(new Set(["respaldo", "backup"]));
  expect(await loadSynonyms(testDb())).toBe(await loadSynonyms(testDb()));
  expect(await loadSynonyms(elsewhere)).toBe(await loadSynonyms(testDb()));
});

it("a change is in force at once where it was made, and within a second or so elsewhere", async () => {
  await loadSynonyms(elsewhere);
  const groupId = await add("ajolote", "axolotl");
  expect(await leadsTo(testDb(), "un ajolote")).toEqual(["axolotl"]);
  await wait(A_WHILE);
  expect(await leadsTo(elsewhere, "un ajolote")).toEqual(["axolotl"]);

  unwrap(await deleteSynonymGroup({ db: testDb(), actor: diego, now: NOON }, { groupId, version: 1 }));
  expect(await leadsTo(testDb(), "un ajolote")).toEqual([]);
  await wait(A_WHILE);
  expect(await leadsTo(elsewhere, "un ajolote")).toEqual([]);
});

it("a change by hand is noticed too", async () => {
  await loadSynonyms(testDb());
  await withConnection(testDatabaseUrl(), (client) => client.query("INSERT INTO search_synonym_group (expressions, updated_at) VALUES (ARRAY['tlacuache', 'opossum'], now())"));
  await wait(A_WHILE);
  expect(await leadsTo(testDb(), "un tlacuache")).toEqual(["opossum"]);
  await withConnection(testDatabaseUrl(), (client) => client.query("DELETE FROM search_synonym_group WHERE expressions[1] = 'tlacuache'"));
  await wait(A_WHILE);
  expect(await leadsTo(testDb(), "un tlacuache")).toEqual([]);
});

it("inside of a transaction they are those that it sees", async () => {
  await loadSynonyms(testDb());
  const rolledBack = testDb().$transaction(async (tx) => {
    await tx.searchSynonymGroup.create({ data: { expressions: ["cenzontle", "mockingbird"], updatedAt: new Date() } });
    expect(await leadsTo(tx, "un cenzontle")).toEqual(["mockingbird"]);
    expect(await leadsTo(testDb(), "un cenzontle")).toEqual([]);
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  await wait(A_WHILE);
  expect(await leadsTo(testDb(), "un cenzontle")).toEqual([]);
});

it("are asked for in microseconds between two looks", async () => {
  await loadSynonyms(testDb());
  const start = performance.now();
  for (let n = 0; n < 500; n += 1) await loadSynonyms(testDb());
  expect((performance.now() - start) / 500).toBeLessThan(0.3);
});

it("are none where nobody has laid any", async () => {
  await testDb().$executeRaw`TRUNCATE search_synonym_group CASCADE`;
  await testDb().$executeRaw`DELETE FROM search_synonym_revision`;
  await wait(A_WHILE);
  expect((await loadSynonyms(testDb())).groups).toBe(0);
});
