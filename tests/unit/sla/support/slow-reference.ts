import type { CalendarDefinition, ClockKind, OpeningInterval } from "@/lib/sla/business-time";

/**
 * Business time the obvious way: ask Intl what the wall clock shows, minute by minute, and look it up in the definition. Shares no code
 * with lib/sla. Right as long as offsets and opening times are whole minutes, which they are since 1972.
 */
export interface SlowClock {
  runsAt(minute: number): boolean;
  between(from: number, to: number, paused?: readonly SlowPause[]): number;
  /** null when the time is not used up, or nothing opens, until `horizon`. */
  due(start: number, amount: number, horizon: number, paused?: readonly SlowPause[]): number | null;
}

export interface SlowPause {
  from: number;
  to: number;
}

const MINUTE = 60_000;

export function slowClock(definition: CalendarDefinition, clock: ClockKind): SlowClock {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: definition.timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const known = new Map<number, boolean>();

  function runsAt(minute: number): boolean {
    const remembered = known.get(minute);
    if (remembered !== undefined) return remembered;
    const [date = "", time = ""] = format.format(minute * MINUTE).split(" ");
    const runs = clock === "business-days" ? intervalsOn(definition, date).length > 0 : isWithinHours(definition, date, time);
    known.set(minute, runs);
    return runs;
  }

  function between(from: number, to: number, paused: readonly SlowPause[] = []): number {
    let running = 0;
    for (const piece of pieces(from, to, paused)) if (runsAt(Math.floor(piece.from / MINUTE))) running += piece.to - piece.from;
    return running;
  }

  function due(start: number, amount: number, horizon: number, paused: readonly SlowPause[] = []): number | null {
    let missing = amount;
    for (const piece of pieces(start, horizon, paused)) {
      if (!runsAt(Math.floor(piece.from / MINUTE))) continue;
      if (missing <= piece.to - piece.from) return piece.from + missing;
      missing -= piece.to - piece.from;
    }
    return null;
  }

  return { runsAt, between, due };
}

/** The stretch from `from` to `to`, cut at every minute and at every end of a pause, without what is paused. */
function* pieces(from: number, to: number, paused: readonly SlowPause[]): Generator<SlowPause> {
  const cuts = paused.flatMap((pause) => [pause.from, pause.to]).filter((cut) => cut > from && cut < to);
  for (let minute = Math.floor(from / MINUTE); minute * MINUTE < to; minute++) {
    const start = Math.max(from, minute * MINUTE);
    const end = Math.min(to, (minute + 1) * MINUTE);
    const bounds = [start, ...cuts.filter((cut) => cut > start && cut < end).sort((a, b) => a - b), end];
    for (let i = 0; i + 1 < bounds.length; i++) {
      const piece = { from: bounds[i] ?? start, to: bounds[i + 1] ?? end };
      if (!paused.some((pause) => pause.from <= piece.from && piece.to <= pause.to)) yield piece;
    }
  }
}

function isWithinHours(definition: CalendarDefinition, date: string, time: string): boolean {
  const today = intervalsOn(definition, date).some(([open, close]) => open <= time && (isOvernight(open, close) || time < close));
  return today || intervalsOn(definition, dayBefore(date)).some(([open, close]) => isOvernight(open, close) && time < close);
}

function isOvernight(open: string, close: string): boolean {
  return close <= open;
}

function intervalsOn(definition: CalendarDefinition, date: string): readonly OpeningInterval[] {
  if (definition.holidays.includes(date)) return [];
  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
  const weekday = names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "sun";
  return definition.overrides?.[date] ?? definition.weekly[weekday];
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
