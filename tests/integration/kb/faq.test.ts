import { addFaqGroup, deleteFaqGroup, moveFaqGroup, renameFaqGroup } from "@/lib/kb/faq/commands/groups";
import { archiveFaqEntry, moveFaqEntry, unarchiveFaqEntry } from "@/lib/kb/faq/commands/place-entry";
import { addFaqEntry, editFaqEntry, restoreFaqVersion } from "@/lib/kb/faq/commands/save-entry";
import { listFaqDesk, listFaqVersions } from "@/lib/kb/faq/queries";
import { addFaqEntrySchema, editFaqEntrySchema } from "@/lib/kb/faq/schema";
import { listFaq } from "@/lib/kb/faq-queries";
import { recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { searchKnowledge, suggestKnowledge } from "@/lib/kb/search-knowledge";
import { toDate } from "@/lib/time/instants";
import { AWKWARD_STRINGS } from "@/tests/support/awkward-strings";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const ctx = () => ({ db: testDb(), actor: carla, now: NOON });
const group = async (name: string) => unwrap(await addFaqGroup(ctx(), { name })).groupId;
const ask = async (groupId: string, question: string, answer = "Así.") => unwrap(await addFaqEntry(ctx(), { groupId, question, answer, article: "" })).entryId;
const read = (id: string) => testDb().faqEntry.findUniqueOrThrow({ where: { id } });
const asked = async () => (await listFaq(ctx())).map((each) => `${each.name}: ${each.questions.map((question) => question.question).join(", ")}`);
const eventsOf = async (subjectId: string) => (await testDb().kbEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { type: true } })).map(({ type }) => type);

async function edit(id: string, changes: { question?: string; answer?: string; groupId?: string; article?: string; version?: number }, actor = carla) {
  const { groupId, question, answer, headVersion } = await read(id);
  return editFaqEntry({ ...ctx(), actor }, { entryId: id, groupId, question, answer, article: "", version: headVersion, ...changes });
}

it("stands last in its group with an address of its own, and the page shows it", async () => {
  const mail = await group("Correo");
  expect(await addFaqGroup(ctx(), { name: "correo" })).toMatchObject({ code: "FAQ_GROUP_NAME_TAKEN" });
  const [one, other] = [await ask(mail, "¿Cómo lo abro?"), await ask(mail, "¿Cómo lo abro?")];
  expect([(await read(one)).slug, (await read(other)).slug]).toEqual(["como-lo-abro", "como-lo-abro-2"]);
  expect(await asked()).toEqual(["Correo: ¿Cómo lo abro?, ¿Cómo lo abro?"]);
  expect(await eventsOf(one)).toEqual(["faq.created"]);
});

describe("the order", () => {
  it("changes by steps and by dragging, and stays at its ends", async () => {
    const id = await group("Orden");
    const [a, b, c] = [await ask(id, "¿a?"), await ask(id, "¿b?"), await ask(id, "¿c?")];
    const order = async () => (await listFaqDesk(ctx())).find((each) => each.id === id)!.questions.map(({ question }) => question[1]).join("");
    unwrap(await moveFaqEntry(ctx(), { entryId: c, direction: "up" }));
    expect(await order()).toBe("acb");
    unwrap(await moveFaqEntry(ctx(), { entryId: a, direction: "up" }));
    expect(await order()).toBe("acb");
    unwrap(await moveFaqEntry(ctx(), { entryId: a, to: 2 }));
    expect(await order()).toBe("cba");
    unwrap(await moveFaqEntry(ctx(), { entryId: b, to: 9_999 }));
    expect(await order()).toBe("cab");
    // Where nothing moved, nothing is told.
    expect(await eventsOf(a)).toEqual(["faq.created", "faq.moved"]);
  });

  it("holds every question once when two people change it at once", async () => {
    const id = await group("A la vez");
    const all = [await ask(id, "¿1?"), await ask(id, "¿2?"), await ask(id, "¿3?"), await ask(id, "¿4?")];
    await Promise.all([moveFaqEntry(ctx(), { entryId: all[3]!, to: 0 }), moveFaqEntry({ ...ctx(), actor: diego }, { entryId: all[0]!, to: 3 }), moveFaqEntry(ctx(), { entryId: all[1]!, direction: "down" })]);
    const rows = await testDb().faqEntry.findMany({ where: { groupId: id }, orderBy: { position: "asc" } });
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3, 4]);
  });

  it("is the groups' too", async () => {
    const [first, last] = [await group("Primero"), await group("Último")];
    await ask(first, "¿x?");
    await ask(last, "¿y?");
    unwrap(await moveFaqGroup(ctx(), { groupId: last, direction: "up" }));
    const names = (await listFaqDesk(ctx())).map((each) => each.name);
    expect(names.indexOf("Último")).toBeLessThan(names.indexOf("Primero"));
  });
});

describe("versions", () => {
  it("are made of other words, and of nothing else", async () => {
    const [one, other] = [await group("Versiones"), await group("Otro lugar")];
    const id = await ask(one, "¿Qué?");
    unwrap(await edit(id, {}));
    unwrap(await edit(id, { groupId: other }));
    expect(await read(id)).toMatchObject({ groupId: other, headVersion: 1 });
    unwrap(await edit(id, { answer: "De otro modo." }));
    unwrap(await restoreFaqVersion(ctx(), { entryId: id, number: 1, version: 2 }));
    unwrap(await restoreFaqVersion(ctx(), { entryId: id, number: 3, version: 3 }));
    expect((await listFaqVersions(ctx(), id)).map(({ number, answer, authorName }) => [number, answer, authorName])).toEqual([[3, "Así.", carla.name], [2, "De otro modo.", carla.name], [1, "Así.", carla.name]]);
    expect(await eventsOf(id)).toEqual(["faq.created", "faq.changed", "faq.changed", "faq.restored"]);
    expect(await restoreFaqVersion(ctx(), { entryId: id, number: 9, version: 3 })).toMatchObject({ code: "FAQ_VERSION_GONE" });
  });

  it("are not written over unseen: the second one is shown the first one's words", async () => {
    const id = await ask(await group("Dos personas"), "¿Quién?");
    unwrap(await edit(id, { answer: "Uno." }, diego));
    expect(await edit(id, { answer: "Otro.", version: 1 })).toEqual({ ok: false, code: "FAQ_ENTRY_CHANGED", details: { version: 2, theirs: { question: "¿Quién?", answer: "Uno." } } });
    expect(await restoreFaqVersion(ctx(), { entryId: id, number: 1, version: 1 })).toMatchObject({ code: "FAQ_ENTRY_CHANGED" });
    expect(await read(id)).toMatchObject({ answer: "Uno.", headVersion: 2 });
  });

  it("of two saves at once one wins", async () => {
    const id = await ask(await group("Carrera"), "¿Cuál?");
    const answers = await Promise.all([edit(id, { answer: "A" }), edit(id, { answer: "B" }, diego)]);
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["FAQ_ENTRY_CHANGED", "ok"]);
  });

  it("of a group's name too", async () => {
    const id = await group("Nombre");
    unwrap(await renameFaqGroup({ ...ctx(), actor: diego }, { groupId: id, name: "Nombre nuevo", version: 1 }));
    expect(await renameFaqGroup(ctx(), { groupId: id, name: "Mío", version: 1 })).toMatchObject({ code: "FAQ_GROUP_CHANGED", details: { theirs: "Nombre nuevo", version: 2 } });
  });
});

it("is found by its newest words while it is asked, and by nobody once it is put away", async () => {
  const id = await ask(await group("Buscar"), "¿Cómo cuido un ajolote?", "Con agua fría.");
  const { slug } = await read(id);
  const isFound = async (text: string) => (await searchKnowledge(ctx(), { text })).hits.some((each) => each.slug === slug);
  const isSuggested = async () => (await suggestKnowledge(ctx(), { text: "ajolot" })).some((each) => each.slug === slug);
  expect([await isFound("ajolote"), await isSuggested()]).toEqual([true, true]);
  unwrap(await edit(id, { answer: "Con un termómetro." }));
  expect([await isFound("termómetro"), await isFound("agua fría")]).toEqual([true, false]);

  unwrap(await archiveFaqEntry(ctx(), { entryId: id }));
  await reindexKnowledge(ctx());
  expect([await isFound("ajolote"), await isSuggested(), (await asked()).join().includes("ajolote")]).toEqual([false, false, false]);
  expect(await recordOpenedResult(ctx(), { token: crypto.randomUUID(), opened: { kind: "faq", slug } })).toMatchObject({ code: "NOT_FOUND" });
  expect(await moveFaqEntry(ctx(), { entryId: id, to: 0 })).toMatchObject({ code: "FAQ_ENTRY_GONE" });
  // Edited while it is away, it stays away.
  unwrap(await edit(id, { answer: "Con paciencia." }));
  expect(await isFound("ajolote")).toBe(false);

  unwrap(await unarchiveFaqEntry(ctx(), { entryId: id }));
  expect([await isFound("paciencia"), (await asked()).join().includes("ajolote")]).toEqual([true, true]);
});

it("a group goes only when it is empty, archived questions included", async () => {
  const id = await group("Por irse");
  const entry = await ask(id, "¿Me voy?");
  unwrap(await archiveFaqEntry(ctx(), { entryId: entry }));
  expect(await deleteFaqGroup(ctx(), { groupId: id })).toMatchObject({ code: "FAQ_GROUP_HAS_QUESTIONS", details: { count: 1 } });
  unwrap(await edit(entry, { groupId: await group("Refugio") }));
  unwrap(await deleteFaqGroup(ctx(), { groupId: id }));
  unwrap(await deleteFaqGroup(ctx(), { groupId: id }));
  expect(await eventsOf(id)).toEqual(["faq-group.created", "faq-group.deleted"]);
});

it("leads to an article by its title or address, and the page names it only while everybody may read it", async () => {
  const category = await testDb().kbCategory.create({ data: { slug: "tema", name: "Tema", description: "", position: 1 } });
  const article = (slug: string, title: string, audience: "public" | "customers" = "public") =>
    testDb().article.create({ data: { slug, title, audience, summary: "", body: "", tags: [], categoryId: category.id, status: "published", publishedAt: toDate(NOON), updatedAt: toDate(NOON) } });
  await article("panel", "El panel 100% suyo");
  await article("panel-clientes", "Sólo clientes", "customers");
  await article("doble-1", "Doble");
  await article("doble-2", "doble");
  const id = await ask(await group("Enlaces"), "¿Dónde?");
  const linked = async () => (await listFaq(ctx())).flatMap((each) => each.questions).find(({ question }) => question === "¿Dónde?")?.article?.slug ?? null;
  unwrap(await edit(id, { article: "el panel 100% SUYO" }));
  expect(await linked()).toBe("panel");
  unwrap(await edit(id, { article: "https://mesa.example/kb/articles/panel-clientes?x=1" }));
  expect([(await read(id)).articleId === null, await linked()]).toEqual([false, null]);
  expect(await edit(id, { article: "doble" })).toMatchObject({ code: "FAQ_ARTICLE_TWICE" });
  expect(await edit(id, { article: "el panel %" })).toMatchObject({ code: "FAQ_ARTICLE_UNKNOWN" });
  unwrap(await edit(id, { article: "" }));
  expect((await read(id)).articleId).toBeNull();
});

describe("what is typed", () => {
  const form = (changes: Record<string, unknown>) => addFaqEntrySchema.safeParse({ groupId: crypto.randomUUID(), question: "¿Y?", answer: "Así.", ...changes });

  it("is kept as it is, or refused by name", async () => {
    const id = await group("Raros");
    for (const text of [...AWKWARD_STRINGS, ...PAYLOADS]) {
      const parsed = form({ groupId: id, question: text.slice(0, 300), answer: text });
      if (!parsed.success) continue;
      const { entryId } = unwrap(await addFaqEntry(ctx(), parsed.data));
      expect(await read(entryId)).toMatchObject({ question: parsed.data.question, answer: parsed.data.answer });
    }
    expect(await testDb().faqEntry.count({ where: { groupId: id } })).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ["question", "", "field.missing"],
    ["question", "a".repeat(301), "field.tooLong:300"],
    ["answer", "a".repeat(2_000_000), "field.tooLong:10000"],
    ["answer", "uno\n\n![x](https://ajena.example/x.png)", "field.noPictures:3"],
    ["groupId", "x", "field.unknownChoice"],
    ["authorId", "x", "Unrecognized key: \"authorId\""],
  ])("%s is refused with a word: %#", (name, value, message) => {
    expect(form({ [name]: value }).error?.issues.map((issue) => issue.message)).toContain(message);
  });

  it("says which version was seen", () => expect(editFaqEntrySchema.safeParse({ entryId: crypto.randomUUID(), groupId: crypto.randomUUID(), question: "¿Y?", answer: "A", version: "0" }).success).toBe(false));
});
