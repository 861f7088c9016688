import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { openInbound } from "@/lib/inbound/commands/open-inbound";
import { findDoors } from "@/lib/inbound/doors";
import { countInbound, findInbound, findOwnInbound, listInbound } from "@/lib/inbound/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { outcomeOf, row } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { DESK_ADDRESS, forgetLetters, keep, letter, tokenOfAnswer } from "@/tests/integration/inbound/support/letters";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

beforeAll(() => {
  process.env.MAIL_FROM = DESK_ADDRESS;
});

type World = { inboundId: string; token: string };
type Row = { expected: Record<ActorName, string>; run: (ctx: Context<PersonActor>, world: World) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");
const DESK = row("gate", "none", "none", "none", "gate", "none", "sees");

/** Of a letter that Andrés wrote. */
const OPERATIONS: Record<string, Row> = {
  findOwnInbound: { expected: row("gate", "none", "sees", "none", "gate", "none", "none"), run: async (ctx, { token }) => sees(await findOwnInbound(ctx, { token })) },
  openInbound: { expected: row("gate", "nothing", "form", "nothing", "gate", "nothing", "nothing"), run: async (ctx, { token }) => (await openInbound(ctx, { token })).kind },
  listInbound: { expected: DESK, run: async (ctx) => sees((await listInbound(ctx)).items.length) },
  countInbound: { expected: DESK, run: async (ctx) => sees((await countInbound(ctx)).answered) },
  findDoors: { expected: DESK, run: async (ctx) => sees(await findDoors(ctx)) },
  findInbound: { expected: DESK, run: async (ctx, { inboundId }) => sees(await findInbound(ctx, { inboundId })) },
};

/** Of doors that have proofs of their own (tests/integration/inbound), and of the system. */
const OTHERS = ["keepMessage", "mayHandIn", "countHookTry", "forgetInbound", "pollInbox"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may read what came in by mail", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    await forgetLetters();
    await testDb().ticketDraft.deleteMany();
    const { inboundId } = await keep(letter({ from: "andres@acme.example" }));
    const token = await tokenOfAnswer(inboundId);
    expect(await outcomeOf(actor, (ctx) => run(ctx, { inboundId, token }))).toBe(outcome);
  });

  it("is asked of every query, command and job there is: 6 for 7 actors make 42 cells", () => {
    expect([...Object.keys(OPERATIONS), ...OTHERS].sort()).toEqual(exportedOperations("inbound").sort());
    expect(exportedJobs("inbound")).toEqual(["forgetInboundJob", "pollInboxJob", "readMailboxJob"]);
    expect(CELLS).toHaveLength(42);
  });
});
