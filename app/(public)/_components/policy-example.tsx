import { formatDate, formatDateTime, formatDuration, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { DueStep } from "@/lib/sla/business-time";
import type { SlaInForce } from "@/lib/sla/queries";
import { clockExample } from "../_data/clock-example";
import { maximumOf } from "./target-words";

const PRIORITY = "high";

/** {{clock-example}}: one promise worked out step by step from the running calendar. */
export function PolicyExample({ sla, now }: { sla: SlaInForce; now: Temporal.Instant }) {
  const t = getTranslator("public");
  const { calendar, policy } = sla;
  const minutes = policy.response[PRIORITY];
  const example = clockExample({ calendar, clock: policy.clock, minutes }, now);
  const rule = policy.clock === "business-hours" ? t("targets.clockHours") : t("targets.clockDays");
  if (!example?.explanation.dueAt) return <p className="mt-2 max-w-prose leading-relaxed">{rule}</p>;

  const when = { now, timeZone: calendar.zone.id };
  return (
    <>
      <p className="mt-2 max-w-prose leading-relaxed">{rule}</p>
      <div role="group" aria-labelledby="ejemplo" className="my-6 max-w-[38rem] rounded-lg border bg-surface p-5 text-sm">
        <p id="ejemplo" className="font-semibold">
          {t("example.title")}
        </p>
        <p className="mt-1 text-muted">
          {t("example.start", {
            priority: t(`example.priorities.${PRIORITY}`),
            maximum: maximumOf(minutes, sla).maximum,
            date: formatDateTime(example.startAt, when),
          })}
        </p>
        <ol className="mt-4 divide-y border-y tabular-nums">
          {example.explanation.steps.map((step, index) => (
            <ExampleStep key={index} step={step} when={when} />
          ))}
        </ol>
        <p className="mt-4 font-semibold">{t("example.due", { date: formatDateTime(example.explanation.dueAt, when) })}</p>
      </div>
    </>
  );
}

type When = { now: Temporal.Instant; timeZone: string };

function ExampleStep({ step, when }: { step: DueStep; when: When }) {
  const t = getTranslator("public");
  switch (step.kind) {
    case "counts":
      return <Line text={countedText(step, when)} value={formatDuration(step.minutes)} />;
    case "counts-weeks":
      return (
        <Line
          text={t("example.countsWeeks", { from: plainDay(step.fromDate, when), to: plainDay(step.toDate, when) })}
          value={formatDuration(step.minutes)}
        />
      );
    case "skips":
      return <Line text={`${skippedDays(step, when)}: ${skippedWhy(step.reason)}`} value={t("example.notCounted")} isMuted />;
    case "waits-for-opening":
      return <Line text={t("example.waits", { date: formatDateTime(step.to, when) })} value={t("example.notCounted")} isMuted />;
    case "start":
    case "due":
    case "paused": // the example has no pause
      return null;
    default:
      return step satisfies never;
  }
}

function Line({ text, value, isMuted }: { text: string; value: string; isMuted?: boolean }) {
  return (
    <li className={isMuted ? "flex justify-between gap-4 py-2 text-muted" : "flex justify-between gap-4 py-2"}>
      <span>{text}</span>
      <span className="shrink-0">{value}</span>
    </li>
  );
}

function countedText(step: Extract<DueStep, { kind: "counts" }>, when: When): string {
  const t = getTranslator("public");
  const time = (at: Temporal.Instant) => formatTime(at, when.timeZone).replace(/^0/, "");
  const endsAtMidnight = formatTime(step.to, when.timeZone) === "00:00";
  return t("example.counts", { date: formatDate(step.from, when), from: time(step.from), to: endsAtMidnight ? "24:00" : time(step.to) });
}

function skippedDays(step: Extract<DueStep, { kind: "skips" }>, when: When): string {
  const t = getTranslator("public");
  const from = plainDay(step.fromDate, when);
  if (step.days === 1) return from;
  const to = plainDay(step.toDate, when);
  return step.days === 2 ? t("calendar.daysTwo", { from, to }) : t("calendar.daysBetween", { from, to });
}

function skippedWhy(reason: Extract<DueStep, { kind: "skips" }>["reason"]): string {
  const t = getTranslator("public");
  const words = { weekend: t("example.skipsWeekend"), holiday: t("example.skipsHoliday"), closed: t("example.skipsClosed") };
  return words[reason];
}

function plainDay(date: string, when: When): string {
  return formatDate(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: when.timeZone, plainTime: "12:00" }).toInstant(), when);
}
