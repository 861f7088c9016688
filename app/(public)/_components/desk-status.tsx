import { formatDate, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { deskStates, type DeskState } from "../_data/desk-states";
import { DeskStatusLive } from "./desk-status-live";

/** Is the desk open now: right when the page was made, and put right in the browser while it is read. */
export function DeskStatus({ calendar, now }: { calendar: BusinessCalendar; now: Temporal.Instant }) {
  const t = getTranslator("public");
  const states = deskStates(calendar, now).map((state) => ({
    from: state.from.epochMilliseconds,
    isOpen: state.isOpen,
    title: state.isOpen ? t("desk.open") : t("desk.closed"),
    detail: detailOf(state, { timeZone: calendar.zone.id, now }),
  }));
  return <DeskStatusLive label={t("desk.label")} states={states} />;
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
