import { addSynonymGroup, GROUPS_MAX } from "@/lib/synonyms/commands/add-synonym-group";
import { deleteSynonymGroup } from "@/lib/synonyms/commands/delete-synonym-group";
import { editSynonymGroup } from "@/lib/synonyms/commands/edit-synonym-group";
import { findSynonymGroup, listSynonymGroups } from "@/lib/synonyms/queries";
import { seedSynonyms } from "@/prisma/seed/synonyms";
import { synonymGroups } from "@/prisma/seed/content/synonyms";
import { diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const add = async (...expressions: string[]) => unwrap(await addSynonymGroup(ctx(), { expressions })).groupId;
const keys = async (groupId: string) => (await testDb().searchSynonymKey.findMany({ where: { groupId }, orderBy: { key: "asc" } })).map(({ key }) => key);

describe("the groups that the product comes with", () => {
  it("are there from the start, by nobody, in the order of their first expressions", async () => {
    const groups = await listSynonymGroups(ctx());
    expect(groups).toHaveLength(synonymGroups.length);
    expect(groups.every((group) => group.updatedByName === null && group.version === 1)).toBe(true);
    expect(groups.slice(0, 3).map(({ expressions }) => expressions[0])).toEqual(["actualizar", "ancho de banda", "archivo adjunto"]);
    expect(await testDb().searchSynonymKey.count()).toBe(synonymGroups.flat().length);
  });

  it("are laid once: who deletes them all keeps none", async () => {
    await testDb().searchSynonymGroup.deleteMany();
    await seedSynonyms({ db: testDb(), now: NOON });
    expect(await listSynonymGroups(ctx())).toEqual([]);
    expect(await testDb().searchSynonymKey.count()).toBe(0);
  });
});

describe("editing", () => {
  it("keeps what was typed, who wrote it and when", async () => {
    const groupId = await add("garantía", "póliza extendida");
    unwrap(await editSynonymGroup(ctx(at("2026-11-19T10:00")), { groupId, version: 1, expressions: ["Garantía", "warranty", "cobertura"] }));
    expect(await findSynonymGroup(ctx(), groupId)).toEqual({
      id: groupId,
      expressions: ["Garantía", "warranty", "cobertura"],
      version: 2,
      updatedAt: "2026-11-19T16:00:00Z",
      updatedByName: "Diego Mora",
    });
    expect(await keys(groupId)).toEqual(["cobertur", "garanti", "warranty"]);
  });

  it("that changes nothing writes nothing, whichever version it saw", async () => {
    const groupId = await add("tapete", "alfombra");
    expect(await editSynonymGroup(ctx(), { groupId, version: 7, expressions: ["tapete", "alfombra"] })).toEqual({ ok: true, data: { groupId } });
    expect((await findSynonymGroup(ctx(), groupId))?.version).toBe(1);
  });

  it("may put an expression in another form, and take one back from a deleted group", async () => {
    const groupId = await add("mesa", "escritorio");
    unwrap(await editSynonymGroup(ctx(), { groupId, version: 1, expressions: ["mesas", "escritorio"] }));
    unwrap(await deleteSynonymGroup(ctx(), { groupId, version: 2 }));
    expect(await keys(groupId)).toEqual([]);
    expect(await findSynonymGroup(ctx(), groupId)).toBeNull();
    expect((await addSynonymGroup(ctx(), { expressions: ["mesa", "tablero"] })).ok).toBe(true);
  });

  it("refuses an expression of another group, and says of which", async () => {
    const groupId = await add("coche", "automóvil");
    const refusal = { ok: false, code: "EXPRESSION_TAKEN", details: { expression: "COCHES", group: "coche, automóvil", groupId } };
    expect(await addSynonymGroup(ctx(), { expressions: ["vehículo", "COCHES"] })).toEqual(refusal);
    const other = await add("camión", "tráiler");
    expect(await editSynonymGroup(ctx(), { groupId: other, version: 1, expressions: ["camión", "COCHES"] })).toEqual(refusal);
    expect((await findSynonymGroup(ctx(), other))?.expressions).toEqual(["camión", "tráiler"]);
  });

  it("refuses what is no group before anything is written", async () => {
    const groupId = await add("rojo", "colorado");
    expect(await editSynonymGroup(ctx(), { groupId, version: 1, expressions: ["rojo"] })).toMatchObject({ ok: false, code: "SYNONYMS_TOO_FEW" });
    expect(await addSynonymGroup(ctx(), { expressions: ["azul", "de"] })).toMatchObject({ ok: false, code: "EXPRESSION_TOO_COMMON" });
    expect((await findSynonymGroup(ctx(), groupId))?.version).toBe(1);
  });

  it("refuses one group more than a desk may have", async () => {
    await testDb().searchSynonymGroup.createMany({ data: Array.from({ length: GROUPS_MAX }, (_, n) => ({ expressions: [`a${n}`, `b${n}`], updatedAt: new Date(0) })) });
    expect(await addSynonymGroup(ctx(), { expressions: ["uno más", "otro más"] })).toEqual({ ok: false, code: "TOO_MANY_SYNONYM_GROUPS", details: { max: GROUPS_MAX } });
    await testDb().searchSynonymGroup.deleteMany({ where: { updatedAt: new Date(0) } });
  });
});

describe("two at once", () => {
  it("edit the same group: one does, the other is shown what was written and may then write over it", async () => {
    const groupId = await add("gato", "minino");
    const texts = [["gato", "felino"], ["gato", "micifuz"]];
    const answers = await Promise.all(texts.map((expressions) => editSynonymGroup(ctx(), { groupId, version: 1, expressions })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = texts[answers.findIndex((answer) => answer.ok)]!;
    const loser = texts[answers.findIndex((answer) => !answer.ok)]!;
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, code: "SYNONYMS_CHANGED", details: { theirs: winner.join(", "), version: 2 } });
    expect((await findSynonymGroup(ctx(), groupId))?.expressions).toEqual(winner);

    unwrap(await editSynonymGroup(ctx(), { groupId, version: 2, expressions: loser }));
    expect((await findSynonymGroup(ctx(), groupId))?.expressions).toEqual(loser);
  });

  it("add the same expression: one group has it", async () => {
    const answers = await Promise.all(["perro", "perros", "Perro", "PERROS"].map((expression, n) => addSynonymGroup(ctx(), { expressions: [expression, `can${n}`] })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["EXPRESSION_TAKEN", "EXPRESSION_TAKEN", "EXPRESSION_TAKEN", "ok"]);
    expect(await testDb().searchSynonymKey.count({ where: { key: "perr" } })).toBe(1);
  });

  it("edit and delete: what was changed unseen is not deleted, what is gone is not written", async () => {
    for (let round = 0; round < 5; round += 1) {
      const groupId = await add(`luna${round}`, `satélite${round}`);
      const [edited, deleted] = await Promise.all([
        editSynonymGroup(ctx(), { groupId, version: 1, expressions: [`luna${round}`, `selene${round}`] }),
        deleteSynonymGroup(ctx(), { groupId, version: 1 }),
      ]);
      const outcome = [edited, deleted].map((answer) => (answer.ok ? "ok" : answer.code));
      expect([["ok", "SYNONYMS_CHANGED_UNSEEN"], ["SYNONYMS_GONE", "ok"]]).toContainEqual(outcome);
      expect((await findSynonymGroup(ctx(), groupId)) !== null).toBe(edited.ok);
    }
  });

  it("delete the same group: both have what they wanted", async () => {
    const groupId = await add("sol", "astro rey");
    const answers = await Promise.all([1, 2].map(() => deleteSynonymGroup(ctx(), { groupId, version: 1 })));
    expect(answers).toEqual([{ ok: true, data: { groupId } }, { ok: true, data: { groupId } }]);
  });
});
