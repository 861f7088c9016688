import {
  addBusinessMinutes,
  businessMinutesBetween,
  businessMinutesWithPauses,
  compileCalendar,
  dueAtWithPauses,
  isOpen,
  type CalendarDefinition,
  type ClockKind,
} from "@/lib/sla/business-time";
import { codeOf, everyDay, instant, mexicanDesk, mexico, only, workWeek } from "./support/calendars";

const HOURS = "business-hours";
const DAYS = "business-days";

/** 2026-06-01 is a Monday. */
describe("addBusinessMinutes", () => {
  const desk = mexicanDesk();
  const due = (start: string, minutes: number, clock: ClockKind = HOURS) => addBusinessMinutes(desk, mexico(start), minutes, clock);

  it("ends at closing time when the time is used up exactly then", () => {
    expect(due("2026-06-01 10:00", 480)).toEqual(mexico("2026-06-01 18:00"));
  });

  it("goes on the next morning with what is left", () => {
    expect(due("2026-06-01 10:00", 481)).toEqual(mexico("2026-06-02 09:01"));
  });

  it("counts the low priority's 72 hours as eight working days of nine", () => {
    expect(due("2026-06-01 09:00", 72 * 60)).toEqual(mexico("2026-06-10 18:00"));
  });

  it("starts at the next opening outside hours", () => {
    expect(due("2026-06-05 20:00", 60)).toEqual(mexico("2026-06-08 10:00")); // Friday night -> Monday
  });

  it("passes over a holiday", () => {
    expect(due("2026-09-15 17:00", 120)).toEqual(mexico("2026-09-17 10:00"));
  });

  it("answers zero minutes with the start while open, with the next opening otherwise, at closing time too", () => {
    expect(due("2026-06-01 10:00", 0)).toEqual(mexico("2026-06-01 10:00"));
    expect(due("2026-06-01 18:00", 0)).toEqual(mexico("2026-06-02 09:00"));
    expect(due("2026-06-06 10:00", 0)).toEqual(mexico("2026-06-08 09:00"));
  });

  it("keeps seconds and milliseconds, and rounds fractions of a minute to the millisecond", () => {
    expect(due("2026-06-01 17:59:30.250", 1)).toEqual(mexico("2026-06-02 09:00:30.250"));
    expect(due("2026-06-01 10:00", 0.000_012)).toEqual(mexico("2026-06-01 10:00:00.001"));
  });

  it("cuts off what is finer than a millisecond", () => {
    expect(due("2026-06-01 10:00:00.000999999", 1)).toEqual(mexico("2026-06-01 10:01"));
  });

  it("counts 24 hours of each working day on the business-days clock", () => {
    expect(due("2026-06-05 16:00", 24 * 60, DAYS)).toEqual(mexico("2026-06-08 16:00")); // Friday -> Monday
    expect(due("2026-06-05 00:00", 24 * 60, DAYS)).toEqual(mexico("2026-06-06 00:00")); // ends at Friday's 24:00
    expect(due("2026-06-06 13:00", 60, DAYS)).toEqual(mexico("2026-06-08 01:00"));
  });

  it("does not count the lunch break", () => {
    const splitShift = mexicanDesk({ weekly: workWeek([["09:00", "14:00"], ["15:30", "18:00"]]) });

    expect(addBusinessMinutes(splitShift, mexico("2026-06-01 13:30"), 60, HOURS)).toEqual(mexico("2026-06-01 16:00"));
  });

  it("takes intervals that touch as one opening", () => {
    const shifts = mexicanDesk({ weekly: workWeek([["09:00", "14:00"], ["14:00", "18:00"]]) });

    expect(addBusinessMinutes(shifts, mexico("2026-06-01 13:00"), 60, HOURS)).toEqual(mexico("2026-06-01 14:00"));
    expect(isOpen(shifts, mexico("2026-06-01 14:00"))).toBe(true);
  });

  it("lets a night shift end on a holiday, and removes the one that would start on it", () => {
    const nights = mexicanDesk({ weekly: everyDay([["22:00", "06:00"]]), holidays: ["2026-06-02"] });

    expect(businessMinutesBetween(nights, mexico("2026-06-02 00:00"), mexico("2026-06-03 00:00"), HOURS)).toBe(6 * 60);
    expect(addBusinessMinutes(nights, mexico("2026-06-01 22:00"), 8 * 60 + 1, HOURS)).toEqual(mexico("2026-06-03 22:01"));
  });

  it("carries a Sunday night over into the week of a Monday holiday", () => {
    const sundays = mexicanDesk({ weekly: only({ sun: [["20:00", "04:00"]] }), holidays: ["2026-06-01", "2026-06-07"] });

    expect(isOpen(sundays, mexico("2026-06-01 03:59"))).toBe(true); // Sunday 31 May's shift, Monday is a holiday
    expect(isOpen(sundays, mexico("2026-06-08 03:59"))).toBe(false); // Sunday 7 June was one
  });

  it("counts real minutes where a day has 23 or 25 hours", () => {
    const madrid = compileCalendar({ timeZone: "Europe/Madrid", weekly: everyDay([["00:00", "24:00"]]), holidays: [] });
    const dayLength = (date: string, next: string) => businessMinutesBetween(madrid, instant(date), instant(next), DAYS);

    expect(dayLength("2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00")).toBe(23 * 60);
    expect(dayLength("2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00")).toBe(25 * 60);
  });

  it("knows the Tuesday of 25 hours on which Ciudad Juárez changed its offset", () => {
    const juarez = compileCalendar({ timeZone: "America/Ciudad_Juarez", weekly: workWeek(), holidays: [] });
    const from = instant("2022-11-29T00:00-06:00");

    expect(addBusinessMinutes(juarez, from, 25 * 60, DAYS)).toEqual(instant("2022-11-30T00:00-07:00"));
    expect(addBusinessMinutes(juarez, from, 540 + 60, HOURS)).toEqual(instant("2022-11-30T10:00-07:00"));
  });

  it("leaves out the date that Samoa skipped", () => {
    const apia = compileCalendar({ timeZone: "Pacific/Apia", weekly: everyDay([["09:00", "17:00"]]), holidays: [] });

    // Thursday 29 December 2011 (-10:00) is followed by Saturday the 31st (+14:00).
    expect(addBusinessMinutes(apia, instant("2011-12-29T16:00-10:00"), 120, HOURS)).toEqual(instant("2011-12-31T10:00+14:00"));
  });

  it("opens a special day by its own hours, closes one without any, and lets a holiday win over it", () => {
    const special = mexicanDesk({
      holidays: ["2026-06-13"],
      overrides: { "2026-06-06": [["10:00", "12:00"]], "2026-06-08": [], "2026-06-13": [["10:00", "12:00"]] },
    });
    const minutesOn = (date: string) =>
      businessMinutesBetween(special, mexico(`${date} 00:00`), mexico(`${date} 23:59`), HOURS);

    expect(["2026-06-05", "2026-06-06", "2026-06-08", "2026-06-13"].map(minutesOn)).toEqual([540, 120, 0, 0]);
    expect(isOpen(special, mexico("2026-06-06 03:00"), DAYS)).toBe(true);
    expect(isOpen(special, mexico("2026-06-08 10:00"), DAYS)).toBe(false);
  });

  it("serves decades: fifty years of 52 or 53 weeks between two Mondays", () => {
    const plain = mexicanDesk({ holidays: [] });
    // 1 June 2026 to 3 June 2126 are 5218 weeks (100 years: 36,524 days + 2) of 45 hours.
    expect(addBusinessMinutes(plain, mexico("2026-06-01 09:00"), 5218 * 45 * 60 + 1, HOURS)).toEqual(mexico("2126-06-03 09:01"));
  });

  it("runs on behind a long list of holidays", () => {
    const year = Array.from({ length: 365 }, (_, day) => Temporal.PlainDate.from("2026-01-01").add({ days: day }).toString());
    const closedYear = mexicanDesk({ holidays: year });

    expect(addBusinessMinutes(closedYear, mexico("2026-01-01 00:00"), 30, HOURS)).toEqual(mexico("2027-01-01 09:30"));
  });
});

describe("businessMinutesBetween", () => {
  it("is negative when the ends are exchanged, and zero over closed time", () => {
    const desk = mexicanDesk();

    expect(businessMinutesBetween(desk, mexico("2026-06-02 10:00"), mexico("2026-06-01 17:00"), HOURS)).toBe(-120);
    expect(businessMinutesBetween(desk, mexico("2026-06-06 00:00"), mexico("2026-06-08 09:00"), HOURS)).toBe(0);
  });
});

describe("isOpen", () => {
  it("counts the opening instant and not the closing one", () => {
    const desk = mexicanDesk();

    expect(isOpen(desk, mexico("2026-06-01 09:00"))).toBe(true);
    expect(isOpen(desk, mexico("2026-06-01 17:59:59.999"))).toBe(true);
    expect(isOpen(desk, mexico("2026-06-01 18:00"))).toBe(false);
    expect(isOpen(desk, mexico("2026-06-01 18:00"), DAYS)).toBe(true);
  });
});

describe("dueAtWithPauses", () => {
  const desk = mexicanDesk();
  const start = mexico("2026-06-01 10:00");
  const due = (minutes: number, ...pauses: [from: string, to: string | null][]) =>
    dueAtWithPauses(desk, { start, minutes, pauses: pauses.map(([from, to]) => ({ from: mexico(from), to: to === null ? null : mexico(to) })) }, HOURS);

  it("does not count what was paused within hours", () => {
    expect(due(240, ["2026-06-01 11:00", "2026-06-01 12:30"])).toEqual(mexico("2026-06-01 15:30"));
  });

  it("counts an hour once where pauses overlap, whatever their order", () => {
    expect(due(240, ["2026-06-01 12:00", "2026-06-01 13:00"], ["2026-06-01 11:00", "2026-06-01 12:30"])).toEqual(mexico("2026-06-01 16:00"));
  });

  it("is not moved by a pause outside hours, nor by one that begins at the due instant", () => {
    expect(due(480, ["2026-06-01 18:00", "2026-06-02 09:00"])).toEqual(mexico("2026-06-01 18:00"));
    expect(due(60, ["2026-06-01 11:00", null])).toEqual(mexico("2026-06-01 11:00"));
  });

  it("has no date while a pause lasts", () => {
    expect(due(240, ["2026-06-01 11:00", null])).toBeNull();
  });

  it("waits with zero minutes until a pause over the start has ended", () => {
    expect(due(0, ["2026-06-01 09:00", "2026-06-01 10:30"])).toEqual(mexico("2026-06-01 10:30"));
  });

  it("counts the elapsed minutes of a clock outside its pauses", () => {
    const pauses = [{ from: mexico("2026-06-01 11:00"), to: null }];

    expect(businessMinutesWithPauses(desk, { start, end: mexico("2026-06-03 10:00"), pauses }, HOURS)).toBe(60);
    expect(businessMinutesWithPauses(desk, { start, end: mexico("2026-05-01 10:00"), pauses }, HOURS)).toBe(0);
  });
});

describe("refusals by name", () => {
  const valid: CalendarDefinition = { timeZone: "America/Mexico_City", weekly: workWeek(), holidays: [] };
  const compiling = (changes: Partial<CalendarDefinition>) => codeOf(() => compileCalendar({ ...valid, ...changes }));
  const week = (...monday: [string, string][]) => ({ weekly: only({ mon: monday }) });

  it.each([
    ["a calendar without hours", { weekly: only({}) }, "CALENDAR_NEVER_OPENS"],
    ["special days that only close", { weekly: only({}), overrides: { "2026-06-06": [] } }, "CALENDAR_NEVER_OPENS"],
    ["special days that fall on holidays only", { weekly: only({}), holidays: ["2026-06-06"], overrides: { "2026-06-06": [["09:00", "10:00"]] } }, "CALENDAR_NEVER_OPENS"],
    ["a special day outside the horizon only", { weekly: only({}), overrides: { "2300-06-06": [["09:00", "10:00"]] } }, "CALENDAR_NEVER_OPENS"],
    ["a zone that does not exist", { timeZone: "Mars/Phobos" }, "UNKNOWN_TIME_ZONE"],
    ["an offset for a zone", { timeZone: "-06:00" }, "UNKNOWN_TIME_ZONE"],
    ["an instant for a zone", { timeZone: "2026-01-01T00:00[UTC]" }, "UNKNOWN_TIME_ZONE"],
    ["an empty zone", { timeZone: "" }, "UNKNOWN_TIME_ZONE"],
    ["intervals that overlap", week(["09:00", "12:00"], ["11:59", "13:00"]), "OVERLAPPING_INTERVALS"],
    ["a night that runs into the next morning's hours", { weekly: only({ mon: [["22:00", "09:01"]], tue: [["09:00", "10:00"]] }) }, "OVERLAPPING_INTERVALS"],
    ["a Sunday night that runs into Monday's hours", { weekly: only({ sun: [["22:00", "09:01"]], mon: [["09:00", "10:00"]] }) }, "OVERLAPPING_INTERVALS"],
    ["a special day that overlaps the night before", { weekly: everyDay([["22:00", "06:00"]]), overrides: { "2026-06-06": [["05:00", "07:00"]] } }, "OVERLAPPING_INTERVALS"],
    ["a time that is none", week(["9:00", "18:00"]), "INVALID_INTERVAL"],
    ["an hour past 24", week(["09:00", "25:00"]), "INVALID_INTERVAL"],
    ["an opening at 24:00", week(["24:00", "06:00"]), "INVALID_INTERVAL"],
    ["a date that does not exist", { holidays: ["2026-02-30"] }, "INVALID_HOLIDAY"],
    ["a date in another spelling", { holidays: ["16/09/2026"] }, "INVALID_HOLIDAY"],
    ["a special day that does not exist", { overrides: { "2026-13-01": [] } }, "INVALID_OVERRIDE"],
  ] satisfies [string, Partial<CalendarDefinition>, string][])("refuses %s", (_, changes, code) => {
    expect(compiling(changes)).toBe(code);
  });

  it("refuses a weekday that does not exist, instead of taking it for closed", () => {
    const weekly = { ...workWeek(), monday: [["09:00", "18:00"]] } as CalendarDefinition["weekly"];

    expect(compiling({ weekly })).toBe("INVALID_WEEKDAY");
  });

  it("refuses a calendar whose every date is a holiday", () => {
    const first = Date.UTC(1899, 11, 1);
    const holidays = Array.from({ length: 110_000 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));

    expect(compiling({ holidays })).toBe("CALENDAR_NEVER_OPENS");
  });

  it.each([-1, -0.001, Number.NaN, Infinity, -Infinity])("refuses %d minutes", (minutes) => {
    const desk = mexicanDesk();
    const start = mexico("2026-06-01 10:00");

    expect(codeOf(() => addBusinessMinutes(desk, start, minutes, HOURS))).toBe("INVALID_MINUTES");
    expect(codeOf(() => dueAtWithPauses(desk, { start, minutes, pauses: [] }, HOURS))).toBe("INVALID_MINUTES");
  });

  it("refuses what lies outside 1900 to 2199", () => {
    const desk = mexicanDesk();
    const adding = (start: string, minutes: number) => codeOf(() => addBusinessMinutes(desk, instant(start), minutes, HOURS));

    expect(adding("1899-12-31T23:59:59Z", 1)).toBe("OUT_OF_HORIZON");
    expect(adding("2200-01-01T00:00:01Z", 1)).toBe("OUT_OF_HORIZON");
    expect(adding("+275760-01-01T00:00Z", 1)).toBe("OUT_OF_HORIZON");
    expect(adding("2026-01-01T00:00Z", 1e12)).toBe("OUT_OF_HORIZON");
    expect(adding("2026-01-01T00:00Z", Number.MAX_VALUE)).toBe("OUT_OF_HORIZON");
    expect(codeOf(() => isOpen(desk, instant("-271821-04-20T00:00Z")))).toBe("OUT_OF_HORIZON");
  });

  it("refuses to wait for an opening that never comes after the last special day", () => {
    const fair = mexicanDesk({ weekly: only({}), overrides: { "2026-06-06": [["09:00", "10:00"]] } });

    expect(addBusinessMinutes(fair, mexico("2026-06-01 00:00"), 60, HOURS)).toEqual(mexico("2026-06-06 10:00"));
    expect(codeOf(() => addBusinessMinutes(fair, mexico("2026-06-01 00:00"), 61, HOURS))).toBe("OUT_OF_HORIZON");
    expect(codeOf(() => addBusinessMinutes(fair, mexico("2026-06-07 00:00"), 0, HOURS))).toBe("OUT_OF_HORIZON");
    expect(isOpen(fair, mexico("2026-06-07 09:30"))).toBe(false);
  });

  it("refuses a pause that ends before it begins, and a clock that does not exist", () => {
    const desk = mexicanDesk();
    const start = mexico("2026-06-01 10:00");
    const pauses = [{ from: mexico("2026-06-01 12:00"), to: mexico("2026-06-01 11:00") }];

    expect(codeOf(() => dueAtWithPauses(desk, { start, minutes: 60, pauses }, HOURS))).toBe("INVALID_PAUSE");
    expect(codeOf(() => isOpen(desk, start, "lunar" as ClockKind))).toBe("UNKNOWN_CLOCK");
  });

  it("says what to do", () => {
    expect(() => compileCalendar({ ...valid, ...week(["09:00", "12:00"], ["11:00", "13:00"]) })).toThrow(
      "mon 09:00-12:00 and mon 11:00-13:00 overlap. Join them into one interval, or end the first before the second starts.",
    );
  });
});

describe("a compiled calendar", () => {
  it("is frozen throughout", () => {
    const open: unknown[] = [mexicanDesk({ overrides: { "2026-06-06": [["09:00", "10:00"]] } })];
    const notFrozen: unknown[] = [];
    for (const value of open) {
      if (!Object.isFrozen(value)) notFrozen.push(value);
      if (typeof value === "object" && value !== null) open.push(...Object.values(value));
    }

    expect(open.length).toBeGreaterThan(30);
    expect(notFrozen.filter((value) => typeof value !== "function")).toEqual([]);
  });

  it("does not follow later changes of its definition", () => {
    const definition = { timeZone: "America/Mexico_City", weekly: workWeek([["09:00", "18:00"]]), holidays: ["2026-06-02"] };
    const desk = compileCalendar(definition);

    definition.holidays.push("2026-06-01");
    Object.assign(definition.weekly, { mon: [] });

    expect(isOpen(desk, mexico("2026-06-01 10:00"))).toBe(true);
    expect(desk.definition.holidays).toEqual(["2026-06-02"]);
    expect(desk.definition.weekly.mon).toEqual([["09:00", "18:00"]]);
  });

  it("writes the zone in its usual spelling", () => {
    expect(mexicanDesk({ timeZone: "america/mexico_city" }).definition.timeZone).toBe("America/Mexico_City");
  });
});
