import { consumeMinutes, holdMinutes, releaseHold } from "@/lib/billing/ledger";
import { expireBalance } from "@/lib/billing/ledger-corrections";
import type { Tx } from "@/lib/db/client";
import { contractWith, entriesOf, quoteOf, sumOf } from "@/tests/integration/billing/support/contracts";
import { ana, diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => testDb().$transaction(work);
const settle = async (contractId: string, when = AFTER) => unwrap(await run((tx) => expireBalance(tx, { contractId, actor: diego, at: when }))).settlement;
const common = { reason: "Prueba", actor: ana };

const ENDS = { endsOn: new Date("2026-11-18") };
const AFTER = at("2026-11-19T00:05");

beforeEach(async () => {
  // Contracts of other tests are none that anything could be carried into.
  await testDb().contract.updateMany({ data: { settledAt: new Date() } });
});

describe("the end of a contract that expires", () => {
  it("takes what is left after the last day, once", async () => {
    const { id } = await contractWith(ENDS);
    expect(await settle(id, at("2026-11-18T23:59"))).toBe("not-over");
    expect(await Promise.all([settle(id), settle(id)])).toEqual(expect.arrayContaining(["settled", "already"]));
    expect(await entriesOf(id)).toEqual(["purchase 600 = 600", "expire -600 = 0"]);
  });

  it("leaves what is held until its work is settled, and expires the rest then", async () => {
    const { id: contractId } = await contractWith(ENDS);
    const quote = { contractId, ...(await quoteOf(contractId)), ...common };
    unwrap(await run((tx) => holdMinutes(tx, { ...quote, minutes: 90, at: NOON, key: `hold:${quote.quoteId}` })));
    expect(await settle(contractId)).toBe("settled");
    expect(await entriesOf(contractId)).toEqual(["purchase 600 = 600", "hold -90 = 510", "expire -510 = 0"]);
    unwrap(await run((tx) => consumeMinutes(tx, { ...quote, minutes: 60, at: AFTER, key: `consume:${quote.quoteId}` })));
    expect((await entriesOf(contractId)).slice(3)).toEqual(["release 90 = 90", "consume -60 = 30", "expire -30 = 0"]);
    expect(await settle(contractId)).toBe("already");
  });

  it("of one with overage leaves what is owed", async () => {
    const { id: contractId } = await contractWith({ ...ENDS, minutes: 60, overageLimitMinutes: 60 });
    const quote = { contractId, ...(await quoteOf(contractId)), ...common };
    unwrap(await run((tx) => consumeMinutes(tx, { ...quote, minutes: 90, at: NOON, key: `consume:${quote.quoteId}` })));
    expect(await settle(contractId)).toBe("settled");
    expect(await sumOf(contractId)).toBe(-30);
  });
});

describe("the end of a contract that carries over", () => {
  const CARRIES = { ...ENDS, atEnd: "carry_over" as const };

  it("puts what is left into the next contract of the organization, in one movement", async () => {
    const { id, reference } = await contractWith(CARRIES);
    const next = await contractWith({ startsOn: new Date("2026-11-19"), endsOn: new Date("2027-11-18"), minutes: 300 });
    await contractWith({ startsOn: new Date("2026-11-19"), endsOn: new Date("2028-11-18"), minutes: 300 });
    expect(await settle(id)).toBe("settled");
    expect(await entriesOf(id)).toEqual(["purchase 600 = 600", "expire -600 = 0"]);
    expect(await entriesOf(next.id)).toEqual(["purchase 300 = 300", "adjust 600 = 900"]);
    const rows = await testDb().ledgerEntry.findMany({ where: { idempotencyKey: { startsWith: `carry:${id}` } }, orderBy: { id: "asc" }, select: { reason: true } });
    expect(rows.map(({ reason }) => reason)).toEqual([`Pasa a la póliza ${next.reference}`, `Viene de la póliza ${reference}`]);
    expect(await testDb().contract.findUnique({ where: { id }, select: { carriedIntoId: true } })).toEqual({ carriedIntoId: next.id });
    expect(await settle(id)).toBe("already");
  });

  it("waits for one that is bought within ninety days, and expires after them", async () => {
    const { id } = await contractWith(CARRIES);
    expect(await settle(id)).toBe("waiting");
    expect(await settle(id, at("2027-02-16T12:00"))).toBe("waiting");
    expect(await sumOf(id)).toBe(600);
    expect(await settle(id, at("2027-02-17T00:00"))).toBe("settled");
    expect(await sumOf(id)).toBe(0);
  });

  it("sends what an authorisation gives back later to where the rest went", async () => {
    const { id: contractId } = await contractWith(CARRIES);
    const next = await contractWith({ endsOn: new Date("2027-11-18"), minutes: 300 });
    const quote = { contractId, ...(await quoteOf(contractId)), ...common };
    unwrap(await run((tx) => holdMinutes(tx, { ...quote, minutes: 90, at: NOON, key: `hold:${quote.quoteId}` })));
    await settle(contractId);
    unwrap(await run((tx) => releaseHold(tx, { ...quote, at: AFTER, key: `release:${quote.quoteId}` })));
    expect(await sumOf(contractId)).toBe(0);
    expect(await sumOf(next.id)).toBe(900);
  });
});
