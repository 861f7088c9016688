import { z } from "zod";
import { mexicanStatutoryHolidays } from "@/lib/sla/holidays";
import { codeOf } from "./support/calendars";
import { readFixture } from "./support/reference-cases";

const fixture = z
  .object({
    holidays: z.record(z.string(), z.array(z.object({ date: z.string(), fraccion: z.string(), name: z.string() }))),
    electionDays: z.object({ federal: z.array(z.object({ date: z.string() })) }),
  })
  .parse(readFixture("mx-holidays.json"));
const years = Object.keys(fixture.holidays).map(Number);
const ELECTION = "LFT Art. 74 fracción IX";

describe("mexicanStatutoryHolidays", () => {
  it("follows Art. 74 in every year from 2015 to 2035", () => {
    expect(years).toHaveLength(21);
    for (const year of years) {
      const byRule = mexicanStatutoryHolidays(year).filter((holiday) => holiday.rule !== ELECTION);
      const expected = fixture.holidays[String(year)]?.map(({ date, fraccion, name }) => ({
        date,
        name: name.replace(/ \(.*\)$/, ""),
        rule: `LFT Art. 74 fracción ${fraccion}`,
      }));
      expect(byRule).toEqual(expected);
    }
  });

  it("adds the ordinary federal elections, and not the extraordinary one of 2025", () => {
    const elections = years.flatMap((year) => mexicanStatutoryHolidays(year).filter((holiday) => holiday.rule === ELECTION));

    expect(elections.map((holiday) => holiday.date)).toEqual(fixture.electionDays.federal.map((day) => day.date));
  });

  it("knows the change of government on 1 December until 2018 and on 1 October since 2024", () => {
    const changes = [2012, 2018, 2019, 2024, 2030].flatMap((year) =>
      mexicanStatutoryHolidays(year).filter((holiday) => holiday.rule.endsWith("VII")).map((holiday) => holiday.date),
    );

    expect(changes).toEqual(["2012-12-01", "2018-12-01", "2024-10-01", "2030-10-01"]);
  });

  it("refuses years before the Mondays were introduced, and what is no year", () => {
    for (const year of [2005, 2200, 2026.5, Number.NaN]) expect(codeOf(() => mexicanStatutoryHolidays(year))).toBe("YEAR_NOT_COVERED");
  });
});
