import { loadavg } from "node:os";
import { addBusinessMinutes, businessMinutesBetween, compileCalendar, type BusinessCalendar } from "../../lib/sla/business-time";
import { mexicanStatutoryHolidays } from "../../lib/sla/holidays";
import type { OpeningInterval } from "../../lib/sla/types";

const OPERATIONS = 200_000;
const ROUNDS = 5;
const LIMIT_MICROSECONDS = 2;

/** Prints mean microseconds for an operation, the resulting Temporal.Instant included; every call has its own random start. */
export async function run(): Promise<void> {
  const calendar = mexicanDesk();
  const starts = randomStarts();
  const later = starts.map((start) => start.add({ hours: 24 * 45 }));
  const dueIn = (minutes: number, clock: "business-hours" | "business-days") => (i: number) =>
    addBusinessMinutes(calendar, starts[i]!, minutes, clock).epochMilliseconds;

  console.log(`SLA arithmetic: America/Mexico_City, statutory holidays 2015-2035, ${OPERATIONS} random starts, ${ROUNDS} rounds`);
  console.log(`load average ${loadavg().map((load) => load.toFixed(2)).join(" ")}, Node ${process.versions.node}`);
  const decisive = measure("add 400 business hours", dueIn(400 * 60, "business-hours"));
  measure("add 400 h of business days", dueIn(400 * 60, "business-days"));
  measure("add 72 business hours", dueIn(72 * 60, "business-hours"));
  measure("add 10 years of business hours", dueIn(10 * 250 * 540, "business-hours"));
  measure("between, 45 days apart", (i) => businessMinutesBetween(calendar, starts[i]!, later[i]!, "business-hours"));
  measure("(of which: making and reading an Instant)", (i) => Temporal.Instant.fromEpochMilliseconds(1.7e12 + i).epochMilliseconds);
  console.log(`add 400 business hours ${decisive < LIMIT_MICROSECONDS ? "is under" : "IS NOT UNDER"} ${LIMIT_MICROSECONDS} µs on average`);
}

/** The first round warms up and does not count. The sum keeps the work from being optimised away. */
function measure(label: string, operation: (i: number) => number): number {
  const rounds: number[] = [];
  let sum = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const began = performance.now();
    for (let i = 0; i < OPERATIONS; i++) sum += operation(i);
    if (round > 0) rounds.push(((performance.now() - began) * 1000) / OPERATIONS);
  }
  const mean = rounds.reduce((a, b) => a + b, 0) / rounds.length;
  const range = `${Math.min(...rounds).toFixed(3)}-${Math.max(...rounds).toFixed(3)}`;
  console.log(`  ${label.padEnd(44)} ${mean.toFixed(3)} µs  (rounds ${range}; checksum ${sum % 9973})`);
  return mean;
}

function mexicanDesk(): BusinessCalendar {
  const day: OpeningInterval[] = [["09:00", "18:00"]];
  const years = Array.from({ length: 21 }, (_, i) => 2015 + i);
  return compileCalendar({
    timeZone: "America/Mexico_City",
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: years.flatMap((year) => mexicanStatutoryHolidays(year).map((holiday) => holiday.date)),
  });
}

/** A fixed seed: every run measures the same starts, any minute and second from 2015 to 2034. */
function randomStarts(): Temporal.Instant[] {
  const first = Date.UTC(2015, 0, 1);
  const span = Date.UTC(2034, 0, 1) - first;
  let seed = 20261122;
  return Array.from({ length: OPERATIONS }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Temporal.Instant.fromEpochMilliseconds(first + Math.floor((seed / 2 ** 32) * span));
  });
}
