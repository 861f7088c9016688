import type { LedgerEntryKind } from "@/lib/db/generated/enums";

/** What an entry says of a balance. `of` is the kind of the entry that it reverses. */
export type BalanceEntry = { kind: LedgerEntryKind; minutes: number; quoteId: string | null; of: LedgerEntryKind | null };

/** Whole minutes. `available` is what may still be spent: bought + adjusted - held - consumed - expired. */
export type Balance = { bought: number; adjusted: number; held: number; consumed: number; expired: number; available: number };

export const NOTHING: Balance = { bought: 0, adjusted: 0, held: 0, consumed: 0, expired: 0, available: 0 };

const PART: Record<Exclude<LedgerEntryKind, "reverse">, { part: Exclude<keyof Balance, "available">; sign: 1 | -1 }> = {
  purchase: { part: "bought", sign: 1 },
  adjust: { part: "adjusted", sign: 1 },
  hold: { part: "held", sign: -1 },
  release: { part: "held", sign: -1 },
  consume: { part: "consumed", sign: -1 },
  expire: { part: "expired", sign: -1 },
};

/** The fold of a contract's entries, in any order. A reversal counts against what it reverses. */
export function balanceOf(entries: readonly Omit<BalanceEntry, "quoteId">[]): Balance {
  const balance = { ...NOTHING };
  for (const { kind, minutes, of } of entries) {
    const { part, sign } = PART[kind === "reverse" ? (of as Exclude<LedgerEntryKind, "reverse">) : kind];
    balance[part] += sign * minutes || 0;
    balance.available += minutes;
  }
  return balance;
}

/** What is held and was consumed, by quote. */
export function byQuote(entries: readonly BalanceEntry[]): Map<string, Pick<Balance, "held" | "consumed">> {
  const quotes = Map.groupBy(entries.filter(({ quoteId }) => quoteId !== null), ({ quoteId }) => quoteId!);
  return new Map([...quotes].map(([quoteId, own]) => [quoteId, balanceOf(own)]));
}

/** What was ever put in, without what it lost by reversal. */
export function grantedOf({ bought, adjusted }: Balance): number {
  return bought + adjusted;
}

/** What is no longer free to be promised: consumed or held by an authorisation. */
export function usedOf({ consumed, held }: Balance): number {
  return consumed + held;
}

/** Used of what there was to use, in whole percent rounded down, so that 100 is all of it; more than 100 with overage. */
export function usedPercent(balance: Balance): number {
  const granted = grantedOf(balance);
  return granted <= 0 ? (usedOf(balance) > 0 ? 100 : 0) : Math.floor((usedOf(balance) * 100) / granted);
}

/** What a spending may at most be: what is available, and the overage that the contract allows. Never below zero. */
export function spendable({ available, overageLimitMinutes }: { available: number; overageLimitMinutes: number }): number {
  return Math.max(0, available + overageLimitMinutes);
}
