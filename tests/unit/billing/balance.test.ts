import { balanceOf, byQuote, usedPercent, type BalanceEntry } from "@/lib/billing/balance";
import { endsSoon, isOver, mayStillWait } from "@/lib/billing/contract-end";
import { durationText } from "@/lib/billing/duration-text";
import { readHours } from "@/lib/billing/minutes";
import { pickContract } from "@/lib/billing/pick-contract";
import { mayAuthorise } from "@/lib/billing/policy";
import { roundUp } from "@/lib/billing/rounding";
import { parseContractReference } from "@/lib/billing/contract-reference";
import { ana, andres, bruno, carla, ORGANIZATIONS } from "@/tests/support/cast";

function entry(kind: BalanceEntry["kind"], minutes: number, more: Partial<BalanceEntry> = {}): BalanceEntry {
  return { kind, minutes, quoteId: null, of: null, ...more };
}

describe("the balance of a contract", () => {
  it("is the sum of its entries, told by what became of them", () => {
    const entries = [
      entry("purchase", 600),
      entry("hold", -90, { quoteId: "a" }),
      entry("release", 90, { quoteId: "a" }),
      entry("consume", -75, { quoteId: "a" }),
      entry("hold", -120, { quoteId: "b" }),
      entry("adjust", 15),
      entry("expire", -30),
    ];
    expect(balanceOf(entries)).toEqual({ bought: 600, adjusted: 15, held: 120, consumed: 75, expired: 30, available: 390 });
    expect(byQuote(entries)).toEqual(new Map([["a", expect.objectContaining({ held: 0, consumed: 75 })], ["b", expect.objectContaining({ held: 120, consumed: 0 })]]));
  });

  it("counts a reversal against what it reverses", () => {
    expect(balanceOf([entry("purchase", 600), entry("consume", -60, { quoteId: "a" }), entry("reverse", 60, { of: "consume", quoteId: "a" })])).toMatchObject({ bought: 600, consumed: 0, available: 600 });
    expect(balanceOf([entry("purchase", 600), entry("reverse", -600, { of: "purchase" })])).toMatchObject({ bought: 0, available: 0 });
  });

  it("is used by what is held and consumed, rounded down", () => {
    expect(usedPercent(balanceOf([entry("purchase", 600), entry("hold", -479)]))).toBe(79);
    expect(usedPercent(balanceOf([entry("purchase", 600), entry("consume", -480)]))).toBe(80);
    expect(usedPercent(balanceOf([entry("purchase", 600), entry("consume", -599)]))).toBe(99);
    expect(usedPercent(balanceOf([entry("purchase", 600), entry("consume", -660)]))).toBe(110);
    expect(usedPercent(balanceOf([]))).toBe(0);
  });
});

describe("rounding", () => {
  it.each([[0, 15, 0], [1, 15, 15], [15, 15, 15], [16, 15, 30], [61, 60, 120], [7, 1, 7]])("takes %i by steps of %i up to %i", (minutes, step, rounded) => {
    expect(roundUp(minutes, step)).toBe(rounded);
  });
});

describe("hours as they are typed", () => {
  it.each<[string, number | null]>([
    ["20", 1200], ["20:30", 1230], ["1.5", 90], ["1,5", 90], ["0.25", 15], [" 2 ", 120], ["0", 0],
    ["0.33", null], ["1:60", null], ["-1", null], ["1e3", null], ["", null], ["NaN", null], ["1.234", null], ["999999", null], ["1:5", null],
  ])("%p is %p", (text, minutes) => {
    expect(readHours(text)).toBe(minutes);
  });

  it("say what is below zero", () => {
    expect([durationText(375), durationText(90), durationText(-90), durationText(0)]).toEqual(["6 h 15 min", "1 h 30 min", "−1 h 30 min", "0 min"]);
  });
});

describe("which contract pays", () => {
  const first = { id: "first", balanceMinutes: 60, overageLimitMinutes: 120 };
  const second = { id: "second", balanceMinutes: 300, overageLimitMinutes: 0 };

  it.each([
    ["the one that ends first", 60, null, "first"],
    ["the next one when the first has not enough", 90, null, "second"],
    ["overage before nothing", 170, "first", "first"],
    ["the one that was chosen", 30, "second", "second"],
  ])("is %s", (_name, minutes, chosenId, id) => {
    expect(pickContract([first, second], { minutes, chosenId })).toMatchObject({ ok: true, data: { id } });
  });

  it("is none when none has room, or when it is not in force", () => {
    expect(pickContract([first, second], { minutes: 301 })).toMatchObject({ ok: false, code: "BALANCE_TOO_LOW" });
    expect(pickContract([first, second], { minutes: 181, chosenId: "first" })).toMatchObject({ ok: false, code: "BALANCE_TOO_LOW" });
    expect(pickContract([first], { minutes: 10, chosenId: "gone" })).toMatchObject({ ok: false, code: "CONTRACT_NOT_IN_FORCE" });
    expect(pickContract([], { minutes: 10 })).toMatchObject({ ok: false, code: "CONTRACT_NOT_IN_FORCE" });
  });
});

describe("who may authorise", () => {
  it.each([
    ["managers", [], [true, false, false, false]],
    ["anyone", [], [true, true, false, false]],
    ["named", [andres.userId], [false, true, false, false]],
    ["named", [], [false, false, false, false]],
  ] as const)("by the rule %s", (authorisers, authoriserIds, expected) => {
    const contract = { organizationId: ORGANIZATIONS.acme.id, authorisers, authoriserIds };
    expect([ana, andres, bruno, carla].map((actor) => mayAuthorise(actor, contract))).toEqual(expected);
  });
});

describe("the end of a contract", () => {
  const day = (text: string) => Temporal.PlainDate.from(text);

  it("comes after its last day", () => {
    expect([isOver(day("2026-11-18"), day("2026-11-18")), isOver(day("2026-11-17"), day("2026-11-18"))]).toEqual([false, true]);
  });

  it("is told thirty days before", () => {
    expect([endsSoon(day("2026-12-18"), day("2026-11-18")), endsSoon(day("2026-12-19"), day("2026-11-18")), endsSoon(day("2026-11-17"), day("2026-11-18"))]).toEqual([true, false, false]);
  });

  it("waits ninety days for the next contract", () => {
    expect([mayStillWait(day("2026-08-20"), day("2026-11-18")), mayStillWait(day("2026-08-19"), day("2026-11-18"))]).toEqual([true, false]);
  });
});

it("reads a contract's reference as it is said", () => {
  expect([parseContractReference("pol 7k3m q2xd"), parseContractReference("POL-7K3M-Q2XO"), parseContractReference("IMP-7K3M-Q2XD")]).toEqual(["POL-7K3M-Q2XD", "POL-7K3M-Q2X0", null]);
});
