import { consumeMinutes, holdMinutes, releaseHold } from "@/lib/billing/ledger";
import { adjustMinutes, reverseEntry } from "@/lib/billing/ledger-corrections";
import { contractWith, entriesOf, quoteOf, sumOf } from "@/tests/integration/billing/support/contracts";
import { ana, diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { refusalOfLedger } from "@/lib/billing/ledger-record";
import type { Tx } from "@/lib/db/client";

useDatabase();

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => testDb().$transaction(work);
const common = { reason: "Prueba", actor: ana, at: NOON };

async function world(changes = {}) {
  const { id: contractId } = await contractWith(changes);
  return { contractId, ...(await quoteOf(contractId)) };
}

describe("holding", () => {
  it("takes minutes away once, however often it is asked under its key", async () => {
    const { contractId, quoteId, ticketId } = await world();
    const hold = { contractId, quoteId, ticketId, minutes: 90, key: `hold:${quoteId}`, ...common };
    const [first, second] = await Promise.all([run((tx) => holdMinutes(tx, hold)), run((tx) => holdMinutes(tx, hold))]);
    expect([first, second].map((each) => unwrap(each).isNew).sort()).toEqual([false, true]);
    expect(unwrap(first).entry.id).toBe(unwrap(second).entry.id);
    expect(await entriesOf(contractId)).toEqual(["purchase 600 = 600", "hold -90 = 510"]);
  });

  it("goes into the overage that the contract allows, and says what there is when it does not", async () => {
    const { contractId, quoteId, ticketId } = await world({ minutes: 60, overageLimitMinutes: 30 });
    const hold = (minutes: number) => run((tx) => holdMinutes(tx, { contractId, quoteId, ticketId, minutes, key: `hold:${quoteId}:${minutes}`, ...common }));
    expect(await hold(91)).toEqual({ ok: false, code: "BALANCE_TOO_LOW", details: { left: "1 h 30 min", availableMinutes: 90, asked: "1 h 31 min" } });
    expect(unwrap(await hold(90)).availableMinutes).toBe(-30);
    expect(await hold(1)).toMatchObject({ code: "BALANCE_TOO_LOW", details: { left: "0 min" } });
  });

  it("is refused outside of the contract's days, in the desk's zone", async () => {
    const { contractId, quoteId, ticketId } = await world({ startsOn: new Date("2026-11-01"), endsOn: new Date("2026-11-18") });
    const hold = (when: string) => run((tx) => holdMinutes(tx, { contractId, quoteId, ticketId, minutes: 1, key: `hold:${quoteId}:${when}`, ...common, at: at(when) }));
    expect(await hold("2026-11-19T00:00")).toMatchObject({ code: "CONTRACT_NOT_IN_FORCE" });
    expect(await hold("2026-10-31T23:59")).toMatchObject({ code: "CONTRACT_NOT_IN_FORCE" });
    expect(await hold("2026-11-18T23:59")).toMatchObject({ ok: true });
    expect(await hold("2026-11-01T00:00")).toMatchObject({ ok: true });
  });

  it.each([0, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 600_001, 2 ** 31, "60" as never])("refuses %p minutes", async (minutes) => {
    const { contractId, quoteId, ticketId } = await world();
    expect(await run((tx) => holdMinutes(tx, { contractId, quoteId, ticketId, minutes, key: `hold:${quoteId}`, ...common }))).toMatchObject({ code: "MINUTES_INVALID" });
    expect(await sumOf(contractId)).toBe(600);
  });
});

describe("settling a quote", () => {
  async function held(minutes = 90) {
    const made = await world();
    unwrap(await run((tx) => holdMinutes(tx, { ...made, minutes, key: `hold:${made.quoteId}`, ...common })));
    return made;
  }

  it("releases what it held and consumes what was used, in one go and once", async () => {
    const made = await held();
    const consume = (minutes: number, key = `consume:${made.quoteId}`) => run((tx) => consumeMinutes(tx, { ...made, minutes, key, ...common }));
    const both = await Promise.all([consume(75), consume(75)]);
    expect(both.map(unwrap)).toEqual([{ releasedMinutes: 90, consumedMinutes: 75, availableMinutes: 525 }, { releasedMinutes: 90, consumedMinutes: 75, availableMinutes: 525 }]);
    expect(await consume(75, "another")).toMatchObject({ code: "QUOTE_SETTLED_ALREADY" });
    expect(await entriesOf(made.contractId)).toEqual(["purchase 600 = 600", "hold -90 = 510", "release 90 = 600", "consume -75 = 525"]);
  });

  it("only releases when nothing was used", async () => {
    const made = await held();
    expect(unwrap(await run((tx) => consumeMinutes(tx, { ...made, minutes: 0, key: `consume:${made.quoteId}`, ...common })))).toEqual({ releasedMinutes: 90, consumedMinutes: 0, availableMinutes: 600 });
    expect(unwrap(await run((tx) => consumeMinutes(tx, { ...made, minutes: 0, key: `consume:${made.quoteId}`, ...common }))).releasedMinutes).toBe(90);
  });

  it("consumes more than was held while there is room, and says so when there is not", async () => {
    const made = await held(590);
    expect(await run((tx) => consumeMinutes(tx, { ...made, minutes: 601, key: `consume:${made.quoteId}`, ...common }))).toMatchObject({ code: "BALANCE_TOO_LOW", details: { left: "10 h" } });
    expect(unwrap(await run((tx) => consumeMinutes(tx, { ...made, minutes: 600, key: `consume:${made.quoteId}`, ...common }))).availableMinutes).toBe(0);
  });

  it("gives back what a declined work held, once", async () => {
    const made = await held();
    const release = (key: string) => run((tx) => releaseHold(tx, { ...made, key, ...common }));
    expect(await release("one")).toEqual({ ok: true, data: { releasedMinutes: 90 } });
    expect(await release("one")).toEqual({ ok: true, data: { releasedMinutes: 90 } });
    expect(await release("two")).toMatchObject({ code: "NOTHING_HELD" });
    expect(await sumOf(made.contractId)).toBe(600);
  });
});

describe("corrections", () => {
  it("adjust up and down, never below what the contract allows", async () => {
    const { id: contractId } = await contractWith({ minutes: 60 });
    const adjust = (minutes: number) => run((tx) => adjustMinutes(tx, { contractId, minutes, key: `adjust:${minutes}`, ...common, actor: diego }));
    expect(await adjust(-61)).toMatchObject({ code: "BALANCE_TOO_LOW" });
    expect(unwrap(await adjust(-60)).availableMinutes).toBe(0);
    expect(unwrap(await adjust(45)).availableMinutes).toBe(45);
    expect(await adjust(0)).toMatchObject({ code: "MINUTES_INVALID" });
  });

  it("reverse an entry by one of the other sign, once", async () => {
    const made = await world();
    unwrap(await run((tx) => consumeMinutes(tx, { ...made, minutes: 60, key: `consume:${made.quoteId}`, ...common })));
    const { id: entryId } = await testDb().ledgerEntry.findFirstOrThrow({ where: { contractId: made.contractId, kind: "consume" } });
    const reverse = (key: string) => run((tx) => reverseEntry(tx, { contractId: made.contractId, entryId, key, ...common, actor: diego }));
    expect(unwrap(await reverse("r1")).availableMinutes).toBe(600);
    expect(unwrap(await reverse("r1")).isNew).toBe(false);
    expect(await reverse("r2")).toMatchObject({ code: "ENTRY_REVERSED_ALREADY" });
    // Reversed, it may be settled anew.
    expect(unwrap(await run((tx) => consumeMinutes(tx, { ...made, minutes: 30, key: "anew", ...common }))).availableMinutes).toBe(570);
  });

  it("reverse neither holds nor what was bought and is spent", async () => {
    const made = await world({ minutes: 60 });
    const { entry } = unwrap(await run((tx) => holdMinutes(tx, { ...made, minutes: 30, key: `hold:${made.quoteId}`, ...common })));
    const purchase = await testDb().ledgerEntry.findFirstOrThrow({ where: { contractId: made.contractId, kind: "purchase" } });
    const reverse = (entryId: bigint) => run((tx) => reverseEntry(tx, { contractId: made.contractId, entryId, key: `r:${entryId}`, ...common, actor: diego }));
    expect(await reverse(entry.id)).toMatchObject({ code: "ENTRY_NOT_REVERSIBLE" });
    expect(await reverse(purchase.id)).toMatchObject({ code: "BALANCE_TOO_LOW" });
    expect(await reverse(0n)).toMatchObject({ code: "ENTRY_NOT_FOUND" });
  });
});

describe("whoever goes around the locks", () => {
  it("meets the database", async () => {
    const { id: contractId } = await contractWith({ minutes: 60 });
    const row = { contractId, kind: "hold" as const, minutes: -61, balanceAfter: 0, reason: "Prueba", at: new Date(), idempotencyKey: `around:${contractId}` };
    const low = await testDb().ledgerEntry.create({ data: row }).catch(refusalOfLedger);
    expect(low).toMatchObject({ code: "BALANCE_TOO_LOW" });
    await testDb().ledgerEntry.create({ data: { ...row, minutes: -60 } });
    expect(await testDb().ledgerEntry.create({ data: { ...row, minutes: 1, kind: "adjust" } }).catch(refusalOfLedger)).toMatchObject({ code: "ENTRY_WRITTEN_TWICE" });
    expect(refusalOfLedger(new Error("another"))).toBeNull();
  });
});
