import fc from "fast-check";
import { decideBillable, isInFuture, minutesLeft, type AuthorisedWork } from "@/lib/quotes/time-rules";
import { at } from "@/tests/support/clock";

const estimate: AuthorisedWork = { reference: "COT-1", estimatedMinutes: 120, isByEvent: false, roundingMinutes: 15, authorisedAt: at("2026-11-18T09:30:40") };
const startedAt = at("2026-11-18T10:00");

describe("what an entry counts", () => {
  it.each([
    [1, 15],
    [15, 15],
    [16, 30],
    [120, 120],
  ])("%i minutes count %i, in quarters of an hour", (minutes, billable) => {
    expect(decideBillable(estimate, { minutes, used: 0, startedAt })).toEqual({ ok: true, data: billable });
  });

  it("rounds each entry by itself: two of one minute are two quarters", () => {
    expect(decideBillable(estimate, { minutes: 1, used: 15, startedAt })).toEqual({ ok: true, data: 15 });
  });

  it("refuses what would pass the estimate once it is rounded, and says what is left", () => {
    expect(decideBillable(estimate, { minutes: 31, used: 90, startedAt })).toEqual({ ok: false, code: "OVER_ESTIMATE", details: { reference: "COT-1", left: 30, leftText: "30 min", askedText: "45 min" } });
    expect(decideBillable(estimate, { minutes: 30, used: 90, startedAt })).toEqual({ ok: true, data: 30 });
  });

  it("counts nothing that began before the authorisation, to the minute", () => {
    expect(decideBillable(estimate, { minutes: 15, used: 0, startedAt: at("2026-11-18T09:29") })).toMatchObject({ code: "TIME_BEFORE_AUTHORISATION" });
    expect(decideBillable(estimate, { minutes: 15, used: 0, startedAt: at("2026-11-18T09:30") })).toMatchObject({ ok: true });
  });

  it("is bounded by nothing where an event was priced without an estimate", () => {
    const event = { ...estimate, isByEvent: true, estimatedMinutes: 0, roundingMinutes: 1 };
    expect(decideBillable(event, { minutes: 500, used: 500, startedAt })).toEqual({ ok: true, data: 500 });
    expect([minutesLeft(event, 500), minutesLeft({ ...event, estimatedMinutes: 60 }, 500), minutesLeft({ ...estimate, estimatedMinutes: 0 }, 0)]).toEqual([null, 0, 0]);
  });

  it("never passes the estimate, whatever is posted in whatever order", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 90 })), fc.constantFrom(1, 5, 10, 15, 30, 60), (entries, roundingMinutes) => {
      let used = 0;
      for (const minutes of entries) {
        const decided = decideBillable({ ...estimate, roundingMinutes }, { minutes, used, startedAt });
        if (decided.ok) used += decided.data;
      }
      expect(used).toBeLessThanOrEqual(120);
    }));
  });
});

it("knows work that has not happened yet, a minute forgiven", () => {
  const now = at("2026-11-18T12:00");
  expect(isInFuture({ startedAt: at("2026-11-18T11:30"), minutes: 31, now })).toBe(false);
  expect(isInFuture({ startedAt: at("2026-11-18T11:30"), minutes: 32, now })).toBe(true);
});
