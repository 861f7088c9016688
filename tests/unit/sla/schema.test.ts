import { calendarDefinitionSchema } from "@/lib/sla/schema";
import { only, workWeek } from "./support/calendars";

const stored: unknown = { timeZone: "America/Mexico_City", weekly: workWeek(), holidays: ["2026-09-16"] };

describe("calendarDefinitionSchema", () => {
  it("accepts what compiles, and gives it back", () => {
    expect(calendarDefinitionSchema.parse(stored)).toEqual(stored);
  });

  it("turns a refusal of the compiler into an issue with its code", () => {
    const parsed = calendarDefinitionSchema.safeParse({ timeZone: "America/Mexico_City", weekly: only({}), holidays: [] });

    expect(parsed.error?.issues).toMatchObject([{ code: "custom", params: { code: "CALENDAR_NEVER_OPENS" } }]);
  });

  it.each([
    ["nothing", null],
    ["a missing weekday", { timeZone: "UTC", weekly: { mon: [] }, holidays: [] }],
    ["an unknown key", { timeZone: "UTC", weekly: workWeek(), holidays: [], locale: "es" }],
    ["an interval of three", { timeZone: "UTC", weekly: only({ mon: [["09:00", "10:00", "11:00"]] as never }), holidays: [] }],
  ])("refuses %s", (_, data) => {
    expect(calendarDefinitionSchema.safeParse(data).success).toBe(false);
  });
});
