import { amountText } from "@/components/sla/amount-words";
import { holidayName } from "@/components/sla/holiday-name";
import { formatDate, formatDateTime, formatDuration, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { ClockKind } from "@/lib/sla/types";
import type { DueStepView, PromiseView } from "@/lib/tickets/types";

export type ExplainedPromise = Pick<PromiseView, "kind" | "minutes" | "clock" | "timeZone" | "steps">;

const WHOLE_DAY = 24 * 60;

/** The way to the promised date, a sentence a step. */
export function stepSentences(promise: ExplainedPromise, now: Temporal.Instant): string[] {
  const { timeZone, kind, minutes, clock } = promise;
  return promise.steps.flatMap((step) => {
    const sentence = stepSentence(step, { now, timeZone, kind, minutes, clock });
    return step.kind === "start" ? [sentence, ruleSentence(promise)] : [sentence];
  });
}

function ruleSentence({ minutes, clock }: ExplainedPromise): string {
  return getTranslator("sla")("step.rule", { amount: amountText({ minutes, clock }) });
}

type Telling = { now: Temporal.Instant; timeZone: string; kind: PromiseView["kind"]; minutes: number; clock: ClockKind };

function stepSentence(step: DueStepView, telling: Telling): string {
  const t = getTranslator("sla");
  const instant = (at: string) => formatDateTime(Temporal.Instant.from(at), telling);
  switch (step.kind) {
    case "start":
      return t(`step.start.${telling.kind}`, { at: instant(step.at) });
    case "waits-for-opening":
      return t(`step.waits.${step.reason}`, { to: instant(step.to), name: nameOfHoliday(step.holiday) });
    case "counts":
      return countsSentence(step, telling);
    case "counts-weeks":
      return t("step.countsWeeks", {
        from: dateText(step.fromDate, telling),
        to: dateText(step.toDate, telling),
        weeks: step.weeks,
        duration: durationText(step.minutes),
        holidays: step.holidayCount,
      });
    case "skips":
      return t(`step.skips.${step.reason}`, { dates: datesText(step, telling), days: step.days, name: namesOfHolidays(step) });
    case "paused":
      return step.to === null
        ? t("step.pausedStill", { from: instant(step.from) })
        : t("step.paused", { from: instant(step.from), to: instant(step.to) });
    case "due":
      return t("step.due", { amount: amountText(telling), at: instant(step.at) });
    default:
      return step satisfies never;
  }
}

function countsSentence(step: Extract<DueStepView, { kind: "counts" }>, telling: Telling): string {
  const t = getTranslator("sla");
  const date = capitalized(dateText(step.date, telling));
  const duration = durationText(step.minutes);
  if (step.minutes >= WHOLE_DAY) return t("step.countsDay", { date, duration });
  const time = (at: string) => formatTime(Temporal.Instant.from(at), telling.timeZone);
  return t("step.counts", { date, from: time(step.from), to: time(step.to), duration });
}

type Skip = Extract<DueStepView, { kind: "skips" }>;

function datesText({ fromDate, toDate, days }: Skip, telling: Telling): string {
  const from = dateText(fromDate, telling);
  if (days === 1) return capitalized(from);
  return getTranslator("sla")("step.range", { from, to: dateText(toDate, telling) });
}

function namesOfHolidays({ fromDate, days }: Skip): string {
  const first = Temporal.PlainDate.from(fromDate);
  const names = Array.from({ length: Math.min(days, 10) }, (_, index) => nameOfHoliday(first.add({ days: index }).toString()));
  return [...new Set(names)].join(", ");
}

function nameOfHoliday(date: string | undefined): string {
  return (date && holidayName(date)) || getTranslator("sla")("step.unnamedHoliday");
}

/** Noon stands for the date: no zone's clock change reaches it. */
function dateText(date: string, { now, timeZone }: Telling): string {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: "12:00" }).toInstant();
  return formatDate(noon, { now, timeZone });
}

/** "8 h 25 min" on one line. */
function durationText(minutes: number): string {
  return formatDuration(minutes).replaceAll(" ", "\u00a0");
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("es") + text.slice(1);
}
