import { foldClock, moveClock, notBefore, type SlaClockEvent, type SlaClockEventType } from "@/lib/sla/clock";
import { slaStateAt } from "@/lib/sla/target-state";
import { codeOf, mexicanDesk, mexico } from "./support/calendars";

const desk = mexicanDesk();
const event = (type: SlaClockEventType, at: string): SlaClockEvent => ({ type, at: mexico(at) });
/** Activated on Monday 1 June 2026 at 10:00. */
const activated = event("activated", "2026-06-01 10:00");

function fourHourTarget(now: string, ...events: SlaClockEvent[]) {
  return slaStateAt({ calendar: desk, clock: "business-hours", minutes: 240, events: [activated, ...events] }, mexico(now));
}

describe("foldClock", () => {
  it("collects the pauses, and ends the last one with the reply", () => {
    const clock = foldClock([
      activated,
      event("paused", "2026-06-01 11:00"),
      event("resumed", "2026-06-01 12:00"),
      event("paused", "2026-06-01 13:00"),
      event("fulfilled", "2026-06-01 14:00"),
    ]);

    expect(clock).toMatchObject({ state: "fulfilled", startedAt: activated.at, fulfilledAt: mexico("2026-06-01 14:00") });
    expect(clock.pauses).toEqual([
      { from: mexico("2026-06-01 11:00"), to: mexico("2026-06-01 12:00") },
      { from: mexico("2026-06-01 13:00"), to: mexico("2026-06-01 14:00") },
    ]);
  });

  it("keeps the first notice of a breach, also one written after the reply", () => {
    const clock = foldClock([
      activated,
      event("fulfilled", "2026-06-01 16:00"),
      event("breached", "2026-06-01 14:05"),
      event("breached", "2026-06-01 17:00"),
    ]);

    expect(clock).toMatchObject({ state: "fulfilled", breachedAt: mexico("2026-06-01 14:05") });
  });

  it.each<[string, SlaClockEvent[]]>([
    ["no events", []],
    ["a pause before the start", [event("paused", "2026-06-01 10:00")]],
    ["a second start", [activated, activated]],
    ["a resumption of what runs", [activated, event("resumed", "2026-06-01 11:00")]],
    ["a pause in a pause", [activated, event("paused", "2026-06-01 11:00"), event("paused", "2026-06-01 12:00")]],
    ["a second reply", [activated, event("fulfilled", "2026-06-01 11:00"), event("fulfilled", "2026-06-01 12:00")]],
    ["a pause after the reply", [activated, event("fulfilled", "2026-06-01 11:00"), event("paused", "2026-06-01 12:00")]],
    ["a reply to what was cancelled", [activated, event("cancelled", "2026-06-01 11:00"), event("fulfilled", "2026-06-01 12:00")]],
    ["events out of order", [activated, event("paused", "2026-06-01 12:00"), event("resumed", "2026-06-01 11:00")]],
  ])("refuses %s", (_, events) => {
    expect(codeOf(() => foldClock(events))).toBe("ILLEGAL_CLOCK_EVENT");
  });

  it("says as a value whether an event is allowed", () => {
    expect(moveClock("running", "paused")).toBe("paused");
    expect(moveClock("paused", "fulfilled")).toBe("fulfilled");
    expect(moveClock("fulfilled", "paused")).toBeNull();
    expect(moveClock("unstarted", "resumed")).toBeNull();
  });

  it("gives an event that comes late the instant of the one before", () => {
    const clock = foldClock([activated, event("paused", "2026-06-01 11:00")]);

    expect(notBefore(clock, mexico("2026-06-01 10:59:59.999"))).toEqual(mexico("2026-06-01 11:00"));
    expect(notBefore(clock, mexico("2026-06-01 11:01"))).toEqual(mexico("2026-06-01 11:01"));
  });
});

describe("slaStateAt", () => {
  it("counts down while it runs", () => {
    expect(fourHourTarget("2026-06-01 11:30")).toEqual({
      state: "running",
      dueAt: mexico("2026-06-01 14:00"),
      remainingMinutes: 150,
      elapsedMinutes: 90,
      isBreached: false,
      isDueSoon: false,
      fulfilledAt: null,
    });
  });

  it("is due soon in the last fifth of the time", () => {
    expect(fourHourTarget("2026-06-01 13:11").isDueSoon).toBe(false); // 49 minutes of 240 left
    expect(fourHourTarget("2026-06-01 13:12").isDueSoon).toBe(true);
  });

  it("is due soon in the last two hours where a fifth would be more", () => {
    const low = { calendar: desk, clock: "business-hours", minutes: 72 * 60, events: [activated] } as const;

    // 72 h from Monday 10:00 are due on Thursday 11 June at 10:00; two hours before is Wednesday 17:00.
    expect(slaStateAt(low, mexico("2026-06-10 16:59")).isDueSoon).toBe(false);
    expect(slaStateAt(low, mexico("2026-06-10 17:00")).isDueSoon).toBe(true);
  });

  it("is breached after the due instant, not at it", () => {
    expect(fourHourTarget("2026-06-01 14:00")).toMatchObject({ isBreached: false, isDueSoon: true, remainingMinutes: 0 });
    expect(fourHourTarget("2026-06-01 14:00:00.001")).toMatchObject({ isBreached: true, isDueSoon: false });
    expect(fourHourTarget("2026-06-02 10:00")).toMatchObject({ isBreached: true, remainingMinutes: -300 });
  });

  it("is breached by a reply after the due instant, though no job noticed", () => {
    const late = fourHourTarget("2026-06-09 10:00", event("fulfilled", "2026-06-01 15:00"));

    expect(late).toMatchObject({ state: "fulfilled", isBreached: true, remainingMinutes: -60, fulfilledAt: mexico("2026-06-01 15:00") });
  });

  it("is breached by a reply in the evening of the day on whose closing it was due", () => {
    const target = { calendar: desk, clock: "business-hours", minutes: 480, events: [activated, event("fulfilled", "2026-06-01 20:00")] } as const;

    expect(slaStateAt(target, mexico("2026-06-02 10:00"))).toMatchObject({ isBreached: true, remainingMinutes: 0 });
  });

  it("stays kept when the reply came in time, however late one looks", () => {
    expect(fourHourTarget("2026-07-01 10:00", event("fulfilled", "2026-06-01 13:30"))).toMatchObject({
      isBreached: false,
      isDueSoon: false,
      remainingMinutes: 30,
    });
  });

  it("stands still, without a date, while paused", () => {
    expect(fourHourTarget("2026-06-05 10:00", event("paused", "2026-06-01 13:30"))).toMatchObject({
      state: "paused",
      dueAt: null,
      remainingMinutes: 30,
      isBreached: false,
      isDueSoon: false,
    });
  });

  it("stays breached when it is paused after the due instant", () => {
    expect(fourHourTarget("2026-06-05 10:00", event("paused", "2026-06-01 15:00"))).toMatchObject({
      state: "paused",
      dueAt: mexico("2026-06-01 14:00"),
      isBreached: true,
      remainingMinutes: -60,
    });
  });

  it("goes on where it stood after a pause", () => {
    const resumed = fourHourTarget("2026-06-02 09:10", event("paused", "2026-06-01 13:30"), event("resumed", "2026-06-02 09:00"));

    expect(resumed).toMatchObject({ state: "running", dueAt: mexico("2026-06-02 09:30"), remainingMinutes: 20 });
  });

  it("keeps the state in which it was cancelled", () => {
    expect(fourHourTarget("2026-06-09 10:00", event("cancelled", "2026-06-01 11:00"))).toMatchObject({
      state: "cancelled",
      isBreached: false,
      elapsedMinutes: 60,
    });
  });

  it("takes an event as happened though `now` was read just before it", () => {
    expect(fourHourTarget("2026-06-01 10:59", event("paused", "2026-06-01 11:00"))).toMatchObject({ state: "paused", elapsedMinutes: 60 });
  });
});
