import fc from "fast-check";
import { compileCalendar, SlaError, type BusinessCalendar, type CalendarDefinition, type OpeningInterval } from "@/lib/sla/business-time";
import { WEEKDAYS } from "@/lib/sla/types";
import { only } from "./calendars";

/** The zones that are hardest on calendars: DST at midnight, by half an hour, abolished, over the date line; and those of our customers. */
const ZONES = [
  "America/Mexico_City", "America/Tijuana", "America/Ciudad_Juarez", "America/Chihuahua", "America/Cancun", "America/Hermosillo",
  "Europe/Madrid", "America/New_York", "America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion",
  "Asia/Kolkata", "Asia/Beirut", "Africa/Casablanca", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "UTC",
];

export interface Scene {
  definition: CalendarDefinition;
  calendar: BusinessCalendar;
  /** Epoch milliseconds; half of the scenes lie within three days of a clock change. */
  start: number;
}

export const scenes: fc.Arbitrary<Scene> = fc
  .tuple(fc.constantFrom(...ZONES), starts())
  .chain(([timeZone, { at, nearChange, shift }]) => {
    const start = nearChange ? changeAfter(timeZone, at) + shift : at;
    return fc.record({
      start: fc.constant(start),
      definition: fc.record({
        timeZone: fc.constant(timeZone),
        weekly: weeks(),
        holidays: datesAround(start),
        overrides: datesAround(start).chain((dates) =>
          fc.tuple(...dates.map((date) => fc.tuple(fc.constant(date), dayIntervals()))).map((entries) => Object.fromEntries(entries)),
        ),
      }),
    });
  })
  .map(({ definition, start }): Scene | null => {
    const calendar = compiledOrNull(definition);
    return calendar && { definition, start, calendar };
  })
  .filter((scene) => scene !== null);

/** Milliseconds, mostly whole minutes and rarely zero. */
export const amounts: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => minutes * 60_000),
  fc.integer({ min: 0, max: 48 * 3_600_000 }),
  fc.constant(0),
);

function starts() {
  return fc.record({
    at: fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2034, 0, 1) }),
    nearChange: fc.boolean(),
    shift: fc.integer({ min: -3 * 86_400_000, max: 86_400_000 }),
  });
}

function changeAfter(timeZone: string, at: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return (here.getTimeZoneTransition("next") ?? here.getTimeZoneTransition("previous") ?? here).epochMilliseconds;
}

/** Up to eight openings of at most a day, anywhere in the week: nights, Sunday nights and openings of exactly 24 hours among them. */
function weeks(): fc.Arbitrary<CalendarDefinition["weekly"]> {
  const quarters = 7 * 96;
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: 0, max: quarters - 1 }), { minLength: 2, maxLength: 16 }),
      turn: fc.integer({ min: 0, max: quarters - 1 }),
    })
    .map(({ cuts, turn }) => {
      const ordered = cuts.sort((a, b) => a - b);
      const weekly = only({});
      const days = WEEKDAYS.map((): OpeningInterval[] => []);
      for (let i = 0; i + 1 < ordered.length; i += 2) {
        const start = ordered[i] ?? 0;
        const length = Math.min(96, (ordered[i + 1] ?? 0) - start);
        const turned = (start + turn) % quarters;
        days[Math.floor(turned / 96)]?.push([clockTime(turned % 96), closing((turned + length) % 96)]);
      }
      return { ...weekly, ...Object.fromEntries(WEEKDAYS.map((day, i) => [day, days[i]])) };
    });
}

function dayIntervals(): fc.Arbitrary<OpeningInterval[]> {
  return fc.constantFrom<OpeningInterval[]>([], [["10:00", "14:00"]], [["00:00", "24:00"]], [["01:30", "02:30"], ["23:00", "03:00"]]);
}

function datesAround(start: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.integer({ min: -2, max: 12 }), { maxLength: 4 }).map((days) =>
    days.map((day) => new Date(start + day * 86_400_000).toISOString().slice(0, 10)),
  );
}

function clockTime(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
}

function closing(quarter: number): string {
  return quarter === 0 ? "24:00" : clockTime(quarter);
}

function compiledOrNull(definition: CalendarDefinition): BusinessCalendar | null {
  try {
    return compileCalendar(definition);
  } catch (error) {
    if (error instanceof SlaError && error.code === "OVERLAPPING_INTERVALS") return null;
    throw error;
  }
}
