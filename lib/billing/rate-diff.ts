import type { RateLine } from "@/lib/billing/rate-lines";

type Changed = { field: Exclude<keyof RateLine, "code">; from: RateLine[keyof RateLine]; to: RateLine[keyof RateLine] };

export type RateChange =
  | { kind: "added"; line: RateLine }
  | { kind: "removed"; line: RateLine }
  | { kind: "changed"; code: string; description: string; changes: Changed[] };

const FIELDS = ["description", "unit", "minutesEstimated", "publicPriceCents", "contractPriceCents", "vatRateBp", "validFrom", "validTo"] as const;

/** What a version changes of the one before it, by code: added, changed, taken away. */
export function diffRates(before: readonly RateLine[], after: readonly RateLine[]): RateChange[] {
  const old = new Map(before.map((line) => [line.code, line]));
  const next = new Set(after.map(({ code }) => code));
  const changes = after.flatMap((line): RateChange[] => {
    const was = old.get(line.code);
    if (!was) return [{ kind: "added", line }];
    const changed = FIELDS.filter((field) => was[field] !== line[field]).map((field) => ({ field, from: was[field], to: line[field] }));
    return changed.length === 0 ? [] : [{ kind: "changed", code: line.code, description: line.description, changes: changed }];
  });
  return [...changes, ...before.filter(({ code }) => !next.has(code)).map((line): RateChange => ({ kind: "removed", line }))];
}
