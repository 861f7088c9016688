import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ENDS_SOON_DAYS } from "@/lib/billing/contract-end";
import { recordNotices } from "@/lib/billing/contract-notices";
import { expireBalance } from "@/lib/billing/ledger-corrections";
import { listToSettle } from "@/lib/billing/settlement";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { ok, refuse, type Result } from "@/lib/result";
import { dayAt, fromDay } from "@/lib/time/days";

/**
 * What the night does: settles the contracts whose last day is over, each in a transaction of its own, and records those that end soon.
 * Again, it finds nothing to do.
 */
export async function settleContracts({ db, actor, now }: Context<SystemActor>): Promise<Result<{ settled: number; told: number }, "FORBIDDEN">> {
  if (actor.kind !== "system") return refuse("FORBIDDEN");
  let settled = 0;
  for (const contractId of await listToSettle(db, { at: now })) {
    const done = await db.$transaction((tx) => expireBalance(tx, { contractId, actor, at: now }));
    if (done.ok && done.data.settlement === "settled") settled += 1;
  }
  const today = dayAt(now, DESK_TIME_ZONE);
  const ending = await db.contract.findMany({
    where: { settledAt: null, endsOn: { gte: fromDay(today), lte: fromDay(today.add({ days: ENDS_SOON_DAYS })) }, notices: { none: { kind: "ends_soon" } } },
    select: { id: true },
  });
  let told = 0;
  for (const { id } of ending) told += await db.$transaction((tx) => recordNotices(tx, { contractId: id, kinds: ["ends_soon"], at: now }));
  return ok({ settled, told });
}
