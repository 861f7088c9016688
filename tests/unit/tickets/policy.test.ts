import { canClose, canReopen, canReply, canWorkOn, prioritiesFor } from "@/lib/tickets/policy";
import { TICKET_STATUSES } from "@/lib/tickets/types";
import { mintSystem } from "@/lib/auth/mint";
import { ana, carla, diego } from "@/tests/support/cast";

const among = (may: (ticket: { status: (typeof TICKET_STATUSES)[number]; mergedIntoId: null }) => boolean) => TICKET_STATUSES.filter((status) => may({ status, mergedIntoId: null }));

describe("on a ticket that one sees", () => {
  it("both sides may write until it is closed", () => {
    for (const actor of [ana, carla]) expect(among((ticket) => canReply(actor, ticket))).toEqual(["new", "open", "pending", "on_hold", "solved"]);
  });

  it("both sides may close it until it is closed, and reopen it while it is solved", () => {
    for (const actor of [ana, carla]) {
      expect(among((ticket) => canClose(actor, ticket))).toEqual(["new", "open", "pending", "on_hold", "solved"]);
      expect(among((ticket) => canReopen(actor, ticket))).toEqual(["solved"]);
    }
  });

  it("the desk works, its jobs included, and the customer does not", () => {
    expect([ana, carla, diego, mintSystem()].map(canWorkOn)).toEqual([false, true, true, true]);
  });
});

it("alta is the desk's to give", () => {
  expect(prioritiesFor(ana)).toEqual(["low", "medium"]);
  expect(prioritiesFor(carla)).toEqual(["low", "medium", "high"]);
});
