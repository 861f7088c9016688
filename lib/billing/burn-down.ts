/** The change of a day's entries, whole minutes, in the order of days. */
export type DayChange = { day: string; minutes: number };
/** The balance at the end of a day. */
export type DayBalance = { day: string; balance: number };

/** The balance day by day as it changed, from the first entry to today: one point a day on which it changed, and today's. */
export function burnDown(changes: readonly DayChange[], today: Temporal.PlainDate): DayBalance[] {
  let balance = 0;
  const points = changes.map(({ day, minutes }) => ({ day, balance: (balance += minutes) }));
  if (points.length > 0 && points.at(-1)!.day < today.toString()) points.push({ day: today.toString(), balance });
  return points;
}

export type Picture = {
  /** Of the polyline in a box of `width` × `height`, steps between the points. */
  line: string;
  area: string;
  zeroY: number;
  /** Where today is, and where the forecast leads. */
  todayX: number;
  forecast: string | null;
  top: number;
  bottom: number;
};

/** The points as a picture: days across, from the first to the last day of the contract; minutes up. */
export function pictureOf({ points, from, to, today, runsOutOn, width, height }: {
  points: readonly DayBalance[];
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  today: Temporal.PlainDate;
  /** Where the forecast meets zero. */
  runsOutOn: Temporal.PlainDate | null;
  width: number;
  height: number;
}): Picture {
  const balances = points.map(({ balance }) => balance);
  const [top, bottom] = [Math.max(60, ...balances), Math.min(0, ...balances)];
  const span = Math.max(1, from.until(to, { largestUnit: "days" }).days);
  const x = (day: Temporal.PlainDate) => round((Math.min(Math.max(from.until(day, { largestUnit: "days" }).days, 0), span) / span) * width);
  const y = (minutes: number) => round(((top - minutes) / (top - bottom)) * height);
  const steps = points.flatMap(({ day, balance }, at) => {
    const place = x(Temporal.PlainDate.from(day));
    const before = points[at - 1];
    return before ? [`${place},${y(before.balance)}`, `${place},${y(balance)}`] : [`${place},${y(balance)}`];
  });
  const last = points.at(-1);
  const firstX = steps[0]?.split(",")[0] ?? "0";
  const lastX = steps.at(-1)?.split(",")[0] ?? "0";
  return {
    line: steps.join(" "),
    area: steps.length === 0 ? "" : `${firstX},${y(0)} ${steps.join(" ")} ${lastX},${y(0)}`,
    zeroY: y(0),
    todayX: x(today),
    forecast: last && runsOutOn && last.balance > 0 ? `${x(today)},${y(last.balance)} ${x(runsOutOn)},${y(0)}` : null,
    top,
    bottom,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
