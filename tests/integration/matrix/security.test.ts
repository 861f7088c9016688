import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { endOtherSessions, endOwnSession } from "@/lib/security/commands/end-sessions";
import { editSecuritySettings } from "@/lib/security/commands/edit-settings";
import { handOverTickets } from "@/lib/security/commands/hand-over-tickets";
import { resetFactor } from "@/lib/security/commands/reset-factor";
import { beginFactor, proveFactor } from "@/lib/security/commands/set-up-factor";
import { giveCode, givePassword, removeFactor, renewCodes } from "@/lib/security/commands/use-factor";
import { activateStaff, deactivateStaff } from "@/lib/security/commands/staff-access";
import { findCustomerAccess, mayHelpCustomers, searchCustomerAccess } from "@/lib/security/customer-queries";
import { findFactorSetUp, getFactor, listOwnSessions } from "@/lib/security/queries";
import { findSecuritySettings } from "@/lib/security/settings";
import { findStaffMember, listStaff } from "@/lib/security/staff-queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { withFactor } from "@/tests/integration/security/support/authenticator";
import { andres, elena } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { signedIn } from "@/tests/support/sessions";

useDatabase();

const NOW = Temporal.Now.instant();
type World = { codes: string[]; sessionId: string };
type Row = { expected: string; run: (ctx: Context<never>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const staff = (run: (ctx: Context<StaffActor>, world: World) => Promise<string>) => run as Row["run"];
/** Where agents help customers, too. */
const trusting = (run: (ctx: Context<StaffActor>) => Promise<string>) =>
  staff(async (ctx) => {
    await testDb().securitySettings.update({ where: { id: 1 }, data: { canAgentsResetFactors: true } });
    return run(ctx);
  });

/** About the second factor and the session of Andrés, each made anew for a cell: what is one's own alone does not take another's name. In the order of ACTORS. */
const OPERATIONS: Record<string, Row> = {
  getFactor: { expected: "gate none sees none gate none none", run: async (ctx) => sees((await getFactor(ctx)).state === "active") },
  findFactorSetUp: { expected: "gate none none none gate none none", run: async (ctx) => sees(await findFactorSetUp(ctx, { issuer: "Mesa" })) },
  listOwnSessions: { expected: "gate none sees none gate none none", run: async (ctx, { sessionId }) => sees((await listOwnSessions(ctx, { currentId: null })).some(({ id }) => id === sessionId)) },
  beginFactor: { expected: "gate ok FACTOR_EXISTS ok gate ok ok", run: async (ctx) => code(await beginFactor(ctx)) },
  proveFactor: { expected: "gate NO_FACTOR FACTOR_EXISTS NO_FACTOR gate NO_FACTOR NO_FACTOR", run: async (ctx, { sessionId }) => code(await proveFactor(ctx, { code: "123456", sessionId })) },
  giveCode: { expected: "gate NO_FACTOR ok NO_FACTOR gate NO_FACTOR NO_FACTOR", run: async (ctx, { codes, sessionId }) => code(await giveCode(ctx, { code: codes[0]!, sessionId })) },
  givePassword: { expected: "gate WRONG_PASSWORD CODE_NEEDED WRONG_PASSWORD gate WRONG_PASSWORD WRONG_PASSWORD", run: async (ctx, { sessionId }) => code(await givePassword(ctx, { password: "x", sessionId, address: randomUUID() })) },
  renewCodes: { expected: "gate NO_FACTOR ok NO_FACTOR gate NO_FACTOR NO_FACTOR", run: async (ctx, { codes }) => code(await renewCodes(ctx, { code: codes[0]! })) },
  removeFactor: { expected: "gate NO_FACTOR ok NO_FACTOR gate NO_FACTOR NO_FACTOR", run: async (ctx, { codes }) => code(await removeFactor(ctx, { code: codes[0]! })) },
  endOwnSession: { expected: "gate SESSION_GONE ok SESSION_GONE gate SESSION_GONE SESSION_GONE", run: async (ctx, { sessionId }) => code(await endOwnSession(ctx, { sessionId })) },
  endOtherSessions: { expected: "gate kept ended kept gate kept kept", run: async (ctx, { sessionId }) => ended(sessionId, () => endOtherSessions(ctx, { currentId: randomUUID() })) },
  resetFactor: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await resetFactor(ctx, { userId: andres.userId, reason: "Llamó" }))) },
  "resetFactor (agents may)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: trusting(async (ctx) => code(await resetFactor(ctx, { userId: andres.userId, reason: "Llamó" }))) },
  "resetFactor (of a colleague, agents may)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: trusting(async (ctx) => code(await resetFactor(ctx, { userId: elena.userId, reason: "Llamó" }))) },
  "resetFactor (one's own, agents may)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN FORBIDDEN", run: trusting(async (ctx) => code(await resetFactor(ctx, { userId: ctx.actor.userId, reason: "Yo" }))) },
  mayHelpCustomers: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees(await mayHelpCustomers(ctx))) },
  "mayHelpCustomers (agents may)": { expected: "gate none none none gate sees sees", run: trusting(async (ctx) => sees(await mayHelpCustomers(ctx))) },
  searchCustomerAccess: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees((await searchCustomerAccess(ctx, { search: andres.email }))?.length)) },
  "searchCustomerAccess (agents may)": { expected: "gate none none none gate sees sees", run: trusting(async (ctx) => sees((await searchCustomerAccess(ctx, { search: andres.email }))?.length)) },
  findCustomerAccess: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees(await findCustomerAccess(ctx, { userId: andres.userId }))) },
  "findCustomerAccess (agents may)": { expected: "gate none none none gate sees sees", run: trusting(async (ctx) => sees(await findCustomerAccess(ctx, { userId: andres.userId }))) },
  findSecuritySettings: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees(await findSecuritySettings(ctx))) },
  editSecuritySettings: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await editSecuritySettings(ctx, { version: 0, isStaffFactorRequired: false, isProviderFactorEnough: false, canAgentsResetFactors: false }))) },
  listStaff: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees((await listStaff(ctx)).length)) },
  findStaffMember: { expected: "gate none none none gate none sees", run: staff(async (ctx) => sees(await findStaffMember(ctx, { userId: elena.userId }))) },
  deactivateStaff: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await deactivateStaff(ctx, { userId: elena.userId }))) },
  activateStaff: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ACTIVE_ALREADY", run: staff(async (ctx) => code(await activateStaff(ctx, { userId: elena.userId }))) },
  handOverTickets: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx) => code(await handOverTickets(ctx, { userId: elena.userId, to: undefined }))) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, at) => ({ operation, actor, outcome: expected.split(" ")[at]!, run })));

describe("who may do what about ways in", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await freshWorld();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: NOW } as unknown as Context<never>, world) : "gate").toBe(outcome);
  });

  it("is asked of every query, command and job there is: 28 for 7 actors make 196 cells", () => {
    expect([...new Set(Object.keys(OPERATIONS).map((name) => name.replace(/ \(.*/, "")))].sort()).toEqual(exportedOperations("security").sort());
    expect(exportedJobs("security")).toEqual(["rotateFactorsJob"]);
    expect(CELLS).toHaveLength(196);
  });
});

async function freshWorld(): Promise<World> {
  const db = testDb();
  await db.rateLimit.deleteMany();
  await db.secondFactor.deleteMany();
  await db.userSession.deleteMany();
  await db.user.update({ where: { id: elena.userId }, data: { suspendedAt: null } });
  await db.securitySettings.update({ where: { id: 1 }, data: { version: 0, canAgentsResetFactors: false } });
  await withFactor(elena, NOW);
  const { codes } = await withFactor(andres, NOW);
  const sessionId = await signedIn(andres, { hasProviderFactor: true });
  return { codes, sessionId };
}

async function ended(sessionId: string, run: () => Promise<unknown>): Promise<string> {
  await run();
  return (await testDb().userSession.findUniqueOrThrow({ where: { id: sessionId } })).endedAt ? "ended" : "kept";
}
