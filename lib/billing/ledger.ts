import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { spendable, type Balance } from "@/lib/billing/balance";
import { recordUse } from "@/lib/billing/contract-notices";
import { durationText } from "@/lib/billing/duration-text";
import { appendEntry, findEntry, isInForce, lockContract, readBalance, readQuoteBalance, type LedgerEntryRecord, type LockedContract } from "@/lib/billing/ledger-record";
import { minutesSchema, usedMinutesSchema } from "@/lib/billing/minutes";
import { settleContract } from "@/lib/billing/settlement";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Refusal, type Result } from "@/lib/result";

/**
 * The ledger of a contract's minutes, inside the caller's transaction. Each function locks the contract first and decides before it writes;
 * the same key again answers with the entry that was written, and writes nothing. Minutes are whole and given without a sign.
 */
type Write = { contractId: string; ticketId: string | null; quoteId: string | null; reason: string; actor: Actor; at: Temporal.Instant; key: string };

export type Held = { entry: LedgerEntryRecord; isNew: boolean; availableMinutes: number };

/** Takes minutes out of what may be spent, for an authorisation: up to the balance and the overage that the contract allows. */
export async function holdMinutes(tx: Tx, input: Write & { minutes: number }): Promise<Result<Held, "MINUTES_INVALID" | "CONTRACT_NOT_FOUND" | "CONTRACT_NOT_IN_FORCE" | "BALANCE_TOO_LOW">> {
  const { minutes, ...write } = input;
  if (!minutesSchema.safeParse(minutes).success) return refuse("MINUTES_INVALID");
  const contract = await lockContract(tx, write.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const written = await findEntry(tx, write.key, { contractId: contract.id, kind: "hold" });
  if (written) return ok({ entry: written, isNew: false, availableMinutes: written.balanceAfter });
  if (!isInForce(contract, write.at)) return refuse("CONTRACT_NOT_IN_FORCE");
  const balance = await readBalance(tx, contract.id);
  const low = tooLow(contract, balance, minutes);
  if (low) return low;
  const entry = await appendEntry(tx, { ...write, kind: "hold", minutes: -minutes });
  await recordUse(tx, { contractId: contract.id, balance: await readBalance(tx, contract.id), at: write.at });
  return ok({ entry, isNew: true, availableMinutes: entry.balanceAfter });
}

export type Released = { releasedMinutes: number };

/** Gives back all that a quote holds: it was not done after all. */
export async function releaseHold(tx: Tx, write: Write & { quoteId: string }): Promise<Result<Released, "CONTRACT_NOT_FOUND" | "NOTHING_HELD">> {
  const contract = await lockContract(tx, write.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const written = await findEntry(tx, write.key, { contractId: contract.id, kind: "release" });
  if (written) return ok({ releasedMinutes: written.minutes });
  const { held } = await readQuoteBalance(tx, { contractId: contract.id, quoteId: write.quoteId });
  if (held <= 0) return refuse("NOTHING_HELD");
  const entry = await appendEntry(tx, { ...write, kind: "release", minutes: held });
  await settleAgain(tx, contract, write);
  return ok({ releasedMinutes: entry.minutes });
}

export type Consumed = { releasedMinutes: number; consumedMinutes: number; availableMinutes: number };

/**
 * Settles a quote in one go: releases all that it holds and consumes what was used, once and never again. Zero minutes only release.
 * A contract that has ended since is settled by it: the work was authorised while it was in force.
 */
export async function consumeMinutes(
  tx: Tx,
  input: Write & { quoteId: string; minutes: number },
): Promise<Result<Consumed, "MINUTES_INVALID" | "CONTRACT_NOT_FOUND" | "QUOTE_SETTLED_ALREADY" | "NOTHING_HELD" | "BALANCE_TOO_LOW">> {
  const { minutes, ...write } = input;
  if (!usedMinutesSchema.safeParse(minutes).success) return refuse("MINUTES_INVALID");
  const contract = await lockContract(tx, write.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const releaseKey = `${write.key}:release`;
  const [consumed, released] = [await findEntry(tx, write.key, { contractId: contract.id, kind: "consume" }), await findEntry(tx, releaseKey, { contractId: contract.id, kind: "release" })];
  const last = consumed ?? released;
  if (last) return ok({ releasedMinutes: released?.minutes ?? 0, consumedMinutes: consumed ? -consumed.minutes : 0, availableMinutes: last.balanceAfter });
  if (await isSettled(tx, contract.id, write.quoteId)) return refuse("QUOTE_SETTLED_ALREADY");

  const { held } = await readQuoteBalance(tx, { contractId: contract.id, quoteId: write.quoteId });
  const balance = await readBalance(tx, contract.id);
  if (held === 0 && minutes === 0) return refuse("NOTHING_HELD");
  const low = tooLow(contract, { ...balance, available: balance.available + held }, minutes);
  if (low) return low;
  const release = held > 0 ? await appendEntry(tx, { ...write, kind: "release", minutes: held, key: releaseKey }) : null;
  const consume = minutes > 0 ? await appendEntry(tx, { ...write, kind: "consume", minutes: -minutes }) : null;
  await recordUse(tx, { contractId: contract.id, balance: await readBalance(tx, contract.id), at: write.at });
  await settleAgain(tx, contract, write);
  return ok({ releasedMinutes: held, consumedMinutes: minutes, availableMinutes: (consume ?? release)!.balanceAfter });
}

/** Hours bought, in force or for later. */
export async function writePurchase(tx: Tx, input: Write & { minutes: number; priceCents: number }): Promise<Result<Held, "MINUTES_INVALID" | "CONTRACT_NOT_FOUND">> {
  if (!minutesSchema.safeParse(input.minutes).success) return refuse("MINUTES_INVALID");
  const contract = await lockContract(tx, input.contractId);
  if (!contract) return refuse("CONTRACT_NOT_FOUND");
  const written = await findEntry(tx, input.key, { contractId: contract.id, kind: "purchase" });
  if (written) return ok({ entry: written, isNew: false, availableMinutes: written.balanceAfter });
  const entry = await appendEntry(tx, { ...input, kind: "purchase" });
  await recordUse(tx, { contractId: contract.id, balance: await readBalance(tx, contract.id), at: input.at, isMore: true });
  return ok({ entry, isNew: true, availableMinutes: entry.balanceAfter });
}

/** What may be refused with: how much there is, in words and minutes. */
export function tooLow({ overageLimitMinutes }: Pick<LockedContract, "overageLimitMinutes">, { available }: Pick<Balance, "available">, minutes: number): Refusal<"BALANCE_TOO_LOW"> | null {
  const room = spendable({ available, overageLimitMinutes });
  if (minutes <= room) return null;
  return refuse("BALANCE_TOO_LOW", { left: durationText(room), availableMinutes: room, asked: durationText(minutes) }) as Refusal<"BALANCE_TOO_LOW">;
}

async function isSettled(tx: Tx, contractId: string, quoteId: string): Promise<boolean> {
  return (await tx.ledgerEntry.findFirst({ where: { contractId, quoteId, kind: "consume", reversedBy: null }, select: { id: true } })) !== null;
}

/** What comes back to a contract after its end meets its end. */
async function settleAgain(tx: Tx, contract: LockedContract, { actor, at }: Pick<Write, "actor" | "at">): Promise<void> {
  if (contract.settledAt !== null) await settleContract(tx, contract, { actor, at });
}
