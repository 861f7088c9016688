import fc from "fast-check";
import {
  addBusinessMinutes,
  businessMinutesBetween,
  businessMinutesWithPauses,
  dueAtWithPauses,
  explainDue,
  isOpen,
  type ClockKind,
  type Pause,
} from "@/lib/sla/business-time";
import { amounts, scenes } from "./support/arbitraries";
import { slowClock, type SlowPause } from "./support/slow-reference";

const DAY = 86_400_000;
const WINDOW = 8 * DAY;
const clocks = fc.constantFrom<ClockKind>("business-hours", "business-days");
const at = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);
const minutesOf = (milliseconds: number) => milliseconds / 60_000;
const holds = (property: fc.IProperty<never> | fc.IRawProperty<unknown>, numRuns: number) =>
  fc.assert(property, { numRuns, seed: 20261122 });

const spans = fc.array(fc.record({ after: fc.integer({ min: -DAY, max: 4 * DAY }), length: fc.integer({ min: 0, max: DAY }) }), {
  maxLength: 4,
});
const toPauses = (start: number, list: { after: number; length: number }[]): SlowPause[] =>
  list.map(({ after, length }) => ({ from: start + after, to: start + after + length }));
const asInstants = (pauses: SlowPause[]): Pause[] => pauses.map(({ from, to }) => ({ from: at(from), to: at(to) }));

describe("against the slow reference, on random calendars near clock changes", () => {
  it("adds the same", () => {
    let compared = 0;
    holds(
      fc.property(scenes, clocks, amounts, ({ definition, calendar, start }, clock, amount) => {
        const expected = slowClock(definition, clock).due(start, amount, start + WINDOW);
        if (expected === null) return;
        compared += 1;
        expect(addBusinessMinutes(calendar, at(start), minutesOf(amount), clock).epochMilliseconds).toBe(expected);
      }),
      60,
    );
    expect(compared).toBeGreaterThan(30);
  });

  it("measures the same, and knows the same opening times", () => {
    holds(
      fc.property(scenes, clocks, fc.integer({ min: 0, max: 5 * DAY }), ({ definition, calendar, start }, clock, length) => {
        const slow = slowClock(definition, clock);
        expect(businessMinutesBetween(calendar, at(start), at(start + length), clock)).toBe(minutesOf(slow.between(start, start + length)));
        for (let moment = start; moment < start + length; moment += 37 * 60_000) {
          expect(isOpen(calendar, at(moment), clock)).toBe(slow.runsAt(Math.floor(moment / 60_000)));
        }
      }),
      50,
    );
  });

  it("finds the same date over pauses, and counts the same time outside them", () => {
    holds(
      fc.property(scenes, clocks, amounts, spans, ({ definition, calendar, start }, clock, amount, list) => {
        fc.pre(amount > 0);
        const slow = slowClock(definition, clock);
        const paused = toPauses(start, list);
        const pauses = asInstants(paused);
        const expected = slow.due(start, amount, start + WINDOW, paused);
        if (expected === null) return;
        const end = start + 3 * DAY;
        expect(dueAtWithPauses(calendar, { start: at(start), minutes: minutesOf(amount), pauses }, clock)).toEqual(at(expected));
        expect(businessMinutesWithPauses(calendar, { start: at(start), end: at(end), pauses }, clock)).toBe(
          minutesOf(slow.between(start, end, paused)),
        );
      }),
      40,
    );
  });
});

describe("laws", () => {
  it("measures back what it added", () => {
    holds(
      fc.property(scenes, clocks, amounts, ({ calendar, start }, clock, amount) => {
        const due = addBusinessMinutes(calendar, at(start), minutesOf(amount), clock);
        expect(businessMinutesBetween(calendar, at(start), due, clock)).toBe(minutesOf(amount));
      }),
      300,
    );
  });

  it("adds two amounts one after the other as their sum", () => {
    holds(
      fc.property(scenes, clocks, amounts, amounts, ({ calendar, start }, clock, first, second) => {
        fc.pre(second > 0);
        const between = addBusinessMinutes(calendar, at(start), minutesOf(first), clock);
        expect(addBusinessMinutes(calendar, between, minutesOf(second), clock)).toEqual(
          addBusinessMinutes(calendar, at(start), minutesOf(first + second), clock),
        );
      }),
      300,
    );
  });

  it("is never due earlier for a later start or a longer time", () => {
    holds(
      fc.property(scenes, clocks, amounts, fc.nat(3 * DAY), fc.nat(DAY), ({ calendar, start }, clock, amount, later, longer) => {
        const due = addBusinessMinutes(calendar, at(start), minutesOf(amount), clock).epochMilliseconds;
        const duePerLater = addBusinessMinutes(calendar, at(start + later), minutesOf(amount), clock).epochMilliseconds;
        const duePerLonger = addBusinessMinutes(calendar, at(start), minutesOf(amount + longer), clock).epochMilliseconds;
        expect(Math.min(duePerLater, duePerLonger)).toBeGreaterThanOrEqual(due);
      }),
      300,
    );
  });

  it("measures a whole as the sum of its parts, and backwards as the negative", () => {
    holds(
      fc.property(scenes, clocks, fc.nat(400 * DAY), fc.nat(400 * DAY), ({ calendar, start }, clock, first, second) => {
        const [a, b, c] = [at(start), at(start + first), at(start + first + second)];
        const whole = businessMinutesBetween(calendar, a, c, clock);
        expect(businessMinutesBetween(calendar, a, b, clock) + businessMinutesBetween(calendar, b, c, clock)).toBeCloseTo(whole, 6);
        expect(businessMinutesBetween(calendar, c, a, clock)).toBeCloseTo(-whole, 6);
      }),
      300,
    );
  });

  it("is due with pauses when the time outside them is used up", () => {
    holds(
      fc.property(scenes, clocks, amounts, spans, ({ calendar, start }, clock, amount, list) => {
        const pauses = asInstants(toPauses(start, list));
        const due = dueAtWithPauses(calendar, { start: at(start), minutes: minutesOf(amount), pauses }, clock);
        expect(due && businessMinutesWithPauses(calendar, { start: at(start), end: due, pauses }, clock)).toBe(minutesOf(amount));
      }),
      300,
    );
  });

  it("explains every date by steps in order whose minutes add up, however long the span", () => {
    const long = fc.oneof(amounts, fc.integer({ min: 0, max: 100_000 * 60_000 }));
    holds(
      fc.property(scenes, clocks, long, spans, ({ calendar, start }, clock, amount, list) => {
        const target = { start: at(start), minutes: minutesOf(amount), pauses: asInstants(toPauses(start, list)) };
        const { steps, dueAt } = explainDue(calendar, target, clock);
        const counted = steps.reduce((sum, step) => (step.kind === "counts" || step.kind === "counts-weeks" ? sum + step.minutes : sum), 0);
        expect(dueAt).toEqual(dueAtWithPauses(calendar, target, clock));
        expect(counted).toBeCloseTo(minutesOf(amount), 6);
        expect(steps.at(-1)).toEqual({ kind: "due", at: dueAt });
        expect(steps.length).toBeLessThan(400);
      }),
      300,
    );
  });
});
