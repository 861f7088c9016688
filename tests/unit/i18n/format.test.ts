import { formatDate, formatDateTime, formatDuration, formatFullDateTime, formatPlainDate, formatRelative, formatTime } from "@/lib/i18n/format";
import { at, NOON } from "@/tests/support/clock";

const now = NOON; // Wednesday 18 November 2026, 12:00 in Mexico City

describe("an instant as people say it", () => {
  it("is weekday, day, month and time, in the desk's zone", () => {
    expect(formatDateTime(at("2026-11-18T13:40"), { now })).toBe("mié 18 nov, 13:40");
    expect(formatDateTime(Temporal.Instant.from("2026-11-26T00:05:00Z"), { now })).toBe("mié 25 nov, 18:05");
  });

  it("says the year when it is another one in that zone", () => {
    expect(formatDateTime(at("2027-01-01T00:00"), { now })).toBe("vie 1 ene 2027, 00:00");
    // 05:59 UTC on 1 January is still the old year in Mexico City.
    expect(formatDateTime(Temporal.Instant.from("2027-01-01T05:59:00Z"), { now })).toBe("jue 31 dic, 23:59");
  });

  it("is the day alone, or the time alone", () => {
    expect(formatDate(at("2026-12-02T09:00"), { now })).toBe("mié 2 dic");
    expect(formatTime(at("2026-12-02T09:05"))).toBe("09:05");
  });

  it("is the wall time of another zone where one is named", () => {
    expect(formatTime(at("2026-12-02T09:05"), "America/Tijuana")).toBe("07:05");
  });
});

it("an instant that is kept is said in full, to the second", () => {
  expect(formatFullDateTime(at("2026-11-18T13:40").add({ seconds: 5 }))).toBe("miércoles, 18 de noviembre de 2026, 13:40:05");
  expect(formatFullDateTime(Temporal.Instant.from("2027-01-01T05:59:00.999Z"))).toBe("jueves, 31 de diciembre de 2026, 23:59:00");
  expect(formatFullDateTime(Temporal.Instant.from("2027-01-01T05:59:00Z"), { timeZone: "UTC" })).toBe("viernes, 1 de enero de 2027, 05:59:00");
});

it("a calendar date is said in full", () => {
  expect(formatPlainDate("2027-02-01")).toBe("lunes, 1 de febrero de 2027");
});

describe("how long ago", () => {
  it.each([
    [30, "en 30 s"],
    [-59, "hace 59 s"],
    [60, "dentro de 1 min"],
    [-3599, "hace 59 min"],
    [3600, "en 1 h"],
    [-86_399, "hace 23 h"],
    [3 * 86_400, "en 3 días"],
  ])("%i seconds", (seconds, words) => {
    expect(formatRelative(now.add({ seconds }), { now })).toBe(words);
  });
});

describe("an amount of time", () => {
  it.each([
    [0, "0 min"],
    [45, "45 min"],
    [60, "1 h"],
    [90, "1 h 30 min"],
    [2880, "48 h"],
    [59.2, "1 h"],
    [-30, "30 min"],
  ])("%d minutes", (minutes, words) => {
    expect(formatDuration(minutes)).toBe(words);
  });
});
