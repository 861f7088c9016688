import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { rateTicket } from "@/lib/satisfaction/commands/rate-ticket";
import { findOwnRating, findRating, getSatisfaction } from "@/lib/satisfaction/queries";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { andres } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";

useDatabase();

type Row = { expected: string; run: (ctx: Context<never>, ticketId: string) => Promise<string> };

const sees = (found: unknown) => (found ? "sees" : "none");

/** About a solved and rated ticket of Andrés, whom Ana manages, in the order of ACTORS. "type": the actor's type keeps it from being asked. */
const OPERATIONS: Record<string, Row> = {
  findOwnRating: { expected: "gate none sees none gate type type", run: async (ctx, ticketId) => sees(await findOwnRating(ctx, ticketId)) },
  rateTicket: { expected: "gate NOT_FOUND ok NOT_RATEABLE gate type type", run: async (ctx: Context<CustomerActor>, ticketId) => code(await rateTicket(ctx, { ticketId, satisfaction: "fair", comment: "" })) },
  findRating: { expected: "gate type type type gate sees sees", run: async (ctx, ticketId) => sees(await findRating(ctx, ticketId)) },
  getSatisfaction: { expected: "gate type type type gate sees sees", run: async (ctx) => sees((await getSatisfaction(ctx)).latest.length) },
};

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, index) => ({ operation, actor, outcome: expected.split(" ")[index]!, run })));

describe("who may say and see how a ticket was attended", () => {
  it.each(CELLS.filter(({ outcome }) => outcome !== "type"))("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const at = new Date(NOON.epochMilliseconds);
    const { id } = await ticketRow({ requester: andres, status: "solved", solvedAt: at });
    await testDb().ticketRating.create({ data: { ticketId: id, userId: andres.userId, satisfaction: "good", ratedAt: at } });
    expect(await outcomeOf(actor, (ctx) => run(ctx as never, id))).toBe(outcome);
  });

  it("is asked of every query, command and job there is: 4 for 7 actors make 28 cells", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(exportedOperations("satisfaction").sort());
    expect(exportedJobs("satisfaction")).toEqual(["askSatisfactionJob"]);
    expect(CELLS).toHaveLength(28);
  });
});
