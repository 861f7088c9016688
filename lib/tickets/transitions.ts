import { ok, refuse, type Result } from "@/lib/result";
import { TICKET_STATUSES, type TicketStatus, type Turn } from "@/lib/tickets/types";

export type TicketMove =
  | "reply" // the desk answers and stays on it
  | "customer_reply"
  | "await_requester"
  | "put_on_hold"
  | "take_up"
  | "solve"
  | "reopen"
  | "close"
  | "merge";

const MOVES: Record<TicketStatus, Partial<Record<TicketMove, TicketStatus>>> = {
  new: { reply: "open", customer_reply: "new", await_requester: "pending", put_on_hold: "on_hold", take_up: "open", solve: "solved", close: "closed", merge: "closed" },
  open: { reply: "open", customer_reply: "open", await_requester: "pending", put_on_hold: "on_hold", solve: "solved", close: "closed", merge: "closed" },
  pending: { reply: "open", customer_reply: "open", await_requester: "pending", put_on_hold: "on_hold", take_up: "open", solve: "solved", close: "closed", merge: "closed" },
  on_hold: { reply: "open", customer_reply: "open", await_requester: "pending", put_on_hold: "on_hold", take_up: "open", solve: "solved", close: "closed", merge: "closed" },
  // To write on a solved ticket is to say that it is not solved.
  solved: { reply: "open", customer_reply: "open", reopen: "open", close: "closed", merge: "closed" },
  closed: {}, // a closed ticket is history: the requester opens a new one instead
};

export function moveTicket(status: TicketStatus, move: TicketMove): Result<TicketStatus, "MOVE_NOT_ALLOWED"> {
  const next = MOVES[status][move];
  return next ? ok(next) : refuse("MOVE_NOT_ALLOWED");
}

export function canMove(status: TicketStatus, move: TicketMove): boolean {
  return MOVES[status][move] !== undefined;
}

/** Whose turn it is to act. */
export function turnOf(status: TicketStatus): Turn {
  switch (status) {
    case "new":
    case "open":
      return "desk";
    case "pending":
      return "requester";
    case "on_hold":
      return "third_party";
    case "solved":
    case "closed":
      return "nobody";
    default:
      return status satisfies never;
  }
}

export function isLive(status: TicketStatus): boolean {
  return status !== "solved" && status !== "closed";
}

/** Of tickets that somebody still has to see to. */
export const LIVE_STATUSES = TICKET_STATUSES.filter(isLive);
