import { randomUUID } from "node:crypto";
import { adjustContract, buyHours, reverseLedgerEntry, settleContractNow } from "@/lib/billing/commands/correct-ledger";
import { createContract } from "@/lib/billing/commands/create-contract";
import { editContract } from "@/lib/billing/commands/edit-contract";
import { settleContracts } from "@/lib/billing/commands/settle-contracts";
import { findContract, findContractUse, listContracts, listOwnContracts } from "@/lib/billing/contract-queries";
import { createContractSchema, type CreateContractInput } from "@/lib/billing/contract-schema";
import { findStatement, listEntries } from "@/lib/billing/entry-queries";
import { appendEntry } from "@/lib/billing/ledger-record";
import { mintSystem } from "@/lib/auth/mint";
import { contractWith, entriesOf, sumOf } from "@/tests/integration/billing/support/contracts";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const staff = (now = NOON) => ({ db: testDb(), actor: diego, now });

function input(changes: Record<string, unknown> = {}): CreateContractInput {
  return createContractSchema.parse({
    organizationId: ORGANIZATIONS.acme.id,
    name: "Póliza anual",
    hours: "20:30",
    price: "12,500.00",
    vatRateBp: "1600",
    startsOn: "2026-11-01",
    endsOn: "31/10/2027",
    rounding: "15",
    atEnd: "expire",
    overage: "0",
    authorisers: "managers",
    submissionKey: randomUUID(),
    ...changes,
  });
}

beforeEach(async () => {
  await testDb().contract.updateMany({ data: { settledAt: new Date() } });
});

describe("a contract", () => {
  it("is written with what was bought, once however often its form is sent", async () => {
    const form = input();
    const sent = await Promise.all([createContract(staff(), form), createContract(staff(), form), createContract(staff(), form)]);
    const references = new Set(sent.map((each) => unwrap(each).reference));
    expect(references.size).toBe(1);
    const contract = (await findContract(staff(), [...references][0]!))!;
    expect(contract).toMatchObject({ state: "in-force", priceCents: 1_250_000, balance: { bought: 1230, available: 1230 }, usedPercent: 0, notices: [], createdBy: diego.name, endsOn: "2027-10-31" });
    expect(await entriesOf(contract.id)).toEqual(["purchase 1230 = 1230"]);
    expect((await listEntries(staff(), { contractId: contract.id })).items).toMatchObject([{ kind: "purchase", priceCents: 1_250_000, reason: "Compra inicial", actor: diego.name }]);
  });

  it.each([
    ["of an organization that is not there", { organizationId: randomUUID() }, "ORGANIZATION_NOT_FOUND"],
    ["that ends before it begins", { endsOn: "2026-10-31" }, "CONTRACT_DAYS"],
    ["that names nobody", { authorisers: "named" }, "AUTHORISERS_MISSING"],
    ["that names somebody else's", { authorisers: "named", authoriserIds: [bruno.userId] }, "AUTHORISER_UNKNOWN"],
    ["that names the desk", { authorisers: "named", authoriserIds: [carla.userId] }, "AUTHORISER_UNKNOWN"],
  ])("%s is refused, and nothing is written", async (_name, changes, code) => {
    const before = await testDb().contract.count();
    expect(await createContract(staff(), input(changes))).toMatchObject({ code });
    expect(await testDb().contract.count()).toBe(before);
  });

  it.each([
    ["hours", "0"], ["hours", "-1"], ["hours", "1.333"], ["hours", "10001"], ["hours", "NaN"], ["hours", ""],
    ["price", "-5"], ["price", "1.234"], ["price", "1e9"], ["vatRateBp", "1500"], ["rounding", "7"], ["overage", "-1"], ["startsOn", "2026-02-30"], ["endsOn", ""], ["atEnd", "never"], ["name", " "],
  ])("with %s %p is refused by its field", (name, value) => {
    const parsed = createContractSchema.safeParse({ organizationId: ORGANIZATIONS.acme.id, name: "x", hours: "1", price: "1", vatRateBp: "0", startsOn: "2026-01-01", endsOn: "2026-12-31", rounding: "1", atEnd: "expire", overage: "0", authorisers: "anyone", submissionKey: randomUUID(), [name]: value });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([name]);
  });

  it("takes over what waited for it", async () => {
    const old = await contractWith({ endsOn: new Date("2026-11-10"), atEnd: "carry_over", minutes: 120 });
    const { reference } = unwrap(await createContract(staff(), input()));
    const contract = (await findContract(staff(), reference))!;
    expect(contract).toMatchObject({ carriedFrom: [old.reference], balance: { bought: 1230, adjusted: 120, available: 1350 } });
    expect(await sumOf(old.id)).toBe(0);
  });

  it("gets more hours by another purchase, and forgets that it was used up", async () => {
    const { id, reference } = await contractWith({ minutes: 60 });
    await testDb().$transaction((tx) => appendEntry(tx, { contractId: id, kind: "consume", minutes: -60, reason: "Trabajo", ticketId: null, quoteId: null, actor: carla, at: NOON, key: randomUUID() }));
    await testDb().contractNotice.createMany({ data: (["used_80", "used_100"] as const).map((kind) => ({ contractId: id, kind, at: new Date() })) });
    const form = { contractId: id, hours: 120, price: 90_000, reason: "", submissionKey: randomUUID() };
    const both = await Promise.all([buyHours(staff(), form), buyHours(staff(), form)]);
    expect(both.map((each) => unwrap(each).availableMinutes)).toEqual([120, 120]);
    expect(await findContract(staff(), reference)).toMatchObject({ balance: { bought: 180 }, usedPercent: 33, notices: [] });
  });

  it("changes its rules over the version that the editor saw, and over no other", async () => {
    const { id, reference } = await contractWith({ minutes: 60, overageLimitMinutes: 60 });
    const { version } = (await findContract(staff(), reference))!;
    const rules = { contractId: id, version, name: "Otro nombre", endsOn: Temporal.PlainDate.from("2026-12-01"), rounding: 30, atEnd: "carry_over" as const, overage: 30, authorisers: "named" as const, authoriserIds: [andres.userId] };
    expect(unwrap(await editContract(staff(), rules)).reference).toBe(reference);
    expect(await findContract(staff(), reference)).toMatchObject({ name: "Otro nombre", endsOn: "2026-12-01", roundingMinutes: 30, atEnd: "carry_over", overageLimitMinutes: 30, authoriserNames: [andres.name], notices: ["ends_soon"] });
    expect(await editContract(staff(NOON.add({ hours: 1 })), { ...rules, version: "2020-01-01T00:00:00.000Z" })).toMatchObject({ code: "CONTRACT_CHANGED" });
    const { version: now } = (await findContract(staff(), reference))!;
    expect(await editContract(staff(), { ...rules, version: now, endsOn: Temporal.PlainDate.from("2026-11-17") })).toMatchObject({ code: "CONTRACT_DAYS" });
    unwrap(await adjustContract(staff(), { contractId: id, direction: "take", hours: 90, reason: "Prueba", submissionKey: randomUUID() }));
    expect(await editContract(staff(), { ...rules, version: now, overage: 29 })).toMatchObject({ code: "OVERAGE_IN_USE", details: { used: "30 min" } });
  });

  it("is corrected with a reason, entry by entry", async () => {
    const { id, reference } = await contractWith({ minutes: 60 });
    unwrap(await adjustContract(staff(), { contractId: id, direction: "add", hours: 30, reason: "Bonificación", submissionKey: randomUUID() }));
    const entry = (await listEntries(staff(), { contractId: id })).items[0]!;
    expect(entry).toMatchObject({ kind: "adjust", minutes: 30, isReversible: true });
    const form = { contractId: id, entryId: entry.id, reason: "Por error", submissionKey: randomUUID() };
    expect((await Promise.all([reverseLedgerEntry(staff(), form), reverseLedgerEntry(staff(), form)])).map((each) => unwrap(each).availableMinutes)).toEqual([60, 60]);
    expect((await listEntries(staff(), { contractId: id })).items).toMatchObject([{ kind: "reverse", isReversible: false }, { isReversed: true, isReversible: false }, { kind: "purchase" }]);
    expect((await findContract(staff(), reference))?.balance).toMatchObject({ adjusted: 0, available: 60 });
  });

  it("is settled in the night or at a press, and told thirty days before its end", async () => {
    const over = await contractWith({ endsOn: new Date("2026-11-17") });
    const soon = await contractWith({ endsOn: new Date("2026-12-18") });
    const night = { db: testDb(), actor: mintSystem(), now: NOON };
    expect(await settleContractNow(staff(), { contractId: soon.id })).toMatchObject({ code: "CONTRACT_NOT_OVER" });
    expect(unwrap(await settleContracts(night))).toEqual({ settled: 1, told: 1 });
    expect(unwrap(await settleContracts(night))).toEqual({ settled: 0, told: 0 });
    expect(await findContract(staff(), over.reference)).toMatchObject({ state: "ended", balance: { expired: 600, available: 0 } });
    expect((await findContract(staff(), soon.reference))?.notices).toEqual(["ends_soon"]);
    const waits = await contractWith({ endsOn: new Date("2026-11-10"), atEnd: "carry_over", organizationId: ORGANIZATIONS.globex.id });
    expect(await settleContractNow(staff(), { contractId: waits.id })).toMatchObject({ code: "CONTRACT_WAITS" });
    expect((await findContract(staff(), waits.reference))?.state).toBe("waiting");
  });
});

describe("the list of contracts", () => {
  it("pages by key, those that end first before the others, and is searched", async () => {
    const ends = Array.from({ length: 33 }, (_, index) => new Date(Date.UTC(2027, 0, 1 + Math.floor(index / 2))));
    for (const endsOn of ends) await contractWith({ endsOn, minutes: 60 });
    const first = await listContracts(staff(), { filter: "live" });
    const second = await listContracts(staff(), { filter: "live", after: first.next! });
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(33);
    expect([...first.items, ...second.items].map(({ endsOn }) => endsOn)).toEqual(ends.map((day) => day.toISOString().slice(0, 10)));
    expect((await listContracts(staff(), { filter: "live", search: first.items[3]!.reference.toLowerCase() })).items).toHaveLength(1);
    expect((await listContracts(staff(), { filter: "alerts" })).items).toEqual([]);
  });
});

describe("a statement", () => {
  it("begins with what there was, ends with what there is, in the desk's months", async () => {
    const { id, reference } = await contractWith({ minutes: 600 });
    const ticket = await ticketRow({ requester: andres });
    const consume = (minutes: number, when: string) => testDb().$transaction((tx) => appendEntry(tx, { contractId: id, kind: "consume", minutes: -minutes, reason: "Trabajo", ticketId: ticket.id, quoteId: null, actor: carla, at: at(when), key: randomUUID() }));
    await consume(30, "2026-11-30T23:59");
    await consume(45, "2026-12-01T00:00");
    const statement = (month: string, actor: typeof ana = ana) => findStatement({ db: testDb(), actor, now: at("2026-12-15T12:00") }, { reference, month: Temporal.PlainYearMonth.from(month) });
    expect(await statement("2026-11")).toMatchObject({ opening: 0, closing: 570, entries: [{ kind: "purchase", balance: 600 }, { minutes: -30, balance: 570, ticket: ticket.reference, actor: carla.name }], months: ["2026-12", "2026-11"] });
    expect(await statement("2026-12")).toMatchObject({ opening: 570, closing: 525, entries: [{ minutes: -45 }] });
    expect(await statement("2027-01")).toMatchObject({ opening: 525, closing: 525, entries: [] });
    expect(await statement("2026-12", bruno)).toBeNull();
    expect(await findContractUse(staff(), reference)).toMatchObject({ uses: [{ day: "2026-11-30", minutes: 30 }, { day: "2026-12-01", minutes: 45 }] });
  });

  it("names to a member the tickets that are theirs alone", async () => {
    const { id, reference } = await contractWith({ authorisers: "anyone" });
    const own = await ticketRow({ requester: andres });
    for (const ticket of [own, await ticketRow({ requester: ana })]) {
      await testDb().$transaction((tx) => appendEntry(tx, { contractId: id, kind: "consume", minutes: -30, reason: "Trabajo", ticketId: ticket.id, quoteId: null, actor: carla, at: NOON, key: randomUUID() }));
    }
    const statement = await findStatement({ db: testDb(), actor: andres, now: NOON }, { reference, month: null });
    expect(statement?.entries.map(({ ticket }) => ticket)).toEqual([null, own.reference, null]);
  });
});

describe("who sees a contract", () => {
  const see = async (actor: typeof ana) => (await listOwnContracts({ db: testDb(), actor, now: NOON })).map(({ reference }) => reference);

  it("is its organization: managers all of them, members what they may authorise or what attends their tickets", async () => {
    await testDb().contract.deleteMany({ where: { entries: { none: {} } } });
    const before = new Set([...(await see(ana)), ...(await see(andres)), ...(await see(bruno))]);
    const managers = await contractWith({});
    const anyone = await contractWith({ authorisers: "anyone" });
    const named = await contractWith({ authorisers: "named", authoriserIds: [andres.userId] });
    const attending = await contractWith({});
    await ticketRow({ requester: andres, isPaid: true, contractId: attending.id });
    const globex = await contractWith({ organizationId: ORGANIZATIONS.globex.id, authorisers: "anyone" });
    const news = (references: string[]) => references.filter((reference) => !before.has(reference)).sort();
    expect(news(await see(ana))).toEqual([managers, anyone, named, attending].map(({ reference }) => reference).sort());
    expect(news(await see(andres))).toEqual([anyone, named, attending].map(({ reference }) => reference).sort());
    expect(news(await see(bruno))).toEqual([globex.reference]);
    const asked = (await listOwnContracts({ db: testDb(), actor: andres, now: NOON })).filter(({ reference }) => [anyone, named, attending].some((each) => each.reference === reference));
    expect(Object.fromEntries(asked.map(({ reference, mayAuthorise }) => [reference, mayAuthorise]))).toEqual({ [anyone.reference]: true, [named.reference]: true, [attending.reference]: false });
  });
});
