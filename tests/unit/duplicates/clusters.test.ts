import fc from "fast-check";
import { CLUSTER_LINK, clustersOf, isRepeated, JOIN_CENTRES, JOIN_MEAN } from "@/lib/duplicates/clusters";
import { pairOf, type ScoredPair } from "@/lib/duplicates/links";
import { MUST_REVIEW, SHOW } from "@/lib/duplicates/thresholds";

function link(one: string, other: string, score: number): ScoredPair {
  return { ...pairOf(one, other), scoreMilli: Math.round(score * 1000) };
}

const membersOf = (links: ScoredPair[], apart: Array<[string, string]> = []) => clustersOf(links, apart.map(([one, other]) => pairOf(one, other))).map(({ members }) => members.join(""));

describe("a cluster", () => {
  it("is what strong links hold together, whichever end of a pair comes first", () => {
    expect(membersOf([link("b", "a", 0.8), link("b", "c", 0.7), link("a", "c", 0.6), link("x", "y", 0.9)])).toEqual(["abc", "xy"]);
  });

  it("takes in who resembles one member enough to join and the others weakly", () => {
    expect(membersOf([link("a", "b", 0.53), link("a", "c", 0.39), link("b", "c", 0.3)])).toEqual(["abc"]);
    expect(membersOf([link("a", "b", 0.53), link("b", "c", 0.39), link("a", "c", 0.1)])).toEqual(["ab"]);
  });

  it("is joined by no link below its threshold", () => {
    expect(membersOf([link("a", "b", CLUSTER_LINK - 0.001)])).toEqual([]);
    expect(membersOf([link("a", "b", CLUSTER_LINK)])).toEqual(["ab"]);
  });

  it("has at its centre the ticket that is linked the most; of equals the first id", () => {
    expect(clustersOf([link("a", "b", 0.6), link("b", "c", 0.6)])).toMatchObject([{ centre: "b", members: ["a", "b", "c"] }]);
    expect(clustersOf([link("a", "b", 0.6)])).toMatchObject([{ centre: "a" }]);
  });

  it("is not chained: who resembles the last one alone stays outside", () => {
    // Joined one after the other, d would hang on c alone: 0.4 over three members is a mean of 0.13, and the centre is b.
    const chain = [link("a", "b", 0.9), link("b", "c", 0.8), link("c", "d", 0.4)];
    expect(membersOf(chain)).toEqual(["abc"]);
  });

  it("is not chained to another by one weak bridge", () => {
    const two = [link("a", "b", 0.9), link("a", "c", 0.9), link("b", "c", 0.9), link("x", "y", 0.8), link("x", "z", 0.8), link("y", "z", 0.8)];
    expect(membersOf([...two, link("c", "x", 0.45)])).toEqual(["abc", "xyz"]);
  });

  it("takes in who resembles its centre strongly, though nobody else", () => {
    const star = ["b", "c", "d", "e", "f"].map((leaf, index) => link("a", leaf, 0.9 - index * 0.05));
    expect(membersOf(star)).toEqual(["abcdef"]);
  });

  it("takes in who resembles all its members somewhat", () => {
    expect(membersOf([link("a", "b", 0.9), link("b", "c", 0.4), link("a", "c", 0.4)])).toEqual(["abc"]);
  });

  it("never holds two that the desk keeps apart, and goes on without the one that was taken out", () => {
    const three = [link("a", "b", 0.9), link("a", "c", 0.8), link("b", "c", 0.7)];
    expect(membersOf(three, [["a", "c"], ["b", "c"]])).toEqual(["ab"]);
    // Of one pair alone: the third goes with whom it resembles more.
    expect(membersOf(three, [["c", "b"]])).toEqual(["ab"]);
    expect(membersOf(three, [["b", "a"]])).toEqual(["ac"]);
  });

  it("of five hundred tickets about one outage is found in no time", () => {
    const ids = Array.from({ length: 500 }, (_, index) => `t${String(index).padStart(3, "0")}`);
    const links = ids.flatMap((id, index) => ids.slice(index + 1, index + 21).map((other) => link(id, other, 0.6)));
    const [first, ...others] = clustersOf([...links, ...ids.slice(1).map((id) => link("t000", id, 0.7))]);
    expect([first?.members.length, others]).toEqual([500, []]);
  }, 2_000);

  it("has a threshold between telling and stopping, as its guards have", () => {
    expect([SHOW, JOIN_MEAN, CLUSTER_LINK, JOIN_CENTRES, MUST_REVIEW].toSorted((a, b) => a - b)).toEqual([SHOW, JOIN_MEAN, CLUSTER_LINK, JOIN_CENTRES, MUST_REVIEW]);
  });
});

const ids = fc.constantFrom(..."abcdefghij");
const links = fc.uniqueArray(fc.tuple(ids, ids, fc.integer({ min: 100, max: 1000 })).filter(([one, other]) => one !== other), {
  selector: ([one, other]) => [one, other].sort().join(""),
  maxLength: 30,
}).map((tuples) => tuples.map(([one, other, milli]) => link(one, other, milli / 1000)));
const pairs = fc.array(fc.tuple(ids, ids).filter(([one, other]) => one !== other), { maxLength: 6 });

describe("clusters of whatever links", () => {
  it("do not depend on the order of the links, nor of the pairs that are kept apart", () => {
    const shuffled = fc.tuple(links, pairs).chain(([given, apart]) =>
      fc.tuple(fc.constant([given, apart] as const), fc.shuffledSubarray(given, { minLength: given.length }), fc.shuffledSubarray(apart, { minLength: apart.length })),
    );
    fc.assert(fc.property(shuffled, ([[given, apart], otherLinks, otherApart]) => {
      expect(membersOf(otherLinks, otherApart.map(([one, other]) => [other, one]))).toEqual(membersOf(given, apart));
    }), { numRuns: 500 });
  });

  it("share no ticket, lie within what the links connect, and keep apart what is kept apart", () => {
    fc.assert(fc.property(links, pairs, (given, apart) => {
      const clusters = clustersOf(given, apart.map(([one, other]) => pairOf(one, other)));
      const all = clusters.flatMap(({ members }) => members);
      expect(new Set(all).size).toBe(all.length);
      const components = componentsOf(given);
      for (const { members, centre } of clusters) {
        expect(members).toContain(centre);
        expect(members.length).toBeGreaterThan(1);
        expect(new Set(members.map((member) => components.get(member))).size).toBe(1);
        for (const [one, other] of apart) expect(members.includes(one) && members.includes(other)).toBe(false);
      }
    }), { numRuns: 500 });
  });

  it("of one part of the links are the same as among all: a ticket's cluster can be read from its neighbourhood", () => {
    fc.assert(fc.property(links, (given) => {
      const components = componentsOf(given);
      const parts = [...new Set(components.values())].flatMap((part) => clustersOf(given.filter(({ lower }) => components.get(lower) === part)));
      expect(parts.map(({ members }) => members.join("")).sort()).toEqual(membersOf(given).sort());
    }), { numRuns: 300 });
  });
});

/** By ticket, the least id that the counted links reach from it: by repeated passes, unlike the rule itself. */
function componentsOf(given: ScoredPair[]): Map<string, string> {
  const counted = given.filter(({ scoreMilli }) => scoreMilli >= CLUSTER_LINK * 1000);
  const least = new Map(given.flatMap(({ lower, higher }) => [lower, higher]).map((id) => [id, id]));
  for (let pass = 0; pass < 10; pass += 1) {
    for (const { lower, higher } of counted) {
      const smaller = [least.get(lower)!, least.get(higher)!].sort()[0]!;
      least.set(lower, smaller).set(higher, smaller);
    }
  }
  return least;
}

describe("a matter repeats", () => {
  const customers = new Map([["a", "acme"], ["b", "acme"], ["c", "acme"], ["d", "globex"]]);
  it.each([
    [["a", "d"], true],
    [["a", "b"], false],
    [["a", "b", "c"], true],
    [["a"], false],
  ])("among two customers, or in three tickets of one: %p", (members, expected) => {
    expect(isRepeated(members, customers)).toBe(expected);
  });
});
