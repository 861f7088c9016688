/** What was consumed on a day, whole minutes. */
export type DayUse = { day: string; minutes: number };

/** How many days the forecast looks back. */
export const FORECAST_DAYS = 90;
const WEEK = 7;
/** Fewer whole weeks than this, or fewer days with work in them, say too little. */
const WEEKS_MIN = 3;
const DAYS_OF_USE_MIN = 3;
/** Four of five: a normal error of 1.28 on either side. */
const Z = 1.28;

/**
 * When a contract runs out, if it goes on as in the last weeks.
 * `lasts`: not before its last day; what is left then, between a fast and a slow pace. `latest` null: at a slow pace it lasts to the end.
 */
export type Forecast =
  | { kind: "too-little" }
  | { kind: "used-up" }
  | { kind: "runs-out"; weekly: number; earliest: Temporal.PlainDate; expected: Temporal.PlainDate; latest: Temporal.PlainDate | null }
  | { kind: "lasts"; weekly: number; left: { least: number; most: number } };

/**
 * The pace is the mean of the whole weeks among the last ninety days (or since the contract began), counted back from today; how much it
 * varies from week to week says how far the forecast may be off. Days without work count. It knows of no seasons and no plans.
 * @param available minutes that are neither consumed nor held
 */
export function forecastOf({ uses, available, startsOn, endsOn, today }: {
  uses: readonly DayUse[];
  available: number;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}): Forecast {
  if (available <= 0) return { kind: "used-up" };
  const age = startsOn.until(today, { largestUnit: "days" }).days + 1;
  const weeks = Math.floor(Math.min(FORECAST_DAYS, age) / WEEK);
  const totals = weeklyTotals(uses, weeks, today);
  if (weeks < WEEKS_MIN || uses.filter(({ day, minutes }) => minutes > 0 && day > today.subtract({ days: weeks * WEEK }).toString()).length < DAYS_OF_USE_MIN) return { kind: "too-little" };
  const mean = totals.reduce((sum, each) => sum + each, 0) / weeks;
  if (mean <= 0) return { kind: "too-little" };
  const variance = totals.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (weeks - 1);
  const error = Z * Math.sqrt(variance / weeks);
  const [slow, fast] = [Math.max(0, mean - error), mean + error];
  const daysLeft = today.until(endsOn, { largestUnit: "days" }).days;
  const dayAtPace = (pace: number) => today.add({ days: Math.min(Math.floor((available / pace) * WEEK), FAR_DAYS) });
  const isBeforeEnd = (pace: number) => pace > 0 && Temporal.PlainDate.compare(dayAtPace(pace), endsOn) <= 0;
  if (!isBeforeEnd(mean)) {
    const leftAt = (pace: number) => Math.max(0, Math.round(available - (pace * Math.max(0, daysLeft)) / WEEK));
    return { kind: "lasts", weekly: Math.round(mean), left: { least: leftAt(fast), most: leftAt(slow) } };
  }
  return { kind: "runs-out", weekly: Math.round(mean), earliest: dayAtPace(fast), expected: dayAtPace(mean), latest: isBeforeEnd(slow) ? dayAtPace(slow) : null };
}

const FAR_DAYS = 36_500;

/** By week, the latest first: of seven days each, today the last. */
function weeklyTotals(uses: readonly DayUse[], weeks: number, today: Temporal.PlainDate): number[] {
  const totals = Array.from({ length: weeks }, () => 0);
  for (const { day, minutes } of uses) {
    const week = Math.floor(Temporal.PlainDate.from(day).until(today, { largestUnit: "days" }).days / WEEK);
    if (week >= 0 && week < weeks) totals[week]! += minutes;
  }
  return totals;
}
