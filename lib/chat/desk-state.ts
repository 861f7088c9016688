import "server-only";
import type { DeskState } from "@/lib/chat/types";
import type { Db, Tx } from "@/lib/db/client";
import { openingStatusAt } from "@/lib/sla/opening";
import { getSlaInForce } from "@/lib/sla/queries";
import { toDate } from "@/lib/time/instants";

/** Whoever's browser has said nothing for as long is not there; pages of the desk say so twice a minute, those out of sight once. */
const PRESENT_MINUTES = 3;

/** Chat is given within the support hours, as long as somebody of the desk is there for it (policy, 3 and 4). */
export async function readDeskState(db: Db | Tx, now: Temporal.Instant): Promise<DeskState> {
  const { calendar } = await getSlaInForce({ db });
  const { isOpen, changesAt } = openingStatusAt(calendar, now);
  if (!isOpen) return { kind: "closed", opensAt: changesAt?.toString() ?? null };
  return (await readCapacity(db, now)) > 0 ? { kind: "open" } : { kind: "nobody" };
}

/** How many conversations those who are there take at once. */
export async function readCapacity(db: Db | Tx, now: Temporal.Instant): Promise<number> {
  const { _sum } = await db.chatAvailability.aggregate({ where: presentAgents(now), _sum: { mostAtOnce: true } });
  return _sum.mostAtOnce ?? 0;
}

export function presentAgents(now: Temporal.Instant) {
  return { isAvailable: true, seenAt: { gt: presentSince(now) }, user: { role: { not: "customer" }, suspendedAt: null } } as const;
}

export function presentSince(now: Temporal.Instant): Date {
  return toDate(now.subtract({ minutes: PRESENT_MINUTES }));
}
