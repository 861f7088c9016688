import "server-only";
import { usedPercent, type Balance } from "@/lib/billing/balance";
import { endsSoon } from "@/lib/billing/contract-end";
import type { Tx } from "@/lib/db/client";
import type { ContractNoticeKind } from "@/lib/db/generated/enums";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { enqueue } from "@/lib/jobs/enqueue";
import { dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

/** The job (lib/notifications) that tells those who may authorise. */
export const TELL_CONTRACT = "notifications.tell-contract";

const USED = [
  { kind: "used_80", percent: 80 },
  { kind: "used_100", percent: 100 },
] as const satisfies { kind: ContractNoticeKind; percent: number }[];

/**
 * Records what is to be told of a contract's use, once each, in the transaction that caused it. What more hours made untrue is
 * forgotten, so that it can be told again.
 */
export async function recordUse(tx: Tx, { contractId, balance, at, isMore = false }: { contractId: string; balance: Balance; at: Temporal.Instant; isMore?: boolean }): Promise<void> {
  const used = usedPercent(balance);
  const due = USED.filter(({ percent }) => used >= percent).map(({ kind }) => kind);
  if (due.length > 0) await recordNotices(tx, { contractId, kinds: due, at });
  if (isMore) await tx.contractNotice.deleteMany({ where: { contractId, kind: { in: USED.filter(({ percent }) => used < percent).map(({ kind }) => kind) } } });
}

/** @returns how many were not recorded before */
export async function recordNotices(tx: Tx, { contractId, kinds, at }: { contractId: string; kinds: readonly ContractNoticeKind[]; at: Temporal.Instant }): Promise<number> {
  const { count } = await tx.contractNotice.createMany({ data: kinds.map((kind) => ({ contractId, kind, at: toDate(at) })), skipDuplicates: true });
  if (count > 0) await enqueue(tx, TELL_CONTRACT, { contractId });
  return count;
}

/** Records that a contract ends soon; where its last day was moved away, it can be told again. */
export async function recordEndsSoon(tx: Tx, { contractId, endsOn, at }: { contractId: string; endsOn: Temporal.PlainDate; at: Temporal.Instant }): Promise<void> {
  if (endsSoon(endsOn, dayAt(at, DESK_TIME_ZONE))) await recordNotices(tx, { contractId, kinds: ["ends_soon"], at });
  else await tx.contractNotice.deleteMany({ where: { contractId, kind: "ends_soon" } });
}
