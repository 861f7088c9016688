import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../pages/measure";

/** Gives one person's next question each time it is asked. */
export type Person = () => () => Promise<unknown>;
export type Scenario = { name: string; goalMs?: number; personOf: (number: number) => Person };
/** `cpu`: milliseconds of this process's processor time a question, which other work on the machine changes little. */
export type Times = { p50: number; p95: number; p99: number; cpu?: number };

export const CROWD = 8;
const WARM_UP = 20;
const ALONE = 200;
const EACH = 40;
const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 400;

/** One question after the other. */
export async function timeAlone({ personOf }: Scenario): Promise<Times> {
  const next = personOf(0);
  for (let at = 0; at < WARM_UP; at += 1) await next()();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let at = 0; at < ALONE; at += 1) {
    const question = next();
    const began = performance.now();
    await question();
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...timesOf(times), cpu: (user + system) / 1_000 / ALONE };
}

/** Eight people at once, each with the pauses of somebody who types, or each asking again as soon as there is an answer. */
export async function timeCrowd({ personOf }: Scenario, pauses: "as one types" | "none"): Promise<Times> {
  const times: number[] = [];
  await Promise.all(Array.from({ length: CROWD }, (_, number) => typeOn(personOf(number + 1), number, pauses, times)));
  return timesOf(times);
}

async function typeOn(next: Person, number: number, pauses: "as one types" | "none", times: number[]): Promise<void> {
  for (let at = 0; at < EACH; at += 1) {
    const question = next();
    const pause = pauses === "none" ? 0 : SHORTEST_PAUSE_MS + ((at * 7 + number * 13) % 21) * ((LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS) / 20);
    // From when the letter arrives: a process that is busy then answers late, and that counts.
    const arrived = performance.now() + pause;
    if (pause > 0) await sleep(pause);
    await question();
    times.push(performance.now() - arrived);
  }
}

export function timesOf(times: readonly number[]): Times {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
}
