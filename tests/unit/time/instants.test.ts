import { toDate, toDateOrNull, toInstant, toInstantOrNull } from "@/lib/time/instants";

describe("instants and dates", () => {
  it("are the same to the millisecond, both ways", () => {
    const date = new Date("2026-11-18T18:00:00.123Z");
    expect(toInstant(date).toString()).toBe("2026-11-18T18:00:00.123Z");
    expect(toDate(toInstant(date))).toEqual(date);
  });

  it("lose what is finer than the database keeps, downwards, also before 1970", () => {
    expect(toDate(Temporal.Instant.from("2026-11-18T18:00:00.123999Z"))).toEqual(new Date("2026-11-18T18:00:00.123Z"));
    expect(toDate(Temporal.Instant.from("1969-12-31T23:59:59.999999Z"))).toEqual(new Date("1969-12-31T23:59:59.999Z"));
  });

  it("are none where there is none", () => {
    expect([toInstantOrNull(null), toDateOrNull(null)]).toEqual([null, null]);
  });
});
