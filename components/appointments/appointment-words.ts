import { formatDate, formatDuration, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AppointmentView, SlotView } from "@/lib/appointments/types";

type Times = Pick<AppointmentView, "startsAt" | "endsAt" | "timeZone">;

/** "mié 18 nov, de 10:00 a 11:00" */
export function whenText({ startsAt, endsAt, timeZone }: Times, now: Temporal.Instant): string {
  const t = getTranslator("appointments");
  const from = Temporal.Instant.from(startsAt);
  return t("when", { day: formatDate(from, { now, timeZone }), from: formatTime(from, timeZone), to: formatTime(Temporal.Instant.from(endsAt), timeZone) });
}

export function zoneText(timeZone: string): string {
  const t = getTranslator("appointments");
  return timeZone === "America/Mexico_City" ? t("zone.mexicoCity") : t("zone.other", { zone: timeZone.replaceAll("_", " ") });
}

export function durationOf({ startsAt, endsAt }: Pick<Times, "startsAt" | "endsAt">): string {
  return formatDuration(minutesOf({ startsAt, endsAt }));
}

export function minutesOf({ startsAt, endsAt }: Pick<Times, "startsAt" | "endsAt">): number {
  return (Temporal.Instant.from(endsAt).epochMilliseconds - Temporal.Instant.from(startsAt).epochMilliseconds) / 60_000;
}

/** Slots as a form lists them: a day, and in it the times of the desk's clock. */
export type SlotDay = { day: string; count: string; slots: { value: string; label: string }[] };

export function slotDays(slots: readonly SlotView[], { timeZone, now }: { timeZone: string; now: Temporal.Instant }): SlotDay[] {
  const t = getTranslator("appointments");
  const days = new Map<string, { value: string; label: string }[]>();
  for (const { startsAt } of slots) {
    const at = Temporal.Instant.from(startsAt);
    const day = formatDate(at, { now, timeZone });
    days.set(day, [...(days.get(day) ?? []), { value: startsAt, label: formatTime(at, timeZone) }]);
  }
  return [...days].map(([day, each]) => ({ day, count: t("form.slotCount", { count: each.length }), slots: each }));
}

/** What a change costs the reader now, and until when it costs nothing. */
export function changeText({ change, state }: Pick<AppointmentView, "change" | "state">, { side, lateMinutes, lateCostMinutes, now, timeZone }: {
  side: "customer" | "desk";
  lateMinutes: number;
  lateCostMinutes: number;
  now: Temporal.Instant;
  timeZone: string;
}): string {
  const t = getTranslator("appointments");
  if (side === "desk") return t("rules.freeDesk");
  if (state !== "confirmed") return t("rules.freeUnconfirmed");
  if (lateMinutes === 0 || lateCostMinutes === 0) return t("rules.never");
  if (change.costMinutes > 0) return t("rules.late", { late: formatDuration(lateMinutes), cost: formatDuration(change.costMinutes) });
  if (change.isLate) return t("rules.lateNothing", { late: formatDuration(lateMinutes) });
  const until = Temporal.Instant.from(change.freeUntil);
  return t("rules.free", { until: `${formatDate(until, { now, timeZone })}, ${formatTime(until, timeZone)}` });
}
