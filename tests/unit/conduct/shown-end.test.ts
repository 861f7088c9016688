import { periodOf, shownEnd } from "@/lib/conduct/suspension-rules";

const ZONE = "America/Mexico_City";

it("tells the last day that a suspension includes, and any other end as it is", () => {
  const period = periodOf({ from: Temporal.PlainDate.from("2026-11-24"), until: Temporal.PlainDate.from("2026-12-08"), now: Temporal.Instant.from("2026-11-24T18:00:00Z"), zone: ZONE });
  if (typeof period === "string") throw new Error(period);
  expect(shownEnd(period.endsAt, ZONE).toZonedDateTimeISO(ZONE).toPlainDateTime().toString()).toBe("2026-12-08T23:59:00");
  const lifted = Temporal.Instant.from("2026-11-25T18:20:00Z");
  expect(shownEnd(lifted, ZONE)).toEqual(lifted);
});
