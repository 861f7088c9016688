import type { Product } from "@/lib/customers/types";

/** How a product stands on a day, by itself: whatever else its organization has. */
export type Standing =
  | { kind: "in_force"; until: Temporal.PlainDate | null }
  /** After its end, through the last day of grace. */
  | { kind: "grace"; endedOn: Temporal.PlainDate; until: Temporal.PlainDate }
  /** Ended, cancelled or not begun, and attended by a contract of its own. */
  | { kind: "special_contract"; until: Temporal.PlainDate | null }
  | { kind: "not_started"; startsOn: Temporal.PlainDate }
  | { kind: "suspended" }
  | { kind: "cancelled" }
  | { kind: "ended"; endedOn: Temporal.PlainDate };

export type GoodStanding = Extract<Standing, { kind: "in_force" | "grace" | "special_contract" }>;

/**
 * Policy, 2: a product whose life has ended, or that the customer has ended, has no support unless a special contract provides it.
 * The day on which it ends is its last one in force. A suspension is a sanction (policy, 9, or unpaid): no contract lifts it.
 */
export function standingOf(product: Product, today: Temporal.PlainDate): Standing {
  if (product.state === "suspended") return { kind: "suspended" };
  const special = specialContractOf(product, today);
  if (product.state === "cancelled") return special ?? { kind: "cancelled" };
  if (isBefore(today, product.startsOn)) return special ?? { kind: "not_started", startsOn: product.startsOn };
  const { endsOn } = product;
  if (endsOn === null || !isBefore(endsOn, today)) return { kind: "in_force", until: endsOn };
  const graceUntil = endsOn.add({ days: product.graceDays });
  if (!isBefore(graceUntil, today)) return special ?? { kind: "grace", endedOn: endsOn, until: graceUntil };
  return special ?? { kind: "ended", endedOn: endsOn };
}

export function isGood(standing: Standing): standing is GoodStanding {
  return standing.kind === "in_force" || standing.kind === "grace" || standing.kind === "special_contract";
}

function specialContractOf({ specialContract, specialContractEndsOn }: Product, today: Temporal.PlainDate): Extract<Standing, { kind: "special_contract" }> | null {
  if (specialContract === null) return null;
  return specialContractEndsOn !== null && isBefore(specialContractEndsOn, today) ? null : { kind: "special_contract", until: specialContractEndsOn };
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
