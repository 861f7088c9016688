import { netScore } from "@/lib/search/net";
import { alarmScore, calibrate, fitAlarm, type AlarmSet } from "@/scripts/eval/alarm";
import { fitRanker, scalingOf, seededRandom, type Group } from "@/scripts/eval/training";

const row = (...values: number[]) => Float64Array.from(values);

it("scales by mean and deviation, and leaves a constant alone", () => {
  const scaling = scalingOf([row(1, 7), row(3, 7)]);
  expect(scaling).toEqual({ mean: [2, 7], scale: [1, 1] });
});

it("draws the same numbers from the same seed", () => {
  const draw = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

describe("fitRanker", () => {
  const settings = { hidden: 6, epochs: 250, decay: 1e-4, seed: 7, members: 1, dropout: 0 };
  const random = seededRandom(3);
  /** In each group one row is right; the second value is noise. */
  const groupsBy = (rightness: (value: number) => number): Group[] =>
    Array.from({ length: 256 }, () => {
      const rows = Array.from({ length: 6 }, () => row(2 * random() - 1, random()));
      const values = rows.map(([value = 0]) => rightness(value));
      const best = values.indexOf(Math.max(...values));
      return { rows, labels: rows.map((_, at) => (at === best ? 1 : 0)), weight: 1 };
    });
  const hits = (groups: readonly Group[], net: ReturnType<typeof fitRanker>) =>
    groups.filter(({ rows, labels }) => {
      const ranks = rows.map((each) => netScore(each, net));
      return labels[ranks.indexOf(Math.max(...ranks))] === 1;
    }).length / groups.length;

  it("learns what a line can tell, and holds on groups it has not seen", () => {
    const groups = groupsBy((value) => value);
    const net = fitRanker(groups, settings);
    expect(hits(groups, net)).toBeGreaterThan(0.95);
    expect(hits(groupsBy((value) => value), net)).toBeGreaterThan(0.9);
  });

  it("learns what only a bend can tell", () => {
    const groups = groupsBy((value) => Math.abs(value));
    expect(hits(groups, fitRanker(groups, settings))).toBeGreaterThan(0.8); // a line gets half of them
  });

  it("makes its members one: what it says is their mean", () => {
    const groups = groupsBy((value) => Math.abs(value)).slice(0, 40);
    const fitted = (seed: number, members: number) => fitRanker(groups, { ...settings, epochs: 5, seed, members });
    const [both, one, other] = [fitted(7, 2), fitted(7, 1), fitted(8, 1)];
    for (const each of groups[0]!.rows) expect(netScore(each, both)).toBeCloseTo((netScore(each, one) + netScore(each, other)) / 2, 10);
  });

  it("leans on a twin as much as on the feature itself, when it cannot rely on either being seen", () => {
    const groups = groupsBy((value) => value).map((group) => ({ ...group, rows: group.rows.map(([value = 0]) => row(value, value + random() - 0.5)) }));
    const share = (dropout: number) => {
      const { linear } = fitRanker(groups, { ...settings, hidden: 0, epochs: 60, dropout });
      return Math.min(...linear) / Math.max(...linear);
    };
    expect(share(0.5)).toBeGreaterThan(share(0));
  });

  it("is repeated to the last digit", () => {
    const groups = groupsBy((value) => value).slice(0, 10);
    const short = { ...settings, epochs: 3 };
    expect(fitRanker(groups, short)).toEqual(fitRanker(groups, short));
  });
});

it("lifts the right alarms above the loudest of the negatives", () => {
  const random = seededRandom(5);
  const set = (shift: number): AlarmSet => {
    const isRight = Array.from({ length: 60 }, (_, at) => at % 3 === 0);
    return { isRight, isNegative: isRight.map((right) => !right), rows: isRight.map((right) => row(shift + (right ? 1 : 0) + 0.4 * random(), random())) };
  };
  const sets = [set(0), set(0)];
  const alarm = fitAlarm(sets, { share: 0.1, decay: 1e-3, rounds: 300 });
  for (const { rows, isRight } of sets) {
    const scores = rows.map((each) => alarmScore(each, alarm));
    const loudest = Math.max(...scores.filter((_, at) => !isRight[at]));
    expect(scores.filter((score, at) => isRight[at] && score <= loudest)).toEqual([]);
  }
});

describe("calibrate", () => {
  it("finds the curve whose value is the share of right ones", () => {
    const points = [1, -1].flatMap((score) => [0, 1, 2, 3].map((each) => ({ score, isRight: score > 0 ? each < 3 : each < 1, weight: 1 })));
    const { factor, base } = calibrate(points); // 3 of 4 at 1, 1 of 4 at −1: log 3 and 0
    expect(factor).toBeCloseTo(Math.log(3), 4);
    expect(base).toBeCloseTo(0, 4);
  });

  it("counts by weight", () => {
    const { base } = calibrate([{ score: 0, isRight: true, weight: 1 }, { score: 0, isRight: false, weight: 3 }]);
    expect(1 / (1 + Math.exp(-base))).toBeCloseTo(0.25, 4);
  });
});
