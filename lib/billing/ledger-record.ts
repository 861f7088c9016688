import "server-only";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { balanceOf, byQuote, type Balance, type BalanceEntry } from "@/lib/billing/balance";
import type { Tx } from "@/lib/db/client";
import { isConstraintError } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import type { LedgerEntryKind } from "@/lib/db/generated/enums";
import { dayAt, toDay } from "@/lib/time/days";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { refuse, type Refusal } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const lockedColumns = {
  id: true,
  reference: true,
  organizationId: true,
  startsOn: true,
  endsOn: true,
  atEnd: true,
  overageLimitMinutes: true,
  settledAt: true,
  carriedIntoId: true,
} as const satisfies Prisma.ContractSelect;

export type LockedContract = Prisma.ContractGetPayload<{ select: typeof lockedColumns }>;

/** Locks the contract's row, whose minutes are about to be spent, for this transaction. */
export async function lockContract(tx: Tx, contractId: string): Promise<LockedContract | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM contract WHERE id = ${contractId}::uuid FOR NO KEY UPDATE`;
  return rows.length === 0 ? null : tx.contract.findUnique({ where: { id: contractId }, select: lockedColumns });
}

/** In force: within its days, in the desk's zone, and not settled. */
export function isInForce({ startsOn, endsOn, settledAt }: Pick<LockedContract, "startsOn" | "endsOn" | "settledAt">, at: Temporal.Instant): boolean {
  const day = dayAt(at, DESK_TIME_ZONE);
  return settledAt === null && Temporal.PlainDate.compare(toDay(startsOn), day) <= 0 && Temporal.PlainDate.compare(day, toDay(endsOn)) <= 0;
}

const entryColumns = { id: true, contractId: true, kind: true, minutes: true, balanceAfter: true, quoteId: true, at: true, idempotencyKey: true } as const satisfies Prisma.LedgerEntrySelect;
export type LedgerEntryRecord = Prisma.LedgerEntryGetPayload<{ select: typeof entryColumns }>;

export type NewEntry = {
  contractId: string;
  kind: LedgerEntryKind;
  minutes: number;
  reason: string;
  ticketId: string | null;
  quoteId: string | null;
  reversesId?: bigint;
  priceCents?: number;
  actor: Actor;
  at: Temporal.Instant;
  key: string;
};

export async function appendEntry(tx: Tx, { actor, at, key, ...entry }: NewEntry): Promise<LedgerEntryRecord> {
  // The database reckons the balance after it, and has the last word on whether it may stand.
  return tx.ledgerEntry.create({ data: { ...entry, balanceAfter: 0, actorId: actorUserId(actor), at: toDate(at), idempotencyKey: key }, select: entryColumns });
}

/** The entry that was written under a key. A key that says something else now is a mistake of the program. */
export async function findEntry(tx: Tx, key: string, { contractId, kind }: Pick<NewEntry, "contractId" | "kind">): Promise<LedgerEntryRecord | null> {
  const entry = await tx.ledgerEntry.findUnique({ where: { idempotencyKey: key }, select: entryColumns });
  if (entry && (entry.contractId !== contractId || entry.kind !== kind)) throw new Error(`The key ${key} of the ledger belongs to another entry.`);
  return entry;
}

/** The balance of a contract at this moment of the transaction. */
export async function readBalance(tx: Tx, contractId: string): Promise<Balance> {
  return balanceOf(await readSums(tx, { contractId }));
}

/** What one quote holds of a contract, and has consumed. */
export async function readQuoteBalance(tx: Tx, where: { contractId: string; quoteId: string }): Promise<Pick<Balance, "held" | "consumed">> {
  return byQuote(await readSums(tx, where)).get(where.quoteId) ?? { held: 0, consumed: 0 };
}

async function readSums(tx: Tx, where: { contractId: string; quoteId?: string }): Promise<BalanceEntry[]> {
  const rows = await tx.ledgerEntry.findMany({ where, select: { kind: true, minutes: true, quoteId: true, reverses: { select: { kind: true } } } });
  return rows.map(({ reverses, ...entry }) => ({ ...entry, of: reverses?.kind ?? null }));
}

export type LedgerFence = "BALANCE_TOO_LOW" | "ENTRY_WRITTEN_TWICE";

/**
 * The database's own refusals, which a writer that went around the locks meets, as refusals. For the caller whose transaction they ended:
 * null for any other error, which goes on.
 */
export function refusalOfLedger(error: unknown): Refusal<LedgerFence> | null {
  if (isConstraintError(error, "ledger_balance")) return refuse("BALANCE_TOO_LOW", { left: "0 min", availableMinutes: 0 });
  if (["ledger_entry_once", "idempotency_key"].some((name) => isConstraintError(error, name))) return refuse("ENTRY_WRITTEN_TWICE");
  return null;
}
