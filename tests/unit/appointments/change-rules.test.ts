import { costOfChange, costOfMissing, type ChangeQuestion } from "@/lib/appointments/change-rules";
import { mexicanDesk, mexico } from "@/tests/unit/sla/support/calendars";

/** Friday 20 November 2026, 10:00; four business hours before it are Thursday 15:00 (three hours to 18:00, one from 9:00). */
const question = (changes: Partial<ChangeQuestion> = {}): ChangeQuestion => ({
  calendar: mexicanDesk(), rules: { lateMinutes: 240, lateCostMinutes: 30 }, state: "confirmed", startsAt: mexico("2026-11-20 10:00"), by: "customer", leftMinutes: 90, now: mexico("2026-11-19 12:00"), ...changes,
});

describe("what a change costs", () => {
  it.each([
    ["Thursday noon", "2026-11-19 12:00", false, 0],
    ["Thursday 15:00, exactly four business hours before", "2026-11-19 15:00", false, 0],
    ["a minute later", "2026-11-19 15:01", true, 30],
    ["in the night, when no business time runs", "2026-11-19 23:00", true, 30],
    ["a minute before it begins", "2026-11-20 09:59", true, 30],
  ])("on %s", (_name, now, isLate, costMinutes) => {
    expect(costOfChange(question({ now: mexico(now) }))).toMatchObject({ isLate, costMinutes });
  });

  it("says until when it is free", () => {
    expect(costOfChange(question()).freeUntil).toEqual(mexico("2026-11-19 15:00"));
  });

  it("counts over a weekend and a holiday by business time alone", () => {
    // Tuesday 17 November 10:00, Monday is Revolución: one hour of Tuesday, three of Friday.
    expect(costOfChange(question({ startsAt: mexico("2026-11-17 10:00"), now: mexico("2026-11-13 14:00") })).freeUntil).toEqual(mexico("2026-11-13 15:00"));
    expect(costOfChange(question({ startsAt: mexico("2026-11-17 10:00"), now: mexico("2026-11-16 10:00") }))).toMatchObject({ isLate: true, costMinutes: 30 });
  });

  it("where the deadline falls on a closing time, the night and what follows until opening are free too", () => {
    // 10:00 less sixty minutes is 9:00, when the desk opens: all of the night before counts as no time.
    expect(costOfChange(question({ rules: { lateMinutes: 60, lateCostMinutes: 30 } })).freeUntil).toEqual(mexico("2026-11-20 09:00"));
  });

  it.each<[string, Partial<ChangeQuestion>]>([
    ["by the desk", { by: "desk" }],
    ["of what is not confirmed", { state: "proposed" }],
    ["where nothing is left of the authorisation", { leftMinutes: 0 }],
    ["where no change is late", { rules: { lateMinutes: 0, lateCostMinutes: 30 } }],
    ["where it costs nothing", { rules: { lateMinutes: 240, lateCostMinutes: 0 } }],
  ])("late %s is nothing", (_name, changes) => {
    expect(costOfChange(question({ now: mexico("2026-11-20 09:30"), ...changes })).costMinutes).toBe(0);
  });

  it("is never more than what is left", () => {
    expect(costOfChange(question({ now: mexico("2026-11-20 09:30"), leftMinutes: 12 })).costMinutes).toBe(12);
  });
});

describe("what an absence costs", () => {
  it("is the customer's as a late change, the desk's nothing", () => {
    const rules = { lateCostMinutes: 30 };
    expect(costOfMissing({ rules, missedBy: "customer", leftMinutes: 90 })).toBe(30);
    expect(costOfMissing({ rules, missedBy: "customer", leftMinutes: 20 })).toBe(20);
    expect(costOfMissing({ rules, missedBy: "desk", leftMinutes: 90 })).toBe(0);
  });
});
