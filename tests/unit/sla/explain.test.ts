import { explainDue, type DueStep } from "@/lib/sla/business-time";
import { mexicanDesk, mexico } from "./support/calendars";

const HOURS = "business-hours";
const DAYS = "business-days";

/** One line a step, readings in Mexico City. */
function told(steps: readonly DueStep[]): string[] {
  return steps.map((step) =>
    Object.values(step)
      .map((value) => (value instanceof Temporal.Instant ? value.toZonedDateTimeISO("America/Mexico_City").toPlainDateTime().toString().slice(0, 16) : String(value)))
      .join(" "),
  );
}

describe("explainDue", () => {
  it("tells the days that count and the weekend that does not", () => {
    const { steps, dueAt } = explainDue(mexicanDesk(), { start: mexico("2026-06-05 16:00"), minutes: 240 }, HOURS);

    expect(dueAt).toEqual(mexico("2026-06-08 11:00"));
    expect(told(steps)).toEqual([
      "start 2026-06-05T16:00",
      "counts 2026-06-05 2026-06-05T16:00 2026-06-05T18:00 120",
      "skips 2026-06-06 2026-06-07 2 weekend",
      "counts 2026-06-08 2026-06-08T09:00 2026-06-08T11:00 120",
      "due 2026-06-08T11:00",
    ]);
  });

  it("says why it waits: closed for the night, a weekend, a holiday and which", () => {
    const waits = (start: string) => told(explainDue(mexicanDesk(), { start: mexico(start), minutes: 0 }, HOURS).steps)[1];

    expect(waits("2026-06-01 20:00")).toBe("waits-for-opening 2026-06-01T20:00 2026-06-02T09:00 closed");
    expect(waits("2026-06-06 12:00")).toBe("waits-for-opening 2026-06-06T12:00 2026-06-08T09:00 weekend");
    expect(waits("2026-09-16 12:00")).toBe("waits-for-opening 2026-09-16T12:00 2026-09-17T09:00 holiday 2026-09-16");
  });

  it("tells a holiday after a weekend apart from it", () => {
    const { steps } = explainDue(mexicanDesk(), { start: mexico("2026-11-13 17:00"), minutes: 120 }, HOURS);

    expect(told(steps)).toEqual([
      "start 2026-11-13T17:00",
      "counts 2026-11-13 2026-11-13T17:00 2026-11-13T18:00 60",
      "skips 2026-11-14 2026-11-15 2 weekend",
      "skips 2026-11-16 2026-11-16 1 holiday",
      "counts 2026-11-17 2026-11-17T09:00 2026-11-17T10:00 60",
      "due 2026-11-17T10:00",
    ]);
  });

  it("tells each date of the business-days clock", () => {
    const { steps } = explainDue(mexicanDesk(), { start: mexico("2026-06-04 12:00"), minutes: 48 * 60 }, DAYS);

    expect(told(steps)).toEqual([
      "start 2026-06-04T12:00",
      "counts 2026-06-04 2026-06-04T12:00 2026-06-05T00:00 720",
      "counts 2026-06-05 2026-06-05T00:00 2026-06-06T00:00 1440",
      "skips 2026-06-06 2026-06-07 2 weekend",
      "counts 2026-06-08 2026-06-08T00:00 2026-06-08T12:00 720",
      "due 2026-06-08T12:00",
    ]);
  });

  it("tells pauses, and has no date while one lasts", () => {
    const pauses = [
      { from: mexico("2026-06-01 11:00"), to: mexico("2026-06-01 19:00") },
      { from: mexico("2026-06-02 10:00"), to: null },
    ];
    const { steps, dueAt } = explainDue(mexicanDesk(), { start: mexico("2026-06-01 10:00"), minutes: 480, pauses }, HOURS);

    expect(dueAt).toBeNull();
    expect(told(steps)).toEqual([
      "start 2026-06-01T10:00",
      "counts 2026-06-01 2026-06-01T10:00 2026-06-01T11:00 60",
      "paused 2026-06-01T11:00 2026-06-01T19:00",
      "waits-for-opening 2026-06-01T19:00 2026-06-02T09:00 closed",
      "counts 2026-06-02 2026-06-02T09:00 2026-06-02T10:00 60",
      "paused 2026-06-02T10:00 null",
    ]);
  });

  it("joins the whole weeks of a long span, and names the holidays in them", () => {
    // 400 h from Wednesday 26 August at 9:00: 3 days, then 8 weeks of 45 h less 16 September (351 h) to 25 October, then 22 h.
    const { steps } = explainDue(mexicanDesk(), { start: mexico("2026-08-26 09:00"), minutes: 400 * 60 }, HOURS);

    expect(told(steps)).toEqual([
      "start 2026-08-26T09:00",
      "counts 2026-08-26 2026-08-26T09:00 2026-08-26T18:00 540",
      "counts 2026-08-27 2026-08-27T09:00 2026-08-27T18:00 540",
      "counts 2026-08-28 2026-08-28T09:00 2026-08-28T18:00 540",
      "skips 2026-08-29 2026-08-30 2 weekend",
      "counts-weeks 2026-08-31 2026-10-25 8 21060 2026-09-16 1",
      "counts 2026-10-26 2026-10-26T09:00 2026-10-26T18:00 540",
      "counts 2026-10-27 2026-10-27T09:00 2026-10-27T18:00 540",
      "counts 2026-10-28 2026-10-28T09:00 2026-10-28T13:00 240",
      "due 2026-10-28T13:00",
    ]);
  });
});
