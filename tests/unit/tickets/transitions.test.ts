import { canMove, isLive, moveTicket, turnOf, type TicketMove } from "@/lib/tickets/transitions";
import { STATUS_MOVES } from "@/lib/tickets/schema";
import { TICKET_STATUSES, type TicketStatus } from "@/lib/tickets/types";

const MOVES = ["reply", "customer_reply", "await_requester", "put_on_hold", "take_up", "solve", "reopen", "close", "merge"] as const satisfies readonly TicketMove[];

/** Where each move leads; "-" is refused. */
const TABLE = `
          reply customer_reply await_requester put_on_hold take_up solve  reopen close  merge
new       open  new            pending         on_hold     open    solved -      closed closed
open      open  open           pending         on_hold     -       solved -      closed closed
pending   open  open           pending         on_hold     open    solved -      closed closed
on_hold   open  open           pending         on_hold     open    solved -      closed closed
solved    open  open           -               -           -       -      open   closed closed
closed    -     -              -               -           -       -      -      -      -
`;

const rows = TABLE.trim().split("\n").map((line) => line.trim().split(/\s+/));
const header = rows[0]!;
const cells = rows.slice(1).flatMap(([status, ...outcomes]) => outcomes.map((outcome, index) => ({ status: status as TicketStatus, move: header[index] as TicketMove, outcome })));

describe("every status and every move", () => {
  it.each(cells)("$status, $move: $outcome", ({ status, move, outcome }) => {
    expect(moveTicket(status, move)).toEqual(outcome === "-" ? { ok: false, code: "MOVE_NOT_ALLOWED" } : { ok: true, data: outcome });
    expect(canMove(status, move)).toBe(outcome !== "-");
  });

  it("are in the table: 6 by 9 make 54", () => {
    expect(cells).toHaveLength(54);
    expect(header).toEqual(MOVES);
    expect(rows.slice(1).map((row) => row[0])).toEqual(TICKET_STATUSES);
  });

  it("what the desk may choose is a move", () => {
    expect(STATUS_MOVES.filter((move) => !MOVES.includes(move))).toEqual([]);
  });
});

it("whose turn it is follows from the status", () => {
  expect(Object.fromEntries(TICKET_STATUSES.map((status) => [status, turnOf(status)]))).toEqual({
    new: "desk",
    open: "desk",
    pending: "requester",
    on_hold: "third_party",
    solved: "nobody",
    closed: "nobody",
  });
});

it("lives until it is solved", () => {
  expect(TICKET_STATUSES.filter(isLive)).toEqual(["new", "open", "pending", "on_hold"]);
});
