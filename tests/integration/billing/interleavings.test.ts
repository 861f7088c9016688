import fc from "fast-check";
import { consumeMinutes, holdMinutes, releaseHold, writePurchase } from "@/lib/billing/ledger";
import { adjustMinutes } from "@/lib/billing/ledger-corrections";
import { balanceOf } from "@/lib/billing/balance";
import { readBalance } from "@/lib/billing/ledger-record";
import type { Result } from "@/lib/result";
import { contractWith, quoteOf, sumOf } from "@/tests/integration/billing/support/contracts";
import { diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

/** What is asked: of one of three quotes, or of the contract itself. The same step twice has the same key. */
type Step = { kind: "hold" | "release" | "consume" | "purchase" | "adjust"; quote: number; minutes: number; attempt: number };

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step["kind"]>("hold", "hold", "release", "consume", "purchase", "adjust"),
    quote: fc.nat(2),
    minutes: fc.integer({ min: 1, max: 90 }),
    attempt: fc.nat(1),
  }),
  { minLength: 1, maxLength: 25 },
);

const OVERAGE = 30;
const BOUGHT = 120;

describe("any steps, one after another or at once", () => {
  it("leave the balance that a simple model has", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { contractId, perform } = await makeContract();
        const model = makeModel();
        for (const step of list) expect((await perform(step)).ok).toBe(model.perform(step));
        expect(await sumOf(contractId)).toBe(model.available());
      }),
      { numRuns: 25, seed: 20261128 },
    );
  }, 120_000);

  it("never go below what the contract allows, whoever comes first", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { contractId, perform } = await makeContract();
        const results = await Promise.all(list.map(perform));
        const balance = await testDb().$transaction((tx) => readBalance(tx, contractId));
        expect(balance.available).toBeGreaterThanOrEqual(-OVERAGE);
        expect(balance.held).toBeGreaterThanOrEqual(0);
        const entries = await testDb().ledgerEntry.findMany({ where: { contractId }, orderBy: { id: "asc" } });
        // Each entry says the balance as it was after it, whatever was written at the same time.
        let sum = 0;
        for (const entry of entries) {
          sum += entry.minutes;
          expect(entry.balanceAfter).toBe(sum);
        }
        expect(balanceOf(entries.map(({ kind, minutes }) => ({ kind, minutes, of: null })))).toEqual(balance);
        const spent = results.filter((each) => each.ok).length;
        expect(entries.length).toBeGreaterThanOrEqual(Math.min(1, spent));
      }),
      { numRuns: 15, seed: 20261128 },
    );
  }, 120_000);
});

async function makeContract() {
  const { id: contractId } = await contractWith({ minutes: BOUGHT, overageLimitMinutes: OVERAGE });
  const quotes = [await quoteOf(contractId), await quoteOf(contractId), await quoteOf(contractId)];
  const perform = ({ kind, quote, minutes, attempt }: Step): Promise<Result<unknown, string>> => {
    const common = { contractId, reason: "Prueba", actor: diego, at: NOON, key: `${kind}:${contractId}:${quote}:${attempt}` };
    const of = { ...common, ...quotes[quote]! };
    return testDb().$transaction(
      (tx): Promise<Result<unknown, string>> => {
        if (kind === "hold") return holdMinutes(tx, { ...of, minutes });
        if (kind === "release") return releaseHold(tx, of);
        if (kind === "consume") return consumeMinutes(tx, { ...of, minutes });
        if (kind === "purchase") return writePurchase(tx, { ...of, minutes, priceCents: 0 });
        return adjustMinutes(tx, { ...common, minutes: -minutes });
      },
      { maxWait: 30_000, timeout: 30_000 },
    );
  };
  return { contractId, perform };
}

/** The same rules in a few lines, without a database: what is asked again under its key is done already. */
function makeModel() {
  let available = BOUGHT;
  const held = [0, 0, 0];
  const settled = [false, false, false];
  const done = new Set<string>();
  const attemptOf = ({ kind, quote, minutes }: Step): boolean => {
    const room = available + OVERAGE;
    if (kind === "purchase") {
      available += minutes;
      return true;
    }
    if (kind === "hold") {
      if (minutes > room) return false;
      available -= minutes;
      held[quote]! += minutes;
      return true;
    }
    if (kind === "adjust") {
      if (minutes > Math.max(0, room)) return false;
      available -= minutes;
      return true;
    }
    if (kind === "release") {
      if (held[quote] === 0) return false;
      available += held[quote]!;
      held[quote] = 0;
      return true;
    }
    if (settled[quote] || minutes > room + held[quote]!) return false;
    available += held[quote]! - minutes;
    held[quote] = 0;
    settled[quote] = true;
    return true;
  };
  return {
    available: () => available,
    perform(step: Step): boolean {
      const key = `${step.kind}:${step.quote}:${step.attempt}`;
      if (done.has(key)) return true;
      if (!attemptOf(step)) return false;
      done.add(key);
      return true;
    },
  };
}
