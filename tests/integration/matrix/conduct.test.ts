import { randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { findCase, listOpenAppeals, listOpenCases } from "@/lib/conduct/case-queries";
import { decideAppeal } from "@/lib/conduct/commands/decide-appeal";
import { dismissCase } from "@/lib/conduct/commands/dismiss-case";
import { editConductSettings } from "@/lib/conduct/commands/edit-settings";
import { liftSuspension } from "@/lib/conduct/commands/lift-suspension";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { findOwnSuspension, findPersonConduct, findRunningSuspension, listMarkedTexts, listOwnReports, listOwnWarnings } from "@/lib/conduct/person-queries";
import { findConductSettings } from "@/lib/conduct/settings";
import type { Result } from "@/lib/result";
import { markMessage, reportMessage } from "@/lib/tickets/commands/mark-message";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { conductWorld, DAY, type ConductWorld } from "@/tests/integration/tickets/support/conduct-world";
import { ana, bruno, carla, diego, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type Row = { expected: string; run: (ctx: Context<never>, world: ConductWorld) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const staff = (run: (ctx: Context<StaffActor>, world: ConductWorld) => Promise<string>) => run as Row["run"];
const customer = (run: (ctx: Context<CustomerActor>, world: ConductWorld) => Promise<string>) => run as Row["run"];
const days = { from: DAY, until: DAY.add({ days: 3 }) };

/**
 * About what "andres", a new member of Acme in each cell, wrote rudely; suspended and with an appeal by another administrator. In the
 * order of ACTORS; "-": of the other side, which has no such page. A customer's actor is refused at run time too.
 */
const OPERATIONS: Record<string, Row> = {
  listOpenCases: { expected: "gate none none none gate sees sees", run: staff(async (ctx, { caseId }) => sees(await inPages(ctx, caseId))) },
  findCase: { expected: "gate none none none gate sees sees", run: staff(async (ctx, { caseId }) => sees(await findCase(ctx, caseId))) },
  listOpenAppeals: { expected: "gate none none none gate none sees", run: staff(async (ctx, { suspendedCaseId }) => sees((await listOpenAppeals(ctx)).some(({ caseId }) => caseId === suspendedCaseId))) },
  findPersonConduct: { expected: "gate - - - gate sees sees", run: staff(async (ctx, { author }) => sees((await findPersonConduct(ctx, author.userId))?.cases.length)) },
  listMarkedTexts: { expected: "gate none none none gate sees sees", run: staff(async (ctx, { ticketId }) => sees((await listMarkedTexts(ctx, ticketId)).size)) },
  listOwnReports: { expected: "gate none sees none gate - -", run: customer(async (ctx, { ticketId }) => sees((await listOwnReports(ctx, ticketId)).size)) },
  listOwnWarnings: { expected: "gate - - - gate none none", run: staff(async (ctx) => sees((await listOwnWarnings(ctx)).length)) },
  findOwnSuspension: { expected: "gate none sees none gate - -", run: customer(async (ctx) => sees(await findOwnSuspension(ctx))) },
  findRunningSuspension: { expected: "gate none sees none gate none none", run: async (ctx) => sees(await findRunningSuspension(ctx, (ctx as unknown as Context<PersonActor>).actor.userId)) },
  findConductSettings: { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findConductSettings(ctx)) },
  markMessage: { expected: "gate - - - gate ok ok", run: staff(async (ctx, { ticketId }) => code(await markMessage(ctx, { ticketId, messageId: undefined, comment: "Ofende" }))) },
  reportMessage: { expected: "gate NOT_FOUND ok ok gate - -", run: customer(async (ctx, { ticketId, deskMessageId }) => code(await reportMessage(ctx, { ticketId, messageId: deskMessageId, comment: "Fue grosero" }))) },
  dismissCase: { expected: "gate CASE_GONE CASE_GONE CASE_GONE gate ok ok", run: staff(async (ctx, { caseId }) => code(await dismissCase(ctx, { caseId, note: "No es grosero" }))) },
  warnAuthor: { expected: "gate CASE_GONE CASE_GONE CASE_GONE gate ok ok", run: staff(async (ctx, { caseId }) => code(await warnAuthor(ctx, { caseId, body: "Le pedimos cortesía", number: 1, note: "" }))) },
  suspendPerson: { expected: "gate CASE_GONE CASE_GONE CASE_GONE gate FORBIDDEN SUSPENDED_ALREADY", run: staff(async (ctx, { caseId }) => code(await suspendPerson(ctx, { caseId, reason: "Amenaza", ...days, scope: "all", isThreat: true, justification: "Amenazó" }))) },
  liftSuspension: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx, { suspensionId }) => code(await liftSuspension(ctx, { suspensionId, note: "Se aclaró" }))) },
  sendAppeal: { expected: "gate SUSPENSION_GONE APPEAL_SENT SUSPENSION_GONE gate - -", run: customer(async (ctx, { suspensionId }) => code(await sendAppeal(ctx, { suspensionId, body: "Otra" }))) },
  decideAppeal: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: staff(async (ctx, { suspensionId }) => code(await decideAppeal(ctx, { suspensionId, outcome: "upheld", until: undefined, answer: "Se mantiene" }))) },
  editConductSettings: {
    expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok",
    run: staff(async (ctx) => code(await editConductSettings(ctx, { version: 0, firstWarning: "Una", secondWarning: "Dos", periodDays: 90 }))),
  },
};

const OF_TICKETS = ["markMessage", "reportMessage", "warnAuthor"];
const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, at) => ({ operation, actor, outcome: outcomes[at]!, run }));
});

describe("who may mark, judge, suspend and appeal", () => {
  it.each(CELLS.filter(({ outcome }) => outcome !== "-"))("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await conductWorld(randomUUID());
    const people: Record<ActorName, PersonActor | null> = { nobody: null, bruno, andres: world.author, ana, sergio, carla, diego };
    const claimed = people[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: NOON } as unknown as Context<never>, world) : "gate").toBe(outcome);
  });

  it("is asked of every query and command there is: 19 for 7 actors make 133 cells, 17 of which have no page", () => {
    expect(Object.keys(OPERATIONS).filter((name) => !OF_TICKETS.includes(name)).sort()).toEqual(exportedOperations("conduct").sort());
    expect(exportedJobs("conduct")).toEqual([]);
    expect(CELLS).toHaveLength(133);
    expect(CELLS.filter(({ outcome }) => outcome === "-")).toHaveLength(17);
  });
});

/** Looks through the whole list, page by page. */
async function inPages(ctx: Context<StaffActor>, caseId: string): Promise<boolean> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOpenCases>> = await listOpenCases(ctx, after ? { after } : {});
    if (page.items.some(({ id }) => id === caseId)) return true;
    after = page.next;
  } while (after);
  return false;
}
