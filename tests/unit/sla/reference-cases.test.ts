import { answerTo, calendarOf, expectedOf, extraCases, publicCases, type ReferenceCase } from "./support/reference-cases";

/** Refused by rule (CALENDAR_NEVER_OPENS), where the source answers 0 minutes. */
const NEVER_OPENS = ["oh-001", "sp-077"];
/** Written before tzdata 2026b: Morocco is at +00:00 for good since 20 September 2026. Older zone data gives the fixture's answer. */
const LAW_CHANGED_SINCE = ["exo-0065", "exo-0097"];

describe("reference cases", () => {
  it("answers all 1,273 cases of public.json, but for the two calendars that never open", () => {
    const { cases } = publicCases();

    expect(cases).toHaveLength(1273);
    expect(cases.filter((reference) => !NEVER_OPENS.includes(reference.id)).filter(differs)).toEqual([]);
  });

  it("refuses the two calendars of public.json that never open", () => {
    const refused = publicCases().cases.filter((reference) => NEVER_OPENS.includes(reference.id));

    expect(refused).toHaveLength(2);
    for (const reference of refused) expect(() => calendarOf(reference)).toThrow(/no opening hours/);
  });

  it("answers all 116 cases with pauses, and their checkpoints", () => {
    const { pauseCases } = publicCases();

    expect(pauseCases).toHaveLength(116);
    expect(pauseCases.filter(differs)).toEqual([]);
  });

  it("answers all 165 cases with special days", () => {
    const { overrideCases } = extraCases();

    expect(overrideCases).toHaveLength(165);
    expect(overrideCases.filter(differs)).toEqual([]);
  });

  it("reads the wall clock in all 35 cases with an opening or closing inside a clock change", () => {
    const { ambiguousCases } = extraCases();

    expect(ambiguousCases).toHaveLength(35);
    expect(ambiguousCases.filter(differs)).toEqual([]);
  });
});

function differs(reference: ReferenceCase): boolean {
  if (LAW_CHANGED_SINCE.includes(reference.id) && hasNewMoroccanLaw()) return false;
  return JSON.stringify(answerTo(reference)) !== JSON.stringify(expectedOf(reference));
}

function hasNewMoroccanLaw(): boolean {
  return Temporal.Instant.from("2027-01-10T12:00Z").toZonedDateTimeISO("Africa/Casablanca").offset === "+00:00";
}
