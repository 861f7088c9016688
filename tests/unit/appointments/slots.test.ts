import fc from "fast-check";
import { offeredSlots, type SlotQuestion } from "@/lib/appointments/slots";
import type { Span, WeeklySpan } from "@/lib/appointments/types";
import { compileCalendar } from "@/lib/sla/business-time";
import { mexicanDesk, mexico, workWeek } from "@/tests/unit/sla/support/calendars";

const NINE_TO_SIX: WeeklySpan[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsMinute: 540, endsMinute: 1080 }));
/** Wednesday 18 November 2026, 12:00. */
const NOW = mexico("2026-11-18 12:00");

const question = (changes: Partial<SlotQuestion> = {}): SlotQuestion => ({
  calendar: mexicanDesk(), weekly: NINE_TO_SIX, absences: [], booked: [], slotMinutes: 30, leadMinutes: 0, minutes: 60, now: NOW, ...changes,
});
const span = (from: string, to: string): Span => ({ from: mexico(from), to: mexico(to) });
const wall = (at: Temporal.Instant, zone = "America/Mexico_City") => at.toZonedDateTimeISO(zone).toPlainDateTime().toString().replace("T", " ").slice(0, 16);
const starts = (changes: Partial<SlotQuestion> = {}) => offeredSlots(question(changes)).map(({ from }) => wall(from, (changes.calendar ?? mexicanDesk()).zone.id));
const on = (day: string, found: string[]) => found.filter((each) => each.startsWith(day)).map((each) => each.slice(11));

describe("what is offered", () => {
  it("lies in the support calendar and in the agent's week", () => {
    const weekly = [{ weekday: 4, startsMinute: 480, endsMinute: 630 }];
    // Thursday from 8:00, but the desk opens at 9:00; an hour fits until 10:30.
    expect(on("2026-11-19", starts({ weekly }))).toEqual(["09:00", "09:30"]);
    expect(on("2026-11-20", starts({ weekly }))).toEqual([]);
  });

  it("is nothing on a holiday or on a weekend, whatever the week says", () => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }));
    const found = starts({ weekly, now: mexico("2026-11-13 17:00") });
    expect(on("2026-11-14", found)).toEqual([]);
    expect(on("2026-11-16", found)).toEqual([]); // Revolución
    expect(on("2026-11-17", found)[0]).toBe("09:00");
  });

  it("leaves out what is booked and when the agent is away", () => {
    const found = starts({ booked: [span("2026-11-19 10:00", "2026-11-19 11:00")], absences: [span("2026-11-19 13:15", "2026-11-19 16:00")] });
    // An hour before 10:00 is 9:00; after 11:00 until 13:15 it may begin at 11:00, 11:30, 12:00; from 16:00 until the close at 18:00.
    expect(on("2026-11-19", found)).toEqual(["09:00", "11:00", "11:30", "12:00", "16:00", "16:30", "17:00"]);
  });

  it("begins after the lead time", () => {
    expect(on("2026-11-18", starts({ leadMinutes: 240 }))).toEqual(["16:00", "16:30", "17:00"]);
    expect(on("2026-11-18", starts({ leadMinutes: 241 }))).toEqual(["16:30", "17:00"]);
    expect(on("2026-11-18", starts({ leadMinutes: 1440 }))).toEqual([]);
  });

  it("ends with the horizon of four weeks", () => {
    const found = starts();
    expect(found.at(-1)).toBe("2026-12-16 12:00");
  });

  it("takes several slots in a row for what is longer", () => {
    const weekly = [{ weekday: 4, startsMinute: 540, endsMinute: 720 }];
    expect(on("2026-11-19", starts({ weekly, minutes: 150 }))).toEqual(["09:00", "09:30"]);
    expect(on("2026-11-19", starts({ weekly, minutes: 210 }))).toEqual([]);
  });

  it("begins on whole slots of the wall clock, also where the week begins between them", () => {
    const weekly = [{ weekday: 4, startsMinute: 550, endsMinute: 660 }];
    expect(on("2026-11-19", starts({ weekly, slotMinutes: 20, minutes: 20 }))).toEqual(["09:20", "09:40", "10:00", "10:20", "10:40"]);
  });

  it("keeps the desk's wall times over a change of the clock there", () => {
    // Tijuana goes back an hour on Sunday 1 November 2026: 9:00 is 16:00Z before, 17:00Z after.
    const calendar = compileCalendar({ timeZone: "America/Tijuana", weekly: workWeek(), holidays: [] });
    const now = Temporal.Instant.from("2026-10-30T20:00:00Z");
    const found = offeredSlots(question({ calendar, now, minutes: 30 }));
    const nines = found.filter(({ from }) => wall(from, "America/Tijuana").endsWith("09:00")).map(({ from }) => from.toString());
    expect(nines.slice(0, 2)).toEqual(["2026-11-02T17:00:00Z", "2026-11-03T17:00:00Z"]);
    const before = offeredSlots(question({ calendar, now: Temporal.Instant.from("2026-10-29T20:00:00Z"), minutes: 30 }));
    expect(before[0] && wall(before[0].from, "America/Tijuana")).toBe("2026-10-29 13:00");
    expect(before.some(({ from }) => from.toString() === "2026-10-30T16:00:00Z")).toBe(true);
  });

  it("does not move in Mexico City when other places change their clocks", () => {
    const found = starts({ now: mexico("2026-10-30 08:00"), minutes: 30 });
    expect(on("2026-10-30", found)[0]).toBe("09:00");
    expect(on("2026-11-03", found)[0]).toBe("09:00");
  });

  it("offers an hour that the clock skips not at all, and one that it repeats once", () => {
    const weekly = [{ weekday: 7, startsMinute: 0, endsMinute: 300 }];
    const calendar = compileCalendar({ timeZone: "America/Tijuana", weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [["00:00", "05:00"]] }, holidays: [] });
    const sunday = (now: string, day: string) => on(day, offeredSlots(question({ calendar, weekly, now: Temporal.Instant.from(now), minutes: 60, slotMinutes: 60 })).map(({ from }) => wall(from, "America/Tijuana")));
    expect(sunday("2027-03-12T00:00:00Z", "2027-03-14")).toEqual(["00:00", "01:00", "03:00", "04:00"]);
    expect(sunday("2026-10-30T00:00:00Z", "2026-11-01")).toEqual(["00:00", "01:00", "02:00", "03:00", "04:00"]);
  });
});

describe("whatever is booked", () => {
  const minuteOfMonth = fc.integer({ min: 0, max: 28 * 1440 });
  const spans = fc.array(fc.tuple(minuteOfMonth, fc.integer({ min: 1, max: 2000 })), { maxLength: 12 }).map((pairs) =>
    pairs.map(([from, minutes]): Span => ({ from: NOW.add({ minutes: from }), to: NOW.add({ minutes: from + minutes }) })),
  );

  it("no offered slot overlaps it, an absence or the lead time, and each lies in the desk's hours", () => {
    const calendar = mexicanDesk();
    fc.assert(
      fc.property(spans, spans, fc.constantFrom(15, 20, 30, 60), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3000 }), (booked, absences, slotMinutes, count, leadMinutes) => {
        for (const { from, to } of offeredSlots(question({ calendar, booked, absences, slotMinutes, minutes: slotMinutes * count, leadMinutes }))) {
          for (const other of [...booked, ...absences]) expect(to.epochMilliseconds <= other.from.epochMilliseconds || from.epochMilliseconds >= other.to.epochMilliseconds).toBe(true);
          expect(from.epochMilliseconds).toBeGreaterThanOrEqual(NOW.epochMilliseconds + leadMinutes * 60_000);
          expect(wall(from).slice(11) >= "09:00" && wall(to).slice(11) <= "18:00" && wall(from).slice(0, 10) === wall(to).slice(0, 10)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a slot that is booked is offered no more, and the rest as before", () => {
    const all = offeredSlots(question({ minutes: 30 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: all.length - 1 }), (index) => {
        const taken = all[index]!;
        const left = offeredSlots(question({ minutes: 30, booked: [taken] }));
        expect(left).toHaveLength(all.length - 1);
        expect(left.some(({ from }) => from.equals(taken.from))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });
});
