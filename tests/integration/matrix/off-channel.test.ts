import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { confirmNoted } from "@/lib/off-channel/commands/confirm-noted";
import { discardNoted } from "@/lib/off-channel/commands/discard-noted";
import { noteOffChannel } from "@/lib/off-channel/commands/note-off-channel";
import { findNoted, findNoteTarget, listNoted, listNotedForCustomer, searchCustomers } from "@/lib/off-channel/queries";
import type { Result } from "@/lib/result";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { andres, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { openInput, unwrap } from "@/tests/support/factories";

useDatabase();

type World = { notedId: string; form: Awaited<ReturnType<typeof openInput>> };
type Row = { expected: string; run: (ctx: Context<never>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const staff = (run: (ctx: Context<StaffActor>, world: World) => Promise<string>) => run as Row["run"];
const customer = (run: (ctx: Context<CustomerActor>, world: World) => Promise<string>) => run as Row["run"];

/** Noted by carla for andrés. In the order of ACTORS; "-": of the other side, which has no such page. */
const OPERATIONS: Record<string, Row> = {
  noteOffChannel: { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: staff(async (ctx, { form: { subject, body, departmentId } }) => code(await noteOffChannel(ctx, { customerId: andres.userId, channel: "sms", departmentId, productId: undefined, subject, body, submissionKey: randomUUID() }))) },
  listNoted: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees((await listNoted(ctx, {})).items.length)) },
  searchCustomers: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees((await searchCustomers(ctx, { text: "luna" })).length)) },
  findNoteTarget: { expected: "gate none none none gate sees sees", run: staff(async (ctx) => sees(await findNoteTarget(ctx, andres.userId))) },
  findNoted: { expected: "gate none sees none gate sees sees", run: async (ctx, { notedId }) => sees(await findNoted(ctx, notedId)) },
  listNotedForCustomer: { expected: "gate none sees none gate - -", run: customer(async (ctx) => sees((await listNotedForCustomer(ctx)).length)) },
  confirmNoted: { expected: "gate NOTED_GONE ok NOTED_GONE gate - -", run: customer(async (ctx, { notedId, form }) => code(await confirmNoted(ctx, { ...form, notedId }))) },
  discardNoted: { expected: "gate NOTED_GONE ok NOTED_GONE gate ok ok", run: async (ctx, { notedId }) => code(await discardNoted(ctx, { notedId })) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, at) => ({ operation, actor, outcome: outcomes[at]!, run }));
});

describe("who may note, see, confirm and discard what was said elsewhere", () => {
  it.each(CELLS.filter(({ outcome }) => outcome !== "-"))("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    await testDb().offChannelNote.deleteMany();
    const form = await openInput();
    const { notedId } = unwrap(await noteOffChannel({ db: testDb(), actor: carla, now: NOON }, { customerId: andres.userId, channel: "phone", departmentId: form.departmentId, productId: undefined, subject: form.subject, body: form.body, submissionKey: randomUUID() }));
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor, now: NOON } as unknown as Context<never>, { notedId, form }) : "gate").toBe(outcome);
  });

  it("is asked of every query and command there is: 8 for 7 actors make 56 cells, 4 of which have no page", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("off-channel").sort());
    expect(exportedJobs("off-channel")).toEqual(["forgetNotedJob"]);
    expect(CELLS).toHaveLength(56);
    expect(CELLS.filter(({ outcome }) => outcome === "-")).toHaveLength(4);
  });
});
