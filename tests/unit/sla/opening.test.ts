import { compileCalendar } from "@/lib/sla/business-time";
import { nextOpenings, openingStatusAt, upcomingHolidays } from "@/lib/sla/opening";
import { codeOf, everyDay, mexicanDesk, mexico, workWeek } from "./support/calendars";

const aroundTheClock = compileCalendar({ timeZone: "America/Mexico_City", weekly: everyDay([["00:00", "24:00"]]), holidays: [] });

describe("openingStatusAt", () => {
  it("tells the closing while open and the opening while closed", () => {
    const desk = mexicanDesk();

    expect(openingStatusAt(desk, mexico("2026-06-05 09:00"))).toEqual({ isOpen: true, changesAt: mexico("2026-06-05 18:00") });
    expect(openingStatusAt(desk, mexico("2026-06-05 18:00"))).toEqual({ isOpen: false, changesAt: mexico("2026-06-08 09:00") });
  });

  it("does not close between intervals that touch, nor at midnight", () => {
    const shifts = mexicanDesk({ weekly: workWeek([["00:00", "12:00"], ["12:00", "24:00"]]) });

    expect(openingStatusAt(shifts, mexico("2026-06-01 10:00")).changesAt).toEqual(mexico("2026-06-06 00:00"));
  });

  it("never changes around the clock", () => {
    expect(openingStatusAt(aroundTheClock, mexico("2026-06-01 10:00"))).toEqual({ isOpen: true, changesAt: null });
  });

  it("tells the working days of the other clock", () => {
    expect(openingStatusAt(mexicanDesk(), mexico("2026-06-05 20:00"), "business-days")).toEqual({
      isOpen: true,
      changesAt: mexico("2026-06-06 00:00"),
    });
  });
});

describe("nextOpenings", () => {
  it("begins with the opening under way, as it began", () => {
    expect(nextOpenings(mexicanDesk(), mexico("2026-06-05 12:00"), 2)).toEqual([
      { opensAt: mexico("2026-06-05 09:00"), closesAt: mexico("2026-06-05 18:00") },
      { opensAt: mexico("2026-06-08 09:00"), closesAt: mexico("2026-06-08 18:00") },
    ]);
  });

  it("passes over a holiday", () => {
    expect(nextOpenings(mexicanDesk(), mexico("2026-09-15 18:00"), 1)).toEqual([
      { opensAt: mexico("2026-09-17 09:00"), closesAt: mexico("2026-09-17 18:00") },
    ]);
  });

  it("lists one opening without an end around the clock", () => {
    expect(nextOpenings(aroundTheClock, mexico("2026-06-05 12:00"), 5)).toHaveLength(1);
  });

  it("refuses a list without entries or without bounds", () => {
    for (const count of [0, -1, 1.5, Infinity]) {
      expect(codeOf(() => nextOpenings(mexicanDesk(), mexico("2026-06-05 12:00"), count))).toBe("INVALID_COUNT");
    }
  });
});

describe("upcomingHolidays", () => {
  it("lists today's holiday until its local midnight, and says which fall on closed days", () => {
    const desk = mexicanDesk({ holidays: ["2026-11-16", "2026-09-16", "2026-12-06"] });

    expect(upcomingHolidays(desk, mexico("2026-09-16 23:59"), 2)).toEqual([
      { date: "2026-09-16", closesWorkingDay: true },
      { date: "2026-11-16", closesWorkingDay: true },
    ]);
    expect(upcomingHolidays(desk, mexico("2026-11-17 00:00"), 5)).toEqual([{ date: "2026-12-06", closesWorkingDay: false }]);
  });
});
