import { clockExample } from "@/app/(public)/_data/clock-example";
import { deskStates } from "@/app/(public)/_data/desk-states";
import { minutesOfWorkingDay, weekHours } from "@/app/(public)/_data/week-hours";
import { compileCalendar, type CalendarDefinition } from "@/lib/sla/business-time";
import { at } from "@/tests/support/clock";

const NINE_TO_SIX = [["09:00", "18:00"]] as const;
const CLOSED = [] as const;

function calendarOf(weekly: Partial<CalendarDefinition["weekly"]> = {}, holidays: string[] = []) {
  const workdays = { mon: NINE_TO_SIX, tue: NINE_TO_SIX, wed: NINE_TO_SIX, thu: NINE_TO_SIX, fri: NINE_TO_SIX, sat: CLOSED, sun: CLOSED };
  return compileCalendar({ timeZone: "America/Mexico_City", weekly: { ...workdays, ...weekly }, holidays });
}

const told = (states: ReturnType<typeof deskStates>) =>
  states.map(({ from, isOpen, changesAt }) => [from.toString(), isOpen, changesAt?.toString() ?? null]);

describe("whether the desk is open", () => {
  it("says at noon that it is open till six, and then what follows", () => {
    expect(told(deskStates(calendarOf(), at("2026-11-18T12:00"), 2))).toEqual([
      ["2026-11-18T15:00:00Z", true, "2026-11-19T00:00:00Z"],
      ["2026-11-19T00:00:00Z", false, "2026-11-19T15:00:00Z"],
      ["2026-11-19T15:00:00Z", true, "2026-11-20T00:00:00Z"],
    ]);
  });

  it("says on a Saturday that it is closed until Monday", () => {
    expect(told(deskStates(calendarOf(), at("2026-11-21T12:00"), 1))).toEqual([
      ["2026-11-21T18:00:00Z", false, "2026-11-23T15:00:00Z"],
      ["2026-11-23T15:00:00Z", true, "2026-11-24T00:00:00Z"],
    ]);
  });

  it("skips a holiday", () => {
    const [state] = deskStates(calendarOf({}, ["2026-11-16"]), at("2026-11-16T12:00"), 1);
    expect(state?.changesAt?.toString()).toBe("2026-11-17T15:00:00Z");
  });
});

describe("the timetable", () => {
  it("joins neighbouring days with the same hours", () => {
    expect(weekHours(calendarOf())).toEqual([
      { first: "mon", last: "fri", dayCount: 5, intervals: [{ from: "9:00", to: "18:00" }], isAllDay: false },
      { first: "sat", last: "sun", dayCount: 2, intervals: [], isAllDay: false },
    ]);
  });

  it("tells split days, whole days and hours past midnight", () => {
    const lines = weekHours(calendarOf({ wed: [["09:00", "14:00"], ["16:00", "18:30"]], sat: [["00:00", "24:00"]], sun: [["22:00", "06:00"]] }));
    expect(lines.map((line) => line.intervals)).toEqual([
      [{ from: "9:00", to: "18:00" }],
      [{ from: "9:00", to: "14:00" }, { from: "16:00", to: "18:30" }],
      [{ from: "9:00", to: "18:00" }],
      [{ from: "0:00", to: "24:00" }],
      [{ from: "22:00", to: "6:00" }],
    ]);
    expect(lines[3]?.isAllDay).toBe(true);
  });

  it("knows the length of a working day only where all have one", () => {
    expect(minutesOfWorkingDay(calendarOf())).toBe(540);
    expect(minutesOfWorkingDay(calendarOf({ fri: [["09:00", "14:00"]] }))).toBeNull();
  });
});

describe("the example of the policy", () => {
  it("begins two hours before the next weekend and counts over it", () => {
    const example = clockExample({ calendar: calendarOf(), clock: "business-hours", minutes: 1440 }, at("2026-11-18T12:00"));
    expect(example?.startAt.toString()).toBe("2026-11-20T22:00:00Z"); // Friday 16:00
    // 2 h on Friday, 9 on Monday, 9 on Tuesday, 4 on Wednesday
    expect(example?.explanation.dueAt?.toString()).toBe("2026-11-25T19:00:00Z");
    expect(example?.explanation.steps.some((step) => step.kind === "skips" && step.reason === "weekend")).toBe(true);
  });

  it("has none where the desk never rests for longer than a night", () => {
    const daily = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, NINE_TO_SIX]));
    expect(clockExample({ calendar: calendarOf(daily), clock: "business-hours", minutes: 60 }, at("2026-11-18T12:00"))).toBeNull();
  });
});
