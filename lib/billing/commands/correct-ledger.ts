import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { AdjustContractInput, BuyHoursInput, ReverseEntryInput, SettleContractInput } from "@/lib/billing/contract-schema";
import { writePurchase } from "@/lib/billing/ledger";
import { adjustMinutes, expireBalance, reverseEntry } from "@/lib/billing/ledger-corrections";
import { lockContract } from "@/lib/billing/ledger-record";
import { canEditBilling } from "@/lib/billing/policy";
import { systemReasons } from "@/lib/billing/system-reasons";
import { ok, refuse, type Result } from "@/lib/result";

export type Corrected = { reference: string; availableMinutes: number };

/** More hours of a contract: another purchase, with its own price. */
export async function buyHours(
  { db, actor, now }: Context<StaffActor>,
  { contractId, hours, price, reason, submissionKey }: BuyHoursInput,
): Promise<Result<Corrected, "FORBIDDEN" | "CONTRACT_NOT_FOUND" | "CONTRACT_SETTLED" | "MINUTES_INVALID">> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx) => {
    const contract = await lockContract(tx, contractId);
    if (!contract) return refuse("CONTRACT_NOT_FOUND");
    if (contract.settledAt !== null) return refuse("CONTRACT_SETTLED");
    const purchase = { contractId, minutes: hours, priceCents: price, reason: reason || systemReasons().morePurchased, ticketId: null, quoteId: null, actor, at: now, key: `purchase:${submissionKey}` };
    const written = await writePurchase(tx, purchase);
    return written.ok ? ok({ reference: contract.reference, availableMinutes: written.data.availableMinutes }) : written;
  });
}

/** Minutes up or down by hand, with the reason that the customer reads too. */
export async function adjustContract(
  { db, actor, now }: Context<StaffActor>,
  { contractId, direction, hours, reason, submissionKey }: AdjustContractInput,
): Promise<Result<Corrected, "FORBIDDEN" | "CONTRACT_NOT_FOUND" | "CONTRACT_SETTLED" | "MINUTES_INVALID" | "BALANCE_TOO_LOW">> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  const minutes = direction === "add" ? hours : -hours;
  const done = await db.$transaction((tx) => adjustMinutes(tx, { contractId, minutes, reason, actor, at: now, key: `adjust:${submissionKey}` }));
  return done.ok ? ok({ reference: done.data.reference, availableMinutes: done.data.availableMinutes }) : done;
}

/** Undoes an entry by one of the other sign. */
export async function reverseLedgerEntry(
  { db, actor, now }: Context<StaffActor>,
  { contractId, entryId, reason, submissionKey }: ReverseEntryInput,
): Promise<Result<Corrected, "FORBIDDEN" | "CONTRACT_NOT_FOUND" | "ENTRY_NOT_FOUND" | "ENTRY_NOT_REVERSIBLE" | "ENTRY_REVERSED_ALREADY" | "CONTRACT_SETTLED" | "BALANCE_TOO_LOW">> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  const done = await db.$transaction((tx) => reverseEntry(tx, { contractId, entryId: BigInt(entryId), reason, actor, at: now, key: `reverse:${submissionKey}` }));
  return done.ok ? ok({ reference: done.data.reference, availableMinutes: done.data.availableMinutes }) : done;
}

/** Settles a contract that is over now, instead of in the night. */
export async function settleContractNow(
  { db, actor, now }: Context<StaffActor>,
  { contractId }: SettleContractInput,
): Promise<Result<{ reference: string }, "FORBIDDEN" | "CONTRACT_NOT_FOUND" | "CONTRACT_NOT_OVER" | "CONTRACT_WAITS">> {
  if (!canEditBilling(actor)) return refuse("FORBIDDEN");
  const done = await db.$transaction((tx) => expireBalance(tx, { contractId, actor, at: now }));
  if (!done.ok) return done;
  const { reference, settlement } = done.data;
  if (settlement === "not-over") return refuse("CONTRACT_NOT_OVER");
  return settlement === "waiting" ? refuse("CONTRACT_WAITS") : ok({ reference });
}
