import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { addQuestion } from "@/lib/questions/commands/add-question";
import { deleteQuestion } from "@/lib/questions/commands/delete-question";
import { editQuestion } from "@/lib/questions/commands/edit-question";
import { moveQuestion } from "@/lib/questions/commands/move-question";
import { restoreQuestion, retireQuestion } from "@/lib/questions/commands/retire-question";
import { findQuestion, listAskedQuestions, listDepartmentQuestions } from "@/lib/questions/queries";
import { addInput, forgetQuestions } from "@/tests/integration/questions/support/questions";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

type Outcome = "gate" | "none" | "sees" | "FORBIDDEN" | "ok";
type Row = { expected: Record<ActorName, Outcome>; run: (ctx: Context<StaffActor>, questionId: string) => Promise<string> };

/** In the order of ACTORS. Whoever is no administrator changes none, should a type ever be cast away. */
const READS = row("gate", "none", "none", "none", "gate", "none", "sees");
const WRITES = row("gate", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "gate", "FORBIDDEN", "ok");
/** What is asked now, customers are asked. */
const ASKED = row("gate", "sees", "sees", "sees", "gate", "none", "sees");

const OPERATIONS: Record<string, Row> = {
  listAskedQuestions: {
    expected: ASKED,
    run: async (ctx, questionId) => sees(Object.values(await listAskedQuestions(ctx as unknown as Context<CustomerActor>, { products: [] })).flat().some(({ id }) => id === questionId)),
  },
  listDepartmentQuestions: { expected: READS, run: async (ctx, questionId) => sees((await listDepartmentQuestions(ctx)).some(({ questions }) => questions.some(({ id }) => id === questionId))) },
  findQuestion: { expected: READS, run: async (ctx, questionId) => sees((await findQuestion(ctx, questionId)) !== null) },
  addQuestion: { expected: WRITES, run: async (ctx) => code(await addQuestion(ctx, await addInput({ label: "¿Otra?" }))) },
  editQuestion: { expected: WRITES, run: async (ctx, questionId) => code(await editQuestion(ctx, { ...(await addInput({ label: "¿Ésta?" })), questionId, version: 1 })) },
  moveQuestion: { expected: WRITES, run: async (ctx, questionId) => code(await moveQuestion(ctx, { questionId, direction: "down" })) },
  retireQuestion: { expected: WRITES, run: async (ctx, questionId) => code(await retireQuestion(ctx, { questionId })) },
  restoreQuestion: {
    expected: WRITES,
    async run(ctx, questionId) {
      await testDb().departmentQuestion.update({ where: { id: questionId }, data: { retiredAt: new Date("2026-11-01T00:00:00Z") } });
      return code(await restoreQuestion(ctx, { questionId }));
    },
  },
  deleteQuestion: { expected: WRITES, run: async (ctx, questionId) => code(await deleteQuestion(ctx, { questionId })) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see and change the questions", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ operation, actor, outcome, run }) => {
    const before = await worldWithTwo();
    expect(await outcomeOf(actor, (ctx) => run(ctx, before.id))).toBe(outcome);
    if (operation === "restoreQuestion") return; // its world is made by the row
    // Who was refused changed nothing.
    expect((await stateNow()) !== before.state).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 9 for 7 actors make 63 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("questions").sort());
    expect(exportedJobs("questions")).toEqual([]);
    expect(CELLS).toHaveLength(63);
  });
});

async function worldWithTwo(): Promise<{ id: string; state: string }> {
  await forgetQuestions();
  const ctx = { db: testDb(), actor: diego, now: NOON };
  const { questionId } = unwrap(await addQuestion(ctx, await addInput({ label: "¿Una?" })));
  unwrap(await addQuestion(ctx, await addInput({ label: "¿Dos?" })));
  return { id: questionId, state: await stateNow() };
}

async function stateNow(): Promise<string> {
  return JSON.stringify(await testDb().departmentQuestion.findMany({ select: { id: true, version: true, position: true, retiredAt: true }, orderBy: { id: "asc" } }));
}

function sees(isThere: boolean): string {
  return isThere ? "sees" : "none";
}
