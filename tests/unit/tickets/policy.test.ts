import { canClose, canReopen, canReply, canBeHigh, canWorkOn, prioritiesFor } from "@/lib/tickets/policy";
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

it("a free service is baja or media, a case with póliza alta, a service per event media", () => {
  expect((["free", "contract", "event"] as const).map(prioritiesFor)).toEqual([["low", "medium"], ["high"], ["medium"]]);
});

it("alta needs a póliza or an authorised quote, whoever gives it", () => {
  expect([canBeHigh({ contractId: null, isAuthorised: false }), canBeHigh({ contractId: "c", isAuthorised: false }), canBeHigh({ contractId: null, isAuthorised: true })]).toEqual([false, true, true]);
});
