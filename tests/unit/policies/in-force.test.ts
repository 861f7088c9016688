import { inTheirOrder, isAccepted, versionInForce } from "@/lib/policies/in-force";
import { versionHash } from "@/lib/policies/version-hash";

const version = (id: string, effectiveOn: string, isMaterial = false) => ({ id, effectiveOn, isMaterial });
const HISTORY = [version("a", "2026-01-01"), version("c", "2026-12-01", true), version("b", "2026-06-01")];

it.each([
  ["2025-12-31", null],
  ["2026-01-01", "a"],
  ["2026-05-31", "a"],
  ["2026-06-01", "b"],
  ["2027-01-01", "c"],
])("holds on %s: %s", (day, id) => {
  expect(versionInForce(HISTORY, day)?.id ?? null).toBe(id);
});

it("says of each what it is and until when", () => {
  expect(inTheirOrder(HISTORY, "2026-07-01").map(({ id, until, state }) => [id, until, state])).toEqual([
    ["c", null, "announced"],
    ["b", "2026-11-30", "in-force"],
    ["a", "2026-05-31", "past"],
  ]);
});

it.each([
  ["nothing yet", [], "2026-07-01", false],
  ["the first, and no material change since", ["a"], "2026-07-01", true],
  ["one in between", ["b"], "2026-11-30", true],
  ["one before the material change", ["b"], "2026-12-01", false],
  ["the material change", ["c"], "2026-12-01", true],
  ["what is only announced", ["c"], "2026-07-01", false],
  ["nothing, while nothing is in force", [], "2025-01-01", true],
])("accepted %s", (_name, accepted, day, expected) => {
  expect(isAccepted(HISTORY, { accepted: new Set(accepted), day })).toBe(expected);
});

it("hashes the text as the database did with the first versions", () => {
  // printf 'T\nR\nñ' | sha256sum
  expect(versionHash({ title: "T", summary: "R", body: "ñ" })).toBe("4f648ebe8eeca737d1bacc9e69e1b6ade85070ee8353c6c5c7d6f2ee20bdd74d");
});
