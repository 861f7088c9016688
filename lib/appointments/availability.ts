import type { WeeklySpan } from "@/lib/appointments/types";

/** "09:00" → 540, "24:00" → 1440; null when it is no time. */
export function minuteOf(time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(time.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour === 24 && minute === 0) return 1440;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** 540 → "09:00" */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

export type WeekProblem = { code: "SPAN_UNREADABLE" | "SPAN_ENDS_BEFORE" | "SPANS_OVERLAP"; weekday: number; spans: string };

/**
 * A week as it is typed: a text for each day, Monday first, "09:00-14:00, 15:00-18:00"; empty is not available. Spans that touch are two.
 */
export function readWeek(days: readonly string[]): { ok: true; week: WeeklySpan[] } | { ok: false; problem: WeekProblem } {
  const week: WeeklySpan[] = [];
  for (const [index, text] of days.entries()) {
    const weekday = index + 1;
    const spans: WeeklySpan[] = [];
    for (const piece of text.split(/[,;\n]+/).map((each) => each.trim()).filter(Boolean)) {
      const [from, to, ...rest] = piece.split(/\s*[-\u2010-\u2015]\s*|\s+a\s+/i);
      const startsMinute = minuteOf(from ?? "");
      const endsMinute = minuteOf(to ?? "");
      if (startsMinute === null || endsMinute === null || startsMinute === 1440 || rest.length > 0) return { ok: false, problem: { code: "SPAN_UNREADABLE", weekday, spans: piece } };
      if (endsMinute <= startsMinute) return { ok: false, problem: { code: "SPAN_ENDS_BEFORE", weekday, spans: piece } };
      spans.push({ weekday, startsMinute, endsMinute });
    }
    spans.sort((a, b) => a.startsMinute - b.startsMinute);
    const overlap = spans.findIndex((span, at) => at > 0 && span.startsMinute < spans[at - 1]!.endsMinute);
    if (overlap > 0) return { ok: false, problem: { code: "SPANS_OVERLAP", weekday, spans: `${spanText(spans[overlap - 1]!)}, ${spanText(spans[overlap]!)}` } };
    week.push(...spans);
  }
  return { ok: true, week };
}

/** "09:00-14:00, 15:00-18:00" of a weekday, as it is typed. */
export function dayText(week: readonly WeeklySpan[], weekday: number): string {
  return week.filter((span) => span.weekday === weekday).sort((a, b) => a.startsMinute - b.startsMinute).map(spanText).join(", ");
}

function spanText({ startsMinute, endsMinute }: WeeklySpan): string {
  return `${timeOf(startsMinute)}-${timeOf(endsMinute)}`;
}
