import fc from "fast-check";
import { DateRanks } from "@/lib/search/date-ranks";

describe("date ranks", () => {
  it("tells how many came later, equal instants not being later", () => {
    const ranks = new DateRanks();
    for (const instant of [30, 10, 20, 20]) ranks.add(instant);
    expect([5, 10, 20, 25, 30].map((instant) => ranks.countAfter(instant))).toEqual([4, 3, 1, 1, 0]);
    ranks.remove(20);
    ranks.remove(99);
    expect([ranks.size, ranks.countAfter(10)]).toEqual([3, 2]);
  });

  it("counts as a plain list would, whatever the order of adding and removing", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ instant: fc.nat(12), isAdded: fc.boolean() }), { maxLength: 60 }), (steps) => {
        const ranks = new DateRanks();
        const list: number[] = [];
        for (const { instant, isAdded } of steps) {
          if (isAdded) list.push(instant);
          else if (list.includes(instant)) list.splice(list.indexOf(instant), 1);
          if (isAdded) ranks.add(instant);
          else ranks.remove(instant);
        }
        expect(ranks.size).toBe(list.length);
        for (let instant = -1; instant <= 13; instant += 1) expect(ranks.countAfter(instant)).toBe(list.filter((each) => each > instant).length);
      }),
    );
  });
});
