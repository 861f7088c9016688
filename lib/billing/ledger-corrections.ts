import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { recordUse } from "@/lib/billing/contract-notices";
import { tooLow, type Held } from "@/lib/billing/ledger";
import { appendEntry, findEntry, lockContract, readBalance } from "@/lib/billing/ledger-record";
import { signedMinutesSchema } from "@/lib/billing/minutes";
import { settleContract, type Settlement } from "@/lib/billing/settlement";
import type { Tx } from "@/lib/db/client";
import type { LedgerEntryKind } from "@/lib/db/generated/enums";
import { ok, refuse, type Result } from "@/lib/result";

export type Correction = Held & { reference: string };

type Write = { contractId: string; reason: string; actor: Actor; at: Temporal.Instant; key: string };

/** Minutes up or down by hand, with a reason. A contract whose end was settled is history. */
export async function adjustMinutes(tx: Tx, input: Write & { minutes: number }): Promise<Result<Correction, "MINUTES_INVALID" | "CONTRACT_NOT_FOUND" | "CONTRACT_SETTLED" | "BALANCE_TOO_LOW">> {
  if (!signedMinutesSchema.safeParse(input.minutes).success) return refuse("MINUTES_INVALID");
  const contract = await lockContract(tx, input.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const written = await findEntry(tx, input.key, { contractId: contract.id, kind: "adjust" });
  if (written) return ok({ reference: contract.reference, entry: written, isNew: false, availableMinutes: written.balanceAfter });
  if (contract.settledAt !== null) return refuse("CONTRACT_SETTLED");
  const low = input.minutes < 0 ? tooLow(contract, await readBalance(tx, contract.id), -input.minutes) : null;
  if (low) return low;
  const entry = await appendEntry(tx, { ...input, kind: "adjust", ticketId: null, quoteId: null });
  await recordUse(tx, { contractId: contract.id, balance: await readBalance(tx, contract.id), at: input.at, isMore: input.minutes > 0 });
  return ok({ reference: contract.reference, entry, isNew: true, availableMinutes: entry.balanceAfter });
}

/** Holds and releases go by pairs, ends by themselves, and a reversal is made good by writing the entry again. */
const REVERSIBLE: readonly LedgerEntryKind[] = ["purchase", "consume", "adjust"];

/** What was carried over is one movement in two contracts: half of it cannot be taken back. */
export function isReversible({ kind, idempotencyKey }: { kind: LedgerEntryKind; idempotencyKey: string }): boolean {
  return REVERSIBLE.includes(kind) && !idempotencyKey.startsWith("carry:");
}

/** Undoes an entry by one of the other sign, once. */
export async function reverseEntry(
  tx: Tx,
  input: Write & { entryId: bigint },
): Promise<Result<Correction, "CONTRACT_NOT_FOUND" | "ENTRY_NOT_FOUND" | "ENTRY_NOT_REVERSIBLE" | "ENTRY_REVERSED_ALREADY" | "CONTRACT_SETTLED" | "BALANCE_TOO_LOW">> {
  const { entryId, ...write } = input;
  const contract = await lockContract(tx, write.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const written = await findEntry(tx, write.key, { contractId: contract.id, kind: "reverse" });
  if (written) return ok({ reference: contract.reference, entry: written, isNew: false, availableMinutes: written.balanceAfter });
  const original = await tx.ledgerEntry.findUnique({
    where: { id: entryId, contractId: contract.id },
    select: { kind: true, minutes: true, idempotencyKey: true, ticketId: true, quoteId: true, reversedBy: { select: { id: true } } },
  });
  if (!original) return refuse("ENTRY_NOT_FOUND");
  if (!isReversible(original)) return refuse("ENTRY_NOT_REVERSIBLE");
  if (original.reversedBy) return refuse("ENTRY_REVERSED_ALREADY");
  if (contract.settledAt !== null) return refuse("CONTRACT_SETTLED");
  const low = original.minutes > 0 ? tooLow(contract, await readBalance(tx, contract.id), original.minutes) : null;
  if (low) return low;
  const { ticketId, quoteId } = original;
  const entry = await appendEntry(tx, { ...write, kind: "reverse", minutes: -original.minutes, ticketId, quoteId, reversesId: entryId });
  await recordUse(tx, { contractId: contract.id, balance: await readBalance(tx, contract.id), at: write.at, isMore: original.minutes < 0 });
  return ok({ reference: contract.reference, entry, isNew: true, availableMinutes: entry.balanceAfter });
}

/** Settles what is left of a contract that is over; see `settleContract`. */
export async function expireBalance(tx: Tx, { contractId, actor, at }: Pick<Write, "contractId" | "actor" | "at">): Promise<Result<{ reference: string; settlement: Settlement }, "CONTRACT_NOT_FOUND">> {
  const contract = await lockContract(tx, contractId);
  return contract ? ok({ reference: contract.reference, settlement: await settleContract(tx, contract, { actor, at }) }) : refuse("CONTRACT_NOT_FOUND");
}
