import { DAY, WEEK, mondayOfWeek, weekIndexOf } from "./local-time";
import { lastAtOrBelow, lastBelow } from "./search";

/** Local milliseconds from the date's own midnight; `end` may pass 24 h when the interval runs into the next date. */
export interface DayInterval {
  start: number;
  end: number;
}

/** What a week holds: ascending, disjoint segments in milliseconds from its Monday 00:00. */
interface WeekPattern {
  starts: Float64Array;
  ends: Float64Array;
  /** Open milliseconds of the week before each segment. */
  openBefore: Float64Array;
  total: number;
}

interface Stretch {
  start: number;
  pattern: WeekPattern;
}

/**
 * The open time of a wall clock that never jumps. Time is cut into stretches of equal weeks: years of ordinary weeks are one stretch,
 * a week with a holiday is another. Every question is then a binary search and a division, whatever the span.
 */
export class LocalLine {
  readonly #starts: Float64Array;
  readonly #openBefore: Float64Array;
  readonly #patterns: readonly WeekPattern[];

  constructor(stretches: readonly Stretch[]) {
    this.#starts = Float64Array.from(stretches, (stretch) => stretch.start);
    this.#patterns = stretches.map((stretch) => stretch.pattern);
    this.#openBefore = new Float64Array(stretches.length);
    for (let i = 1; i < stretches.length; i++) {
      const weeks = (this.#starts[i]! - this.#starts[i - 1]!) / WEEK;
      this.#openBefore[i] = this.#openBefore[i - 1]! + weeks * this.#patterns[i - 1]!.total;
    }
  }

  /** Open milliseconds from the line's beginning until `local`. */
  openBefore(local: number): number {
    const i = lastAtOrBelow(this.#starts, local);
    const pattern = this.#patterns[i]!;
    const since = local - this.#starts[i]!;
    const weeks = Math.floor(since / WEEK);
    return this.#openBefore[i]! + weeks * pattern.total + openBeforeInWeek(pattern, since - weeks * WEEK);
  }

  /** The first local instant by which `open` (> 0) milliseconds have been open: a closing time rather than the next opening. */
  earliestWith(open: number): number {
    const i = lastBelow(this.#openBefore, open);
    const pattern = this.#patterns[i]!;
    const missing = open - this.#openBefore[i]!;
    const weeks = Math.ceil(missing / pattern.total) - 1;
    const missingInWeek = missing - weeks * pattern.total;
    const segment = lastBelow(pattern.openBefore, missingInWeek);
    return this.#starts[i]! + weeks * WEEK + pattern.starts[segment]! + (missingInWeek - pattern.openBefore[segment]!);
  }

  /** The last local instant before which no more than `open` milliseconds have been open: an opening time rather than the last closing. */
  latestWith(open: number): number {
    const i = lastAtOrBelow(this.#openBefore, open);
    const pattern = this.#patterns[i]!;
    const missing = open - this.#openBefore[i]!;
    const weeks = Math.floor(missing / pattern.total);
    const missingInWeek = missing - weeks * pattern.total;
    const segment = lastAtOrBelow(pattern.openBefore, missingInWeek);
    return this.#starts[i]! + weeks * WEEK + pattern.starts[segment]! + (missingInWeek - pattern.openBefore[segment]!);
  }

  /** The same line with open and closed exchanged. */
  complement(): LocalLine {
    const inverses = new Map<WeekPattern, WeekPattern>();
    for (const pattern of this.#patterns) {
      if (!inverses.has(pattern)) inverses.set(pattern, complementOf(pattern));
    }
    return new LocalLine(this.#patterns.map((pattern, i) => ({ start: this.#starts[i]!, pattern: inverses.get(pattern)! })));
  }
}

/**
 * `regularOn` gives the intervals of each weekday (0 = Monday), `intervalsOn` those of one date, exceptions applied;
 * `exceptions` are the epoch days where the two may differ.
 */
export function buildLocalLine(plan: {
  firstDay: number;
  lastDay: number;
  regularOn: (weekday: number) => readonly DayInterval[];
  intervalsOn: (epochDay: number) => readonly DayInterval[];
  exceptions: Iterable<number>;
}): LocalLine {
  const firstWeek = weekIndexOf(plan.firstDay) - 1;
  const lastWeek = weekIndexOf(plan.lastDay) + 1;
  const regular = patternOf((day) => plan.regularOn((day + 7) % 7));
  const known = new Map([[keyOf(regular), regular]]);

  const stretches: Stretch[] = [{ start: mondayOfWeek(firstWeek) * DAY, pattern: regular }];
  for (const week of specialWeeks(plan.exceptions, firstWeek, lastWeek)) {
    const monday = mondayOfWeek(week);
    const built = patternOf((day) => plan.intervalsOn(monday + day));
    const pattern = known.get(keyOf(built)) ?? built;
    known.set(keyOf(pattern), pattern);
    continueWith(stretches, { start: monday * DAY, pattern });
    continueWith(stretches, { start: (monday + 7) * DAY, pattern: regular });
  }
  return new LocalLine(stretches);
}

/** A Sunday's interval may run into the next week, so an exception on a Sunday makes both weeks special. */
function specialWeeks(exceptions: Iterable<number>, firstWeek: number, lastWeek: number): number[] {
  const weeks = new Set<number>();
  for (const day of exceptions) {
    weeks.add(weekIndexOf(day));
    weeks.add(weekIndexOf(day + 1));
  }
  return [...weeks].filter((week) => week >= firstWeek && week <= lastWeek).sort((a, b) => a - b);
}

function continueWith(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last && last.start === next.start) stretches.pop();
  if (stretches.at(-1)?.pattern === next.pattern) return;
  stretches.push(next);
}

/** `intervalsOn` is asked for day -1, the Sunday before, whose last interval may reach into this week. */
function patternOf(intervalsOn: (day: number) => readonly DayInterval[]): WeekPattern {
  const segments: DayInterval[] = [];
  for (let day = -1; day < 7; day++) {
    for (const interval of intervalsOn(day)) {
      const start = Math.max(0, day * DAY + interval.start);
      const end = Math.min(WEEK, day * DAY + interval.end);
      if (start < end) segments.push({ start, end });
    }
  }
  return packed(segments.sort((a, b) => a.start - b.start));
}

function packed(segments: readonly DayInterval[]): WeekPattern {
  const merged: DayInterval[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (last && segment.start <= last.end) last.end = Math.max(last.end, segment.end);
    else merged.push({ ...segment });
  }
  let total = 0;
  const openBefore = Float64Array.from(merged, ({ start, end }) => {
    total += end - start;
    return total - (end - start);
  });
  return { starts: Float64Array.from(merged, (s) => s.start), ends: Float64Array.from(merged, (s) => s.end), openBefore, total };
}

function complementOf(pattern: WeekPattern): WeekPattern {
  const gaps: DayInterval[] = [];
  let open = 0;
  pattern.starts.forEach((start, i) => {
    if (open < start) gaps.push({ start: open, end: start });
    open = pattern.ends[i]!;
  });
  if (open < WEEK) gaps.push({ start: open, end: WEEK });
  return packed(gaps);
}

function openBeforeInWeek(pattern: WeekPattern, sinceMonday: number): number {
  const segment = lastAtOrBelow(pattern.starts, sinceMonday);
  if (segment < 0) return 0;
  return pattern.openBefore[segment]! + Math.min(sinceMonday, pattern.ends[segment]!) - pattern.starts[segment]!;
}

function keyOf(pattern: WeekPattern): string {
  return `${pattern.starts.join()}|${pattern.ends.join()}`;
}
