import { saveNoticeSchema } from "@/lib/notices/schema";
import { shownIn, stateOf } from "@/lib/notices/shown";
import { NOON } from "@/tests/support/clock";

const hours = (count: number) => NOON.add({ hours: count });

it.each([
  ["before it begins", 1, null, "coming"],
  ["from its first instant on", 0, null, "shown"],
  ["until the one before its last", -2, 1, "shown"],
  ["not in its last", -2, 0, "over"],
])("is shown %s", (_name, from, until, state) => {
  expect(stateOf({ startsAt: hours(from), endsAt: until === null ? null : hours(until) }, NOON)).toBe(state);
});

it("shows an area its own, the gravest and then the newest first", () => {
  const message = (id: string, tone: "info" | "incident", from: number, area: "home" | "agent" = "home") => ({ id, tone, areas: [area], startsAt: hours(from), endsAt: null });
  const messages = [message("old", "info", -5), message("new", "info", -1), message("grave", "incident", -9), message("later", "incident", 1), message("elsewhere", "incident", -1, "agent")];
  expect(shownIn(messages, { area: "home", now: NOON }).map(({ id }) => id)).toEqual(["grave", "new", "old"]);
});

const FORM = { tone: "info", title: "Aviso", body: "", startsAt: "", endsAt: "", home: "on" };

it("reads moments in the desk's zone, and an empty one as none", () => {
  const read = saveNoticeSchema.parse({ ...FORM, endsAt: "2026-12-01T08:30" });
  expect([read.startsAt, read.endsAt?.toString()]).toEqual([null, "2026-12-01T14:30:00Z"]);
});

it.each(["2026-02-31T08:30", "mañana", "2026-12-01", "2026-12-01T25:00", "\0"])("refuses a moment that there is not: %s", (endsAt) => {
  expect(saveNoticeSchema.safeParse({ ...FORM, endsAt }).error?.issues.map(({ message }) => message)).toEqual(["field.date"]);
});
