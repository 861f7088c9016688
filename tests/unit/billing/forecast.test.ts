import { burnDown, pictureOf } from "@/lib/billing/burn-down";
import { forecastOf, type DayUse } from "@/lib/billing/forecast";
import { boundsOf, monthsBetween, parseMonth, withBalances } from "@/lib/billing/statement";

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day("2026-11-18");

/** So many minutes each Wednesday, today the last, back over so many weeks. */
function weekly(minutes: number[]): DayUse[] {
  return minutes.map((each, week) => ({ day: TODAY.subtract({ days: week * 7 }).toString(), minutes: each }));
}

const contract = { startsOn: day("2026-01-01"), endsOn: day("2027-12-31"), today: TODAY };

describe("when a contract runs out", () => {
  it("is told by the mean of the weeks, to the day when each week is alike", () => {
    // 12 whole weeks in 90 days, 60 minutes each; 600 left are ten weeks.
    const forecast = forecastOf({ ...contract, uses: weekly(Array(12).fill(60)), available: 600 });
    expect(forecast).toEqual({ kind: "runs-out", weekly: 60, earliest: day("2027-01-27"), expected: day("2027-01-27"), latest: day("2027-01-27") });
  });

  it("is told with how far it may be off when the weeks differ", () => {
    const forecast = forecastOf({ ...contract, uses: weekly([120, 0, 120, 0, 120, 0, 120, 0, 120, 0, 120, 0]), available: 600 });
    if (forecast.kind !== "runs-out") throw new Error(forecast.kind);
    expect(forecast.weekly).toBe(60);
    expect(Temporal.PlainDate.compare(forecast.earliest, forecast.expected)).toBe(-1);
    expect(Temporal.PlainDate.compare(forecast.expected, forecast.latest!)).toBe(-1);
    // mean 60, deviation 62.67, error 1.28 × 62.67 / √12 = 23.16: 600 at 83.16 a week is 50 whole days, at 36.84 it is 113.
    expect(forecast.earliest.toString()).toBe("2027-01-07");
    expect(forecast.latest?.toString()).toBe("2027-03-11");
  });

  it("is not before its end when the pace is slow, and says what is left over then", () => {
    const forecast = forecastOf({ ...contract, endsOn: day("2026-12-16"), uses: weekly(Array(12).fill(60)), available: 600 });
    // Four weeks of sixty minutes.
    expect(forecast).toEqual({ kind: "lasts", weekly: 60, left: { least: 360, most: 360 } });
  });

  it("may be open to one side", () => {
    expect(forecastOf({ ...contract, endsOn: day("2027-01-31"), uses: weekly([120, 0, 120, 0, 120, 0, 120, 0, 120, 0, 120, 0]), available: 600 })).toMatchObject({ kind: "runs-out", latest: null });
  });

  it("is not told of too little: two weeks, two days of work, or none", () => {
    expect(forecastOf({ ...contract, startsOn: day("2026-11-02"), uses: weekly([60, 60, 60]), available: 600 })).toEqual({ kind: "too-little" });
    expect(forecastOf({ ...contract, uses: weekly([60, 60]), available: 600 })).toEqual({ kind: "too-little" });
    expect(forecastOf({ ...contract, uses: [], available: 600 })).toEqual({ kind: "too-little" });
    // What was long ago is none of the last ninety days.
    expect(forecastOf({ ...contract, uses: weekly([...Array(13).fill(0), 60, 60, 60, 60]), available: 600 })).toEqual({ kind: "too-little" });
  });

  it("is past when nothing is left", () => {
    expect(forecastOf({ ...contract, uses: weekly(Array(12).fill(60)), available: 0 })).toEqual({ kind: "used-up" });
  });
});

describe("the picture of a balance", () => {
  const points = burnDown([{ day: "2026-11-01", minutes: 600 }, { day: "2026-11-06", minutes: -300 }], day("2026-11-11"));

  it("has a point each day on which it changed, and today", () => {
    expect(points).toEqual([{ day: "2026-11-01", balance: 600 }, { day: "2026-11-06", balance: 300 }, { day: "2026-11-11", balance: 300 }]);
  });

  it("goes in steps across the contract's days, with a line to where it runs out", () => {
    const picture = pictureOf({ points, from: day("2026-11-01"), to: day("2026-11-21"), today: day("2026-11-11"), runsOutOn: day("2026-11-16"), width: 200, height: 100 });
    expect(picture).toEqual({ line: "0,0 50,0 50,50 100,50 100,50", area: "0,100 0,0 50,0 50,50 100,50 100,50 100,100", zeroY: 100, todayX: 100, forecast: "100,50 150,100", top: 600, bottom: 0 });
  });

  it("goes below zero where the contract does, and is empty without entries", () => {
    const below = pictureOf({ points: [{ day: "2026-11-01", balance: 60 }, { day: "2026-11-02", balance: -60 }], from: day("2026-11-01"), to: day("2026-11-03"), today: day("2026-11-02"), runsOutOn: null, width: 100, height: 100 });
    expect(below).toMatchObject({ zeroY: 50, bottom: -60, forecast: null });
    expect(pictureOf({ points: [], from: TODAY, to: TODAY, today: TODAY, runsOutOn: null, width: 100, height: 100 })).toMatchObject({ line: "", area: "" });
  });
});

describe("a statement's month", () => {
  it("is read, or is none", () => {
    expect(parseMonth("2026-11")?.toString()).toBe("2026-11");
    expect(["2026-13", "2026", "", "x", undefined].map(parseMonth)).toEqual([null, null, null, null, null]);
  });

  it("goes from midnight to midnight of the desk's zone", () => {
    const { from, until } = boundsOf(Temporal.PlainYearMonth.from("2026-11"), "America/Mexico_City");
    expect([from.toString(), until.toString()]).toEqual(["2026-11-01T06:00:00Z", "2026-12-01T06:00:00Z"]);
  });

  it("is one of those since the first, the latest first", () => {
    expect(monthsBetween(Temporal.PlainYearMonth.from("2026-11"), Temporal.PlainYearMonth.from("2027-01"))).toEqual(["2027-01", "2026-12", "2026-11"]);
  });

  it("counts on from its opening balance", () => {
    expect(withBalances(100, [{ kind: "consume", minutes: -30 }, { kind: "adjust", minutes: 10 }])).toEqual({ rows: [{ kind: "consume", minutes: -30, balance: 70 }, { kind: "adjust", minutes: 10, balance: 80 }], closing: 80 });
  });
});
