import { addQuestion } from "@/lib/questions/commands/add-question";
import { deleteQuestion } from "@/lib/questions/commands/delete-question";
import { editQuestion } from "@/lib/questions/commands/edit-question";
import { moveQuestion } from "@/lib/questions/commands/move-question";
import { restoreQuestion, retireQuestion } from "@/lib/questions/commands/retire-question";
import { findQuestion, listAskedQuestions, listDepartmentQuestions } from "@/lib/questions/queries";
import { QUESTIONS_MAX } from "@/lib/questions/types";
import { addInput, forgetQuestions, newQuestion } from "@/tests/integration/questions/support/questions";
import { ana, diego, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(forgetQuestions);

const ctx = (now = NOON) => ({ db: testDb(), actor: diego, now });
const labels = async (slug = "correo-electronico") => (await listDepartmentQuestions(ctx())).find(({ department }) => department.slug === slug)!.questions.map(({ label }) => label);
const edit = async (questionId: string, version: number, changes: Parameters<typeof addInput>[0] = {}) => {
  const { departmentId: _unused, ...input } = await addInput(changes);
  return editQuestion(ctx(at("2026-11-19T10:00")), { ...input, questionId, version });
};

describe("a new question", () => {
  it("is asked last, in its words, under a name of its own in addresses", async () => {
    await newQuestion({ label: "¿Qué error?" });
    const id = await newQuestion({ label: "¿Qué error?", hint: "Tal cual", kind: "long_text", isRequired: true });
    expect(await labels()).toEqual(["¿Qué error?", "¿Qué error?"]);
    expect((await findQuestion(ctx(), id))?.question).toMatchObject({ key: "que-error-2", hint: "Tal cual", kind: "long_text", isRequired: true, version: 1, answers: 0, isRetired: false, updatedByName: "Diego Mora" });
  });

  it("may hang on another of its department, and on none of another department", async () => {
    const other = await newQuestion({ label: "¿Qué pasa?", kind: "choice", choices: ["Sí", "No"] });
    const id = await newQuestion({ shownWhenId: other, shownWhenValues: [`${other}|Sí`, `${other}|Quizá`, "foreign|No"] });
    expect((await findQuestion(ctx(), id))?.question.shownWhen).toEqual({ questionId: other, values: ["Sí"] });
    expect(await addQuestion(ctx(), await addInput({ department: "softlik", shownWhenId: other }))).toMatchObject({ code: "CONDITION_GONE" });
  });

  it("is one too many after twenty, also for two who add the last at once", async () => {
    for (let count = 1; count < QUESTIONS_MAX; count += 1) await newQuestion({ label: `¿Número ${count}?` });
    const both = await Promise.all([addQuestion(ctx(), await addInput()), addQuestion(ctx(), await addInput())]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["TOO_MANY_QUESTIONS", "ok"]);
    expect(await labels()).toHaveLength(QUESTIONS_MAX);
  });
});

describe("editing", () => {
  it("makes a version, and none when nothing changed", async () => {
    const id = await newQuestion();
    unwrap(await edit(id, 1, { label: "¿Cuál es la dirección?" }));
    unwrap(await edit(id, 1, { label: "¿Cuál es la dirección?" }));
    expect((await findQuestion(ctx(), id))?.question).toMatchObject({ label: "¿Cuál es la dirección?", version: 2, key: "con-que-direccion" });
    expect(await testDb().questionVersion.count({ where: { questionId: id } })).toBe(2);
  });

  it("is refused over a version that one did not see", async () => {
    const id = await newQuestion();
    unwrap(await edit(id, 1, { label: "¿Suya?" }));
    expect(await edit(id, 1, { label: "¿Mía?" })).toEqual({ ok: false, code: "QUESTION_CHANGED", details: { theirs: "¿Suya?", version: 2 } });
    expect((await edit(id, 2, { label: "¿Mía?" })).ok).toBe(true);
  });

  it("closes no ring, not even by two who edit at once", async () => {
    const one = await newQuestion({ label: "Uno" });
    const two = await newQuestion({ label: "Dos" });
    const both = await Promise.all([edit(one, 1, { label: "Uno", shownWhenId: two }), edit(two, 1, { label: "Dos", shownWhenId: one })]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["CONDITION_IN_RING", "ok"]);
  });

  it("does not take away the choice that another question waits for", async () => {
    const other = await newQuestion({ label: "¿Qué pasa?", kind: "choice", choices: ["Sí", "No"] });
    await newQuestion({ label: "¿Y entonces?", shownWhenId: other, shownWhenValues: [`${other}|Sí`] });
    expect(await edit(other, 1, { label: "¿Qué pasa?", kind: "choice", choices: ["Claro", "No"] })).toEqual({ ok: false, code: "CHOICE_IN_USE", details: { choice: "Sí", other: "¿Y entonces?" } });
    expect(await edit(other, 1, { label: "¿Qué pasa?" })).toMatchObject({ code: "CHOICE_IN_USE" });
  });
});

describe("the order", () => {
  it("is changed a place at a time, and stays at its ends", async () => {
    const [one, , three] = [await newQuestion({ label: "1" }), await newQuestion({ label: "2" }), await newQuestion({ label: "3" })];
    unwrap(await moveQuestion(ctx(), { questionId: three, direction: "up" }));
    expect(await labels()).toEqual(["1", "3", "2"]);
    unwrap(await moveQuestion(ctx(), { questionId: one, direction: "up" }));
    expect(await labels()).toEqual(["1", "3", "2"]);
    unwrap(await moveQuestion(ctx(), { questionId: one, direction: "down" }));
    expect(await labels()).toEqual(["3", "1", "2"]);
  });
});

describe("a question that is not wanted any more", () => {
  it("is retired and asked again, and keeps its answers", async () => {
    const id = await newQuestion();
    await newTicket({ departmentId: await departmentId("correo-electronico"), answers: { [id]: "ana@acme.example" } });
    unwrap(await retireQuestion(ctx(), { questionId: id }));
    expect(Object.values(await listAskedQuestions({ ...ctx(), actor: ana }, { products: [] })).flat()).toEqual([]);
    expect((await findQuestion(ctx(), id))?.question).toMatchObject({ isRetired: true, answers: 1 });
    unwrap(await restoreQuestion(ctx(), { questionId: id }));
    expect(await labels()).toEqual(["¿Con qué dirección?"]);
  });

  it("is deleted only while nobody answered it", async () => {
    const [asked, unasked] = [await newQuestion({ label: "1" }), await newQuestion({ label: "2" })];
    await newTicket({ departmentId: await departmentId("correo-electronico"), answers: { [asked]: "x" } });
    expect(await deleteQuestion(ctx(), { questionId: asked })).toEqual({ ok: false, code: "QUESTION_ANSWERED" });
    unwrap(await deleteQuestion(ctx(), { questionId: unasked }));
    expect(await deleteQuestion(ctx(), { questionId: unasked })).toEqual({ ok: true, data: { departmentSlug: null } });
    expect(await labels()).toEqual(["1"]);
  });

  it("is neither while another hangs on it", async () => {
    const other = await newQuestion({ label: "1" });
    await newQuestion({ label: "2", shownWhenId: other });
    const refusal = { ok: false, code: "QUESTION_IN_USE", details: { other: "2" } };
    expect(await retireQuestion(ctx(), { questionId: other })).toEqual(refusal);
    expect(await deleteQuestion(ctx(), { questionId: other })).toEqual(refusal);
  });
});

it("whoever has no product is not asked for one", async () => {
  const id = await newQuestion({ kind: "product" });
  const asked = async (products: { id: string; name: string }[]) => Object.values(await listAskedQuestions({ ...ctx(), actor: ana }, { products })).flat().map((each) => each.id);
  expect(await asked([])).toEqual([]);
  expect(await asked([PRODUCTS.acmeMail])).toEqual([id]);
});

it("a version that was asked is never changed", async () => {
  const id = await newQuestion();
  await expect(testDb().questionVersion.updateMany({ where: { questionId: id }, data: { label: "Otra" } })).rejects.toThrow("Foreign key constraint violated");
  expect((await findQuestion(ctx(), id))?.question.label).toBe("¿Con qué dirección?");
});
