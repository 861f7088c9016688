import { millisecondsOf } from "./amounts";
import { SlaError } from "./errors";
import { NEVER, type Timeline } from "./timeline";
import type { Pause } from "./types";

/** Epoch milliseconds; `to` is Infinity while the pause lasts. */
export interface Span {
  from: number;
  to: number;
}

export interface Run {
  /** The stretches from the start to the due instant that no pause covers, in order. */
  legs: Span[];
  /** The pauses that began before the due instant, joined where they touch. */
  pauses: Span[];
  /** null: a pause without an end stops the clock before the time is used up. NEVER: the horizon ends before. */
  dueAt: number | null;
}

/** Ascending and disjoint: pauses that touch or overlap are one, empty ones are none. */
export function joinPauses(pauses: readonly Pause[]): Span[] {
  const joined: Span[] = [];
  for (const span of pauses.map(spanOf).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (span.from === span.to) continue;
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push(span);
  }
  return joined;
}

/** Follows the clock from `start` over the pauses until `amount` milliseconds have run. */
export function runOver(timeline: Timeline, { start, amount, pauses }: { start: number; amount: number; pauses: readonly Span[] }): Run {
  const run: Run = { legs: [], pauses: [], dueAt: null };
  let cursor = start;
  let missing = amount;
  for (const pause of pauses) {
    if (pause.to <= cursor) continue;
    if (dueFrom(timeline, cursor, missing) <= pause.from) break;
    if (pause.from > cursor) {
      missing -= timeline.openBefore(pause.from) - timeline.openBefore(cursor);
      run.legs.push({ from: cursor, to: pause.from });
    }
    run.pauses.push({ from: Math.max(pause.from, start), to: pause.to });
    if (pause.to === Infinity) return run;
    cursor = pause.to;
  }
  run.dueAt = dueFrom(timeline, cursor, missing);
  if (run.dueAt !== NEVER) run.legs.push({ from: cursor, to: run.dueAt });
  return run;
}

/** Used up exactly at closing time ends at closing time; nothing to use up is due as soon as the clock runs. */
export function dueFrom(timeline: Timeline, start: number, amount: number): number {
  const before = timeline.openBefore(start);
  return amount === 0 ? timeline.latestWith(before) : timeline.earliestWith(before + amount);
}

/** Milliseconds that ran from `from` to `to` outside the pauses. `from` must not be later than `to`. */
export function runningBetween(timeline: Timeline, { from, to, pauses }: Span & { pauses: readonly Span[] }): number {
  return pauses.reduce(
    (running, pause) => {
      const paused = { from: Math.max(pause.from, from), to: Math.min(pause.to, to) };
      if (paused.from >= paused.to) return running;
      return running - (timeline.openBefore(paused.to) - timeline.openBefore(paused.from));
    },
    timeline.openBefore(to) - timeline.openBefore(from),
  );
}

function spanOf(pause: Pause): Span {
  const span = { from: millisecondsOf(pause.from), to: pause.to === null ? Infinity : millisecondsOf(pause.to) };
  if (span.from <= span.to) return span;
  throw new SlaError("INVALID_PAUSE", `The pause from ${String(pause.from)} ends before it begins, at ${String(pause.to)}. Exchange its ends.`);
}
