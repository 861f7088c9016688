import type { Context } from "@/lib/auth/context";
import type { StaffActor } from "@/lib/auth/actor";
import { editRoutines } from "@/lib/automation/commands/edit-routines";
import { moveRule, removeRule, switchRule } from "@/lib/automation/commands/govern-rule";
import { saveRule } from "@/lib/automation/commands/save-rule";
import { findRule, listRules, listRuns } from "@/lib/automation/queries";
import { saveRuleSchema } from "@/lib/automation/schema";
import { findRoutines } from "@/lib/automation/settings";
import { tryRule } from "@/lib/automation/try-rule";
import { createQueues } from "@/lib/jobs/worker";
import { retryJob } from "@/lib/jobs/commands/retry-job";
import { countJobs, listFailedJobs } from "@/lib/jobs/failed-jobs";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";

useDatabase();

type World = { ruleId: string; jobId: string };
type Row = { expected: string; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

const READ = "gate none none none gate none sees";
const WRITE = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok";
const sees = (found: unknown) => (found ? "sees" : "none");

/** About a rule that acted once, and a job that failed. In the order of ACTORS: all of it is the administrators'. */
const OPERATIONS: Record<string, Row> = {
  listRules: { expected: READ, run: async (ctx) => sees((await listRules(ctx)).length) },
  findRule: { expected: READ, run: async (ctx, { ruleId }) => sees(await findRule(ctx, ruleId)) },
  listRuns: { expected: READ, run: async (ctx, { ruleId }) => sees((await listRuns(ctx, ruleId)).length) },
  tryRule: { expected: READ, run: async (ctx, { ruleId }) => sees(await tryRule(ctx, ruleId)) },
  findRoutines: { expected: READ, run: async (ctx) => sees(await findRoutines(ctx)) },
  saveRule: { expected: WRITE, run: async (ctx) => code(await saveRule(ctx, saveRuleSchema.parse({ version: "0", name: "Otra", trigger: "opened", priority: "raise", maxPerHour: "10" }))) },
  switchRule: { expected: WRITE, run: async (ctx, { ruleId }) => code(await switchRule(ctx, { ruleId, version: 1, to: "on" })) },
  moveRule: { expected: WRITE, run: async (ctx, { ruleId }) => code(await moveRule(ctx, { ruleId, direction: "up" })) },
  removeRule: { expected: WRITE, run: async (ctx, { ruleId }) => code(await removeRule(ctx, { ruleId, version: 1 })) },
  editRoutines: { expected: WRITE, run: async (ctx) => code(await editRoutines(ctx, { version: 0, firstReminderDays: 1, secondReminderDays: 0, closeAfterDays: 7, asksSatisfaction: false })) },
  listFailedJobs: { expected: READ, run: async (ctx) => sees((await listFailedJobs(ctx)).length) },
  countJobs: { expected: READ, run: async (ctx) => sees((await countJobs(ctx)).failed) },
  retryJob: { expected: WRITE, run: async (ctx, { jobId }) => code(await retryJob(ctx, { jobId })) },
};

/** The system's: tests/integration/automation. */
const OTHERS = ["applyRule"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, index) => ({ operation, actor, outcome: expected.split(" ")[index]!, run })));

beforeAll(() => createQueues(testDatabaseUrl(), [{ name: "tests.broken" }]));

describe("who may say what the desk does by itself, and look behind the pages", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const world = await freshWorld();
    expect(await outcomeOf(actor, (ctx) => run(ctx, world))).toBe(outcome);
  });

  it("is asked of every query, command and job there is: 13 for 7 actors make 91 cells", () => {
    expect([...Object.keys(OPERATIONS), ...OTHERS].sort()).toEqual([...exportedOperations("automation"), ...exportedOperations("jobs")].sort());
    expect(exportedJobs("automation").sort()).toEqual(["closeSolvedJob", "remindCustomersJob", "runCountingRulesJob", "runRulesJob"]);
    expect(CELLS).toHaveLength(91);
  });
});

async function freshWorld(): Promise<World> {
  const db = testDb();
  await db.automationRun.deleteMany();
  await db.automationRule.deleteMany();
  await db.routineSettings.deleteMany();
  const now = new Date(NOON.epochMilliseconds);
  const conditions = { departmentIds: [], priorities: [], statuses: [], productKinds: [], organizationIds: [], contract: "any", words: [] };
  const rule = await db.automationRule.create({ data: { name: "Regla", position: 1, trigger: "opened", conditions, actions: [{ kind: "priority", to: "raise" }], maxPerHour: 10, createdAt: now, updatedAt: now, updatedById: diego.userId } });
  const ticket = await ticketRow();
  await db.automationRun.create({ data: { ruleId: rule.id, ruleVersion: 1, ticketId: ticket.id, cause: "event:1", chain: [rule.id], at: now } });
  const [job] = await db.$queryRaw<{ id: string }[]>`INSERT INTO pgboss.job (name, state, output, completed_on) VALUES ('tests.broken', 'failed', '{"message": "no"}', now()) RETURNING id`;
  return { ruleId: rule.id, jobId: job!.id };
}
