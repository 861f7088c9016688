import { maintenanceStateAt, retryAfterSeconds } from "@/lib/notices/maintenance";
import { setMaintenanceSchema } from "@/lib/notices/schema";
import { NOON } from "@/tests/support/clock";

it.each([
  ["before the first time", null, "off"],
  ["once it is switched off", { isOn: false, startsAt: NOON }, "off"],
  ["until the instant before its time", { isOn: true, startsAt: NOON.add({ milliseconds: 1 }) }, "planned"],
  ["from its first instant on, however long", { isOn: true, startsAt: NOON }, "on"],
])("%s", (_name, record, state) => {
  expect(maintenanceStateAt(record, NOON)).toBe(state);
});

it.each([
  ["the time that is left, rounded up", 1_800_001, 1801],
  ["a minute at least", 5_000, 60],
  ["five minutes once it has passed", 0, 300],
])("asks programs to come back after %s", (_name, leftMs, seconds) => {
  expect(retryAfterSeconds(NOON.add({ milliseconds: leftMs }), NOON)).toBe(seconds);
});

it("asks them to come back after five minutes where no end is expected", () => {
  expect(retryAfterSeconds(null, NOON)).toBe(300);
});

it("needs neither words nor times to be switched off", () => {
  expect(setMaintenanceSchema.parse({ version: "3", isOn: "off" })).toEqual({ version: 3, isOn: false, message: "", startsAt: null, expectedUntil: null });
});
