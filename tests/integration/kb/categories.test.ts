import { addCategory } from "@/lib/kb/categories/commands/add-category";
import { deleteCategory } from "@/lib/kb/categories/commands/delete-category";
import { editCategory } from "@/lib/kb/categories/commands/edit-category";
import { moveCategory } from "@/lib/kb/categories/commands/move-category";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { addCategorySchema, type AddCategoryInput } from "@/lib/kb/categories/schema";
import type { Audience } from "@/lib/kb/audience";
import { toDate } from "@/lib/time/instants";
import { AWKWARD_STRINGS } from "@/tests/support/awkward-strings";
import { carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const ctx = () => ({ db: testDb(), actor: carla, now: NOON });

async function add(name: string, { below, audience = "public" }: { below?: string; audience?: Audience } = {}): Promise<string> {
  return unwrap(await addCategory(ctx(), { name, description: "", audience, parentId: below })).categoryId;
}

const read = (id: string) => testDb().kbCategory.findUniqueOrThrow({ where: { id } });
const shape = async () => (await listCategoryTree(ctx())).map((node) => [...node.path, node.name].join(" › "));

async function edit(id: string, changes: { name?: string; audience?: Audience; parentId?: string | undefined; version?: number }) {
  const { name, description, audience, parentId, version } = await read(id);
  return editCategory(ctx(), { categoryId: id, name, description, audience, parentId: parentId ?? undefined, version, ...changes });
}

beforeEach(async () => {
  await testDb().article.deleteMany();
  await testDb().$executeRaw`UPDATE kb_category SET parent_id = NULL`;
  await testDb().kbCategory.deleteMany();
});

it("stands last on its level, with an address made of its name that no other has", async () => {
  const mail = await add("Correo electrónico");
  await add("Correo electrónico", { below: mail });
  await add("Articles");
  expect(await shape()).toEqual(["Correo electrónico", "Correo electrónico › Correo electrónico", "Articles"]);
  const slugs = (await testDb().kbCategory.findMany({ orderBy: { slug: "asc" }, select: { slug: true } })).map(({ slug }) => slug);
  expect(slugs).toEqual(["articles-2", "correo-electronico", "correo-electronico-2"]);
});

it("has a name of its own among its neighbours, accents apart", async () => {
  await add("Facturación");
  expect(await addCategory(ctx(), { name: "facturacion", description: "", audience: "public", parentId: undefined })).toMatchObject({ code: "CATEGORY_NAME_TAKEN" });
});

it("moves up and down on its level, and stays at an end", async () => {
  const [one, , three] = [await add("Uno"), await add("Dos"), await add("Tres")];
  await moveCategory(ctx(), { categoryId: three, direction: "up" });
  expect(await shape()).toEqual(["Uno", "Tres", "Dos"]);
  await moveCategory(ctx(), { categoryId: one, direction: "up" });
  expect(await shape()).toEqual(["Uno", "Tres", "Dos"]);
  await moveCategory(ctx(), { categoryId: one, direction: "down" });
  expect(await shape()).toEqual(["Tres", "Uno", "Dos"]);
});

it("stands at most six deep, also with what it takes along", async () => {
  let last: string | undefined;
  for (const name of ["1", "2", "3", "4", "5", "6"]) last = await add(name, last ? { below: last } : {});
  expect(await addCategory(ctx(), { name: "7", description: "", audience: "public", parentId: last })).toMatchObject({ code: "CATEGORY_TOO_DEEP" });
  const pair = await add("Par");
  await add("Dentro", { below: pair });
  const fifth = await testDb().kbCategory.findFirstOrThrow({ where: { name: "5" } });
  expect(await edit(pair, { parentId: fifth.id })).toMatchObject({ code: "CATEGORY_TOO_DEEP" });
  const fourth = await testDb().kbCategory.findFirstOrThrow({ where: { name: "4" } });
  expect((await edit(pair, { parentId: fourth.id })).ok).toBe(true);
});

it("does not stand below itself, not even when two are moved below each other at once", async () => {
  const [one, two] = [await add("Uno"), await add("Dos")];
  const inner = await add("Dentro", { below: one });
  expect(await edit(one, { parentId: inner })).toMatchObject({ code: "CATEGORY_BELOW_ITSELF" });
  const answers = await Promise.all([edit(one, { parentId: two }), edit(two, { parentId: one })]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["CATEGORY_BELOW_ITSELF", "ok"]);
});

it("is not written over by somebody who read an older version, and shows both what the other one wrote", async () => {
  const id = await add("Correo");
  expect((await edit(id, { name: "Correo y buzones" })).ok).toBe(true);
  expect(await edit(id, { name: "Mi nombre", version: 1 })).toEqual({
    ok: false,
    code: "CATEGORY_CHANGED",
    details: { version: 2, theirs: { name: "Correo y buzones", description: "", audience: "public", parentId: null } },
  });
  expect((await edit(id, { name: "Mi nombre", version: 2 })).ok).toBe(true);
  expect((await read(id)).name).toBe("Mi nombre");
});

it("lets one of two who save at once win", async () => {
  const id = await add("Correo");
  const save = (actor: typeof carla, name: string) => editCategory({ db: testDb(), actor, now: NOON }, { categoryId: id, name, description: "", audience: "public", parentId: undefined, version: 1 });
  const answers = await Promise.all([save(carla, "De Carla"), save(diego, "De Diego")]);
  expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["CATEGORY_CHANGED", "ok"]);
});

it("hands down for whom it is, and takes it back", async () => {
  const top = await add("Arriba");
  const middle = await add("En medio", { below: top });
  const inner = await add("Dentro", { below: middle, audience: "customers" });
  const effective = async () => Promise.all([top, middle, inner].map(async (id) => (await read(id)).effectiveAudience));
  expect(await effective()).toEqual(["public", "public", "customers"]);
  await edit(top, { audience: "staff" });
  expect(await effective()).toEqual(["staff", "staff", "staff"]);
  await edit(top, { audience: "public" });
  expect(await effective()).toEqual(["public", "public", "customers"]);
  const desk = await add("De la mesa", { audience: "staff" });
  await edit(middle, { parentId: desk });
  expect(await effective()).toEqual(["public", "staff", "staff"]);
});

it("is deleted only when nothing stands in it, and says what does", async () => {
  const top = await add("Arriba");
  const inner = await add("Dentro", { below: top });
  expect(await deleteCategory(ctx(), { categoryId: top })).toMatchObject({ code: "CATEGORY_HAS_CHILDREN", details: { count: 1 } });
  await testDb().article.create({ data: { slug: "a", categoryId: inner, status: "archived", title: "A", summary: "", body: "", tags: [], updatedAt: toDate(NOON) } });
  expect(await deleteCategory(ctx(), { categoryId: inner })).toMatchObject({ code: "CATEGORY_HAS_ARTICLES", details: { count: 1 } });
  await testDb().article.deleteMany();
  expect((await deleteCategory(ctx(), { categoryId: inner })).ok).toBe(true);
  // A second press finds it as it was wanted.
  expect((await deleteCategory(ctx(), { categoryId: inner })).ok).toBe(true);
  expect(await shape()).toEqual(["Arriba"]);
});

it("leaves what was done, by whom, in an append-only trail", async () => {
  const id = await add("Correo");
  await edit(id, { audience: "staff" });
  unwrap(await deleteCategory(ctx(), { categoryId: id }));
  const events = await testDb().kbEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
  expect(events.map(({ type, actorId }) => [type, actorId])).toEqual(["created", "changed", "deleted"].map((verb) => [`category.${verb}`, carla.userId]));
  expect(events[1]!.data).toMatchObject({ before: { audience: "public" }, after: { audience: "staff" } });
  await expect(testDb().kbEvent.deleteMany()).rejects.toThrow(/kb_event|Foreign key/i);
});

it.each([...PAYLOADS.map((text) => [text, text] as const), ...AWKWARD_STRINGS])("keeps any name as it was typed, or refuses it with words: %s", async (_, text) => {
  const parsed = addCategorySchema.safeParse({ name: text, description: text, audience: "public", parentId: "" });
  const outcome = parsed.success ? await keptAs(parsed.data) : parsed.error.issues[0]!.message;
  expect(outcome).toMatch(/^(?:field\.\w+(?::\d+)?|kept at [a-z0-9]+(?:-[a-z0-9]+)*)$/);
});

async function keptAs(input: AddCategoryInput): Promise<string> {
  const { categoryId, slug } = unwrap(await addCategory(ctx(), input));
  const { name, description } = await read(categoryId);
  return name === input.name && description === input.description ? `kept at ${slug}` : `changed into ${name}`;
}
