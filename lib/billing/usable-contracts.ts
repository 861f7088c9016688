import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { fromDay, toDay } from "@/lib/time/days";

/** A póliza in force, with what may still be spent of it. */
export type UsableContract = { id: string; reference: string; name: string; endsOn: Temporal.PlainDate; balanceMinutes: number; overageLimitMinutes: number };

/**
 * The contracts of an organization that are in force on a day, the one that ends first before the others: the order in which they are used.
 * @param on the day in the desk's zone
 */
export async function listUsableContracts(db: Db | Tx, organizationId: string | null, on: Temporal.PlainDate): Promise<UsableContract[]> {
  if (organizationId === null) return [];
  const day = fromDay(on);
  const contracts = await db.contract.findMany({
    where: { organizationId, startsOn: { lte: day }, endsOn: { gte: day }, settledAt: null },
    orderBy: [{ endsOn: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, reference: true, name: true, endsOn: true, overageLimitMinutes: true },
  });
  const sums = await db.ledgerEntry.groupBy({ by: ["contractId"], where: { contractId: { in: contracts.map(({ id }) => id) } }, _sum: { minutes: true } });
  const balances = new Map(sums.map(({ contractId, _sum }) => [contractId, _sum.minutes ?? 0]));
  return contracts.map(({ endsOn, ...contract }) => ({ ...contract, endsOn: toDay(endsOn), balanceMinutes: balances.get(contract.id) ?? 0 }));
}
