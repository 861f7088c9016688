import "server-only";
import { balanceOf, NOTHING, type Balance } from "@/lib/billing/balance";
import type { DayChange } from "@/lib/billing/burn-down";
import type { DayUse } from "@/lib/billing/forecast";
import type { Db } from "@/lib/db/client";
import type { LedgerEntryKind } from "@/lib/db/generated/enums";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";

type SumRow = { contractId: string; kind: LedgerEntryKind; of: LedgerEntryKind | null; minutes: number };

/** The balances of contracts, in one question however many they are. */
export async function readBalances(db: Db, contractIds: readonly string[]): Promise<Map<string, Balance>> {
  if (contractIds.length === 0) return new Map();
  const rows = await db.$queryRaw<SumRow[]>`
    SELECT e.contract_id AS "contractId", e.kind, o.kind AS of, sum(e.minutes)::int AS minutes
    FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id = e.reverses_id
    WHERE e.contract_id = ANY (${contractIds}::uuid[])
    GROUP BY e.contract_id, e.kind, o.kind`;
  const byContract = Map.groupBy(rows, ({ contractId }) => contractId);
  return new Map(contractIds.map((id) => [id, byContract.has(id) ? balanceOf(byContract.get(id)!) : NOTHING]));
}

/** How a contract's balance changed day by day in the desk's zone, and what was consumed. Reversed work counts on the day on which it was reversed. */
export async function readUseOverTime(db: Db, contractId: string): Promise<{ changes: DayChange[]; uses: DayUse[] }> {
  const rows = await db.$queryRaw<{ day: string; minutes: number; used: number }[]>`
    SELECT (e.at AT TIME ZONE ${DESK_TIME_ZONE})::date::text AS day, sum(e.minutes)::int AS minutes,
      coalesce(-sum(e.minutes) FILTER (WHERE e.kind = 'consume' OR o.kind = 'consume'), 0)::int AS used
    FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id = e.reverses_id
    WHERE e.contract_id = ${contractId}::uuid
    GROUP BY 1 ORDER BY 1`;
  return { changes: rows.map(({ day, minutes }) => ({ day, minutes })), uses: rows.filter(({ used }) => used !== 0).map(({ day, used }) => ({ day, minutes: used })) };
}
