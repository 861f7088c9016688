import { HORIZON_END, type Zone } from "./zone";
import type { LocalLine } from "./local-line";
import { lastAtOrBelow, lastBelow } from "./search";

/** Answered where the horizon ends before the clock has run that long. */
export const NEVER = Infinity;

/**
 * The running time of a calendar on the real, UTC line. Within a stretch of constant offset the wall clock and real time advance
 * together, so the local line is laid against each stretch: an hour that the clock skips does not exist, an hour that it repeats
 * counts twice, and an opening time inside a skipped hour opens at the first minute that does exist.
 */
export class Timeline {
  readonly #starts: Float64Array;
  readonly #offsets: Float64Array;
  readonly #line: LocalLine;
  /** Per stretch of constant offset: the running time on the UTC line before it, and on the local line where it begins. */
  readonly #openBefore: Float64Array;
  readonly #lineOpenBefore: Float64Array;
  readonly #total: number;

  constructor(zone: Zone, line: LocalLine) {
    const { starts, offsets } = zone.stretches();
    this.#starts = starts;
    this.#offsets = offsets;
    this.#line = line;
    this.#openBefore = new Float64Array(starts.length);
    this.#lineOpenBefore = new Float64Array(starts.length);
    let total = 0;
    starts.forEach((start, i) => {
      const end = starts[i + 1] ?? HORIZON_END;
      this.#openBefore[i] = total;
      this.#lineOpenBefore[i] = line.openBefore(start + offsets[i]!);
      total += line.openBefore(end + offsets[i]!) - this.#lineOpenBefore[i]!;
    });
    this.#total = total;
    Object.freeze(this);
  }

  get total(): number {
    return this.#total;
  }

  /** Milliseconds that ran from the horizon's start until `utc`. */
  openBefore(utc: number): number {
    const i = lastAtOrBelow(this.#starts, utc);
    return this.#openBefore[i]! + this.#line.openBefore(utc + this.#offsets[i]!) - this.#lineOpenBefore[i]!;
  }

  /** The first instant by which `open` (> 0) milliseconds have run; NEVER when the horizon ends before. */
  earliestWith(open: number): number {
    if (open > this.#total) return NEVER;
    const i = lastBelow(this.#openBefore, open);
    return this.#line.earliestWith(this.#lineOpenBefore[i]! + open - this.#openBefore[i]!) - this.#offsets[i]!;
  }

  /** The last instant before which only `open` milliseconds have run, where the clock starts to run again; NEVER when it does not. */
  latestWith(open: number): number {
    if (open >= this.#total) return NEVER;
    const i = lastAtOrBelow(this.#openBefore, open);
    return this.#line.latestWith(this.#lineOpenBefore[i]! + open - this.#openBefore[i]!) - this.#offsets[i]!;
  }

  /** `utc` itself when the clock runs then, else the instant at which it next starts. */
  nextRunning(utc: number): number {
    return this.latestWith(this.openBefore(utc));
  }
}
