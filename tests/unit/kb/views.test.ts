import { viewDay, visitorHash } from "@/lib/kb/views";

const day = Temporal.PlainDate.from("2026-11-18");
const reader = { secret: "a-secret-of-the-tests-0123456789", day, address: "203.0.113.7", userAgent: "Firefox" };

it("recognises the same reader on the same day", () => {
  expect(visitorHash(reader)).toBe(visitorHash({ ...reader }));
});

it.each([
  ["another day", { day: day.add({ days: 1 }) }],
  ["another address", { address: "203.0.113.8" }],
  ["another browser", { userAgent: "Safari" }],
  ["another secret", { secret: "another-secret-of-the-tests-01234" }],
])("does not recognise the reader on %s", (_what, change) => {
  expect(visitorHash({ ...reader, ...change })).not.toBe(visitorHash(reader));
});

it("does not mix up where the address ends and the browser begins", () => {
  expect(visitorHash({ ...reader, address: "a", userAgent: "bc" })).not.toBe(visitorHash({ ...reader, address: "ab", userAgent: "c" }));
});

it("begins a day at midnight UTC", () => {
  expect(viewDay(Temporal.Instant.from("2026-11-18T23:59:59Z")).toString()).toBe("2026-11-18");
  expect(viewDay(Temporal.Instant.from("2026-11-19T00:00:00Z")).toString()).toBe("2026-11-19");
});
