import { DESK_TIME_ZONE, relativeText } from "@/lib/i18n/relative";

// Sunday 22 November 2026, 11:41 in Mexico City (UTC−6).
const NOW = Date.parse("2026-11-22T17:41:00Z");

it.each([
  ["2026-11-22T17:40:30Z", "hace 30 s"],
  ["2026-11-22T17:36:00Z", "hace 5 min"],
  ["2026-11-22T15:41:00Z", "hace 2 h"],
  ["2026-11-21T18:00:00Z", "hace 23 h"],
  // 25 hours ago it was Saturday: yesterday.
  ["2026-11-21T16:41:00Z", "ayer"],
  // Not yet 48 hours ago, but on Friday.
  ["2026-11-20T17:59:00Z", "anteayer"],
  ["2026-11-23T18:00:00Z", "mañana"],
  ["2026-11-25T17:17:00Z", "en 3 días"],
  // 5 a.m. UTC on Tuesday is still Monday evening in Mexico.
  ["2026-11-24T05:00:00Z", "mañana"],
])("says %s as %s", (at, text) => {
  expect(relativeText({ at: Date.parse(at), now: NOW, locale: "es-MX", timeZone: DESK_TIME_ZONE })).toBe(text);
});
