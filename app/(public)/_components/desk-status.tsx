import { formatDate, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { deskStates, type DeskState } from "../_data/desk-states";

/** Is the desk open now: right when the page was made; public/enhance.js puts it right while the page is read, from the list of states. */
export function DeskStatus({ calendar, now }: { calendar: BusinessCalendar; now: Temporal.Instant }) {
  const t = getTranslator("public");
  const states = deskStates(calendar, now).map((state) => ({
    from: state.from.epochMilliseconds,
    isOpen: state.isOpen,
    title: state.isOpen ? t("desk.open") : t("desk.closed"),
    detail: detailOf(state, { timeZone: calendar.zone.id, now }),
  }));
  const [current] = states;
  if (!current) return null;
  return (
    <p
      role="status"
      aria-label={t("desk.label")}
      data-enhance="desk"
      data-states={JSON.stringify(states)}
      data-from={current.from}
      data-open={current.isOpen}
      className="group flex min-h-5 items-start gap-2 text-sm"
    >
      <span
        aria-hidden="true"
        className="mt-1.5 size-2 shrink-0 rounded-full inset-ring-2 inset-ring-line-strong group-data-[open=true]:bg-success group-data-[open=true]:inset-ring-0"
      />
      <span>
        <strong data-part="title" className="font-semibold group-data-[open=true]:text-success">
          {current.title}
        </strong>{" "}
        <span data-part="detail" className="text-muted">
          {current.detail}
        </span>
      </span>
    </p>
  );
}

function detailOf(state: DeskState, { timeZone, now }: { timeZone: string; now: Temporal.Instant }): string {
  const t = getTranslator("public");
  if (!state.changesAt) return state.isOpen ? t("desk.alwaysOpen") : "";
  const time = formatTime(state.changesAt, timeZone).replace(/^0/, "");
  const date = formatDate(state.changesAt, { now, timeZone });
  if (!state.isOpen) return t("desk.opens", { date, time });
  const closesSameDay = formatDate(state.from, { now, timeZone }) === date;
  return closesSameDay ? t("desk.closesToday", { time }) : t("desk.closesLater", { date, time });
}
