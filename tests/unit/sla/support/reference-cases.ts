import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  addBusinessMinutes,
  businessMinutesBetween,
  businessMinutesWithPauses,
  compileCalendar,
  dueAtWithPauses,
  isOpen,
  type BusinessCalendar,
  type Pause,
} from "../../../../lib/sla/business-time";
import { WEEKDAYS } from "../../../../lib/sla/types";

const intervals = z.array(z.tuple([z.string(), z.string()]));
const common = {
  id: z.string(),
  timezone: z.string(),
  hours: z.partialRecord(z.enum(WEEKDAYS), intervals),
  holidays: z.array(z.string()),
  overrides: z.record(z.string(), intervals).optional(),
  clock: z.enum(["business-hours", "business-days"]),
  start: z.string(),
};
const minutes = z.number();
const pauses = z.array(z.tuple([z.string(), z.string().nullable()]));
const checkpoint = z.object({ at: z.string(), elapsedMinutes: z.number() });
const caseSchema = z.discriminatedUnion("op", [
  z.object({ ...common, op: z.literal("add"), minutes, expected: z.string() }),
  z.object({ ...common, op: z.literal("between"), end: z.string(), expected: z.number() }),
  z.object({ ...common, op: z.literal("isOpen"), expected: z.boolean() }),
  z.object({ ...common, op: z.literal("due"), minutes, pauses, expected: z.string().nullable(), checkpoint: checkpoint.optional() }),
  z.object({ ...common, op: z.literal("elapsed"), end: z.string(), pauses, expected: z.number() }),
]);
export type ReferenceCase = z.infer<typeof caseSchema>;

const ambiguousSchema = z.record(z.string(), z.unknown()).transform((data) => caseSchema.parse({ ...data, expected: data.expectedWallClock }));
const publicSchema = z.object({ cases: z.array(caseSchema), pauseCases: z.array(caseSchema) });
const extrasSchema = z.object({ overrideCases: z.array(caseSchema), ambiguousCases: z.array(ambiguousSchema) });

export function publicCases(): z.infer<typeof publicSchema> {
  return publicSchema.parse(readFixture("public.json"));
}

/** The ambiguous ones with the reading we chose: the wall clock, minute by minute. */
export function extraCases(): z.infer<typeof extrasSchema> {
  return extrasSchema.parse(readFixture("extras.json"));
}

export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, "../../../fixtures/sla", name), "utf8"));
}

export function calendarOf(reference: ReferenceCase): BusinessCalendar {
  const { hours } = reference;
  return compileCalendar({
    timeZone: reference.timezone,
    weekly: {
      mon: hours.mon ?? [],
      tue: hours.tue ?? [],
      wed: hours.wed ?? [],
      thu: hours.thu ?? [],
      fri: hours.fri ?? [],
      sat: hours.sat ?? [],
      sun: hours.sun ?? [],
    },
    holidays: reference.holidays,
    overrides: reference.overrides,
  });
}

/** In a comparable form: epoch milliseconds for instants, minutes to a millionth. */
export function answerTo(reference: ReferenceCase): unknown {
  const calendar = calendarOf(reference);
  const { clock } = reference;
  const start = Temporal.Instant.from(reference.start);
  switch (reference.op) {
    case "add":
      return addBusinessMinutes(calendar, start, reference.minutes, clock).epochMilliseconds;
    case "between":
      return rounded(businessMinutesBetween(calendar, start, Temporal.Instant.from(reference.end), clock));
    case "isOpen":
      return isOpen(calendar, start, clock);
    case "due": {
      const dueAt = dueAtWithPauses(calendar, { start, minutes: reference.minutes, pauses: pausesOf(reference.pauses) }, clock);
      return { dueAt: dueAt?.epochMilliseconds ?? null, checkpoint: elapsedAt(reference.checkpoint?.at) };
    }
    case "elapsed":
      return elapsedAt(reference.end);
    default:
      return reference satisfies never;
  }

  function elapsedAt(at: string | undefined): number | null {
    if (at === undefined || !("pauses" in reference)) return null;
    const end = Temporal.Instant.from(at);
    return rounded(businessMinutesWithPauses(calendar, { start, end, pauses: pausesOf(reference.pauses) }, clock));
  }
}

export function expectedOf(reference: ReferenceCase): unknown {
  switch (reference.op) {
    case "add":
      return Date.parse(reference.expected);
    case "between":
    case "elapsed":
      return rounded(reference.expected);
    case "isOpen":
      return reference.expected;
    case "due": {
      const elapsed = reference.checkpoint?.elapsedMinutes;
      const dueAt = reference.expected === null ? null : Date.parse(reference.expected);
      return { dueAt, checkpoint: elapsed === undefined ? null : rounded(elapsed) };
    }
    default:
      return reference satisfies never;
  }
}

function pausesOf(list: [string, string | null][]): Pause[] {
  return list.map(([from, to]) => ({ from: Temporal.Instant.from(from), to: to === null ? null : Temporal.Instant.from(to) }));
}

function rounded(minutes: number): number {
  return Math.round(minutes * 1e6) / 1e6;
}
