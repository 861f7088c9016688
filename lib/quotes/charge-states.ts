import type { ChargeState } from "@/lib/db/generated/enums";
import { ok, refuse, type Result } from "@/lib/result";

export const CHARGE_STATES = ["to_invoice", "invoiced", "paid", "cancelled"] as const satisfies readonly ChargeState[];

export type ChargeMove = "invoice" | "pay" | "cancel";

const MOVES: Record<ChargeState, Partial<Record<ChargeMove, ChargeState>>> = {
  to_invoice: { invoice: "invoiced", cancel: "cancelled" },
  // Its invoice is cancelled at the SAT by whoever stamped it; the charge follows.
  invoiced: { pay: "paid", cancel: "cancelled" },
  paid: {}, // what was paid is history: what is given back is a credit note of the accounting system
  cancelled: {},
};

export function moveCharge(state: ChargeState, move: ChargeMove): Result<ChargeState, "CHARGE_MOVE_NOT_ALLOWED"> {
  const next = MOVES[state][move];
  return next ? ok(next) : refuse("CHARGE_MOVE_NOT_ALLOWED");
}

export function canMoveCharge(state: ChargeState, move: ChargeMove): boolean {
  return MOVES[state][move] !== undefined;
}
