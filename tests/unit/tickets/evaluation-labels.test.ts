import { labelsOf, type JudgedDecision } from "@/lib/tickets/evaluation-labels";

/** Documents in the order of their letters. */
const order = new Map([..."abcdefg"].map((id, index) => [id, index]));

function decided(text: string, verdict: JudgedDecision["verdict"], candidate: string, { by = "customer", at = 0 } = {}): JudgedDecision {
  return { text, verdict, candidate, isStaff: by === "desk" || verdict === "merged", decidedAt: at };
}

describe("labels", () => {
  it("make a duplicate of what was added or merged: the later document repeats the earlier", () => {
    expect(labelsOf([decided("b", "added", "a"), decided("c", "merged", "d")], order)).toEqual({
      pairs: [{ q: "b", d: "a", verdict: "dup-like" }, { q: "d", d: "c", verdict: "dup-like" }],
      queries: [{ id: "b", kind: "dup", rel: ["a"] }, { id: "d", kind: "dup", rel: ["c"] }],
    });
  });

  it("name all earlier documents of the matter, also those of other pairs", () => {
    const { queries } = labelsOf([decided("c", "merged", "a"), decided("d", "added", "c"), decided("b", "merged", "a")], order);
    expect(queries).toEqual([
      { id: "b", kind: "dup", rel: ["a"] },
      { id: "c", kind: "dup", rel: ["a", "b"] },
      { id: "d", kind: "dup", rel: ["a", "b", "c"] },
    ]);
  });

  it("make a negative of what was found to be another matter, unless it repeats a third", () => {
    expect(labelsOf([decided("b", "different", "a"), decided("d", "different", "c"), decided("d", "merged", "b")], order)).toEqual({
      pairs: [{ q: "b", d: "a", verdict: "not-dup" }, { q: "d", d: "b", verdict: "dup-like" }, { q: "d", d: "c", verdict: "not-dup" }],
      queries: [{ id: "b", kind: "neg", rel: [] }, { id: "d", kind: "dup", rel: ["b"] }],
    });
  });

  it("believe the desk before the customer, a merge before anything, and of equals the last", () => {
    const verdictOf = (...decisions: JudgedDecision[]) => labelsOf(decisions, order).pairs;
    expect(verdictOf(decided("b", "different", "a", { by: "desk" }), decided("b", "added", "a", { at: 9 }))).toEqual([{ q: "b", d: "a", verdict: "not-dup" }]);
    expect(verdictOf(decided("a", "merged", "b"), decided("b", "different", "a", { by: "desk", at: 9 }))).toEqual([{ q: "b", d: "a", verdict: "dup-like" }]);
    expect(verdictOf(decided("b", "added", "a", { at: 2 }), decided("b", "different", "a", { at: 1 }))).toEqual([{ q: "b", d: "a", verdict: "dup-like" }]);
  });

  it("leave out what is not among the documents", () => {
    expect(labelsOf([decided("z", "added", "a"), decided("b", "different", "z")], order)).toEqual({ pairs: [], queries: [] });
  });
});
