import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { countWaitingSignUps, listDecidedSignUps, listWaitingSignUps } from "@/lib/accounts/queries";
import { findAccountSettings, saveAccountSettings } from "@/lib/accounts/settings";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { toDate } from "@/lib/time/instants";

useDatabase();

type World = { signUpId: string };
/** Who acts, by whatever type: a cast must not open a door. */
type Row = { expected: string; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const STAFF_SEE = "gate none none none gate sees sees";
const STAFF_DO = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok";
const ADMINS_DO = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok";

/** About somebody who waits and somebody who was refused. In the order of ACTORS. */
const OPERATIONS: Record<string, Row> = {
  listWaitingSignUps: { expected: STAFF_SEE, run: async (ctx) => sees((await listWaitingSignUps(ctx)).length) },
  countWaitingSignUps: { expected: STAFF_SEE, run: async (ctx) => sees(await countWaitingSignUps(ctx)) },
  listDecidedSignUps: { expected: STAFF_SEE, run: async (ctx) => sees((await listDecidedSignUps(ctx)).length) },
  approveSignUp: { expected: STAFF_DO, run: async (ctx, { signUpId }) => code(await approveSignUp(ctx, { signUpId, organization: "acme" })) },
  refuseSignUp: { expected: STAFF_DO, run: async (ctx, { signUpId }) => code(await refuseSignUp(ctx, { signUpId, reason: "No" })) },
  findAccountSettings: { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findAccountSettings(ctx)) },
  saveAccountSettings: { expected: ADMINS_DO, run: async (ctx) => code(await saveAccountSettings(ctx, { version: 0, signUpMode: "closed" })) },
};

/** Take no actor: the link of a mail is its own proof, or anybody may ask (tests/integration/accounts). The last two are the system's. */
const OTHERS = ["askPasswordLink", "renewLink", "createPasswordLink", "findPasswordLink", "setPasswordWithLink", "signUp", "findSignUpLink", "confirmSignUp", "findSignUpMode", "sendLink", "forgetOldAccounts"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, index) => ({ operation, actor, outcome: expected.split(" ")[index]!, run })));

describe("who may see and decide accounts", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const world = await freshWorld();
    const before = await stateNow();
    expect(await outcomeOf(actor, (ctx) => run(ctx, world))).toBe(outcome);
    // Who was refused changed nothing.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query, command and job there is: 7 for 7 actors make 49 cells", () => {
    const named = new Set([...Object.keys(OPERATIONS).map((name) => name.replace(/\(.*/, "")), ...OTHERS]);
    expect([...named].sort()).toEqual(exportedOperations("accounts").sort());
    expect(exportedJobs("accounts").sort()).toEqual(["forgetAccountsJob", "sendLinkJob"]);
    expect(CELLS).toHaveLength(49);
  });
});

async function freshWorld(): Promise<World> {
  const db = testDb();
  await db.accountSettings.deleteMany();
  await db.signUp.deleteMany();
  const at = toDate(NOON);
  const base = { name: "Nora Nueva", createdAt: at, confirmedAt: at };
  await db.signUp.create({ data: { ...base, email: "otra@suelto.example", state: "refused", decidedAt: at, decidedById: diego.userId, reason: "No" } });
  const email = `nueva-${crypto.randomUUID()}@suelto.example`;
  const { id } = await db.signUp.create({ data: { ...base, email, state: "waiting", passwordHash: "h" } });
  return { signUpId: id };
}

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.signUp.findMany({ orderBy: { id: "asc" } }), await db.accountSettings.findMany(), await db.user.count()]);
}
