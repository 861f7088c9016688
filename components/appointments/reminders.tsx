import { AlarmClock } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { AppointmentView, Side } from "@/lib/appointments/types";
import { whenText } from "./appointment-words";

/** What one was reminded of, on the pages where one looks first. Nothing where there is nothing. */
export function Reminders({ appointments, viewer, now }: { appointments: AppointmentView[]; viewer: Side; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  if (appointments.length === 0) return null;
  const isSoon = appointments.some(({ reminded }) => reminded === "hour");
  return (
    <Notice tone={isSoon ? "warn" : "accent"} title={t("reminder.title", { count: appointments.length })}>
      <Lines appointments={appointments} viewer={viewer} now={now} />
    </Notice>
  );
}

/** Times that the desk proposed and that wait for the customer, where one looks first. */
export function Proposals({ appointments, now }: { appointments: AppointmentView[]; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  if (appointments.length === 0) return null;
  return (
    <Notice tone="warn" title={t("awaiting.customer", { count: appointments.length })}>
      <p>{t("awaiting.customerHint")}</p>
      <Lines appointments={appointments} viewer="customer" now={now} />
    </Notice>
  );
}

/** The same in the desk's column of queues, which stands beside every page. */
export function NavReminders({ appointments, now }: { appointments: AppointmentView[]; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  if (appointments.length === 0) return null;
  return (
    <section aria-label={t("reminder.title", { count: appointments.length })} className="px-3 pt-3 text-sm">
      <ul className="space-y-1 rounded-md border border-accent-line bg-accent-soft p-2">
        {appointments.map((appointment) => (
          <li key={appointment.id} className="flex items-start gap-2">
            <AlarmClock aria-hidden="true" className="mt-1 size-3.5 shrink-0 text-accent" />
            <a href={`/agent/tickets/${appointment.ticket.reference}/appointments`} className="link min-w-0">
              {t("reminder.line", { kind: t(`kind.${appointment.kind}`), when: whenText(appointment, now) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ appointments, viewer, now }: { appointments: AppointmentView[]; viewer: Side; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  const base = viewer === "customer" ? "/portal/tickets" : "/agent/tickets";
  return (
    <ul className="space-y-1">
      {appointments.map((appointment) => (
        <li key={appointment.id}>
          <a href={`${base}/${appointment.ticket.reference}/appointments`} className="link">
            {t("reminder.line", { kind: t(`kind.${appointment.kind}`), when: whenText(appointment, now) })}
          </a>{" "}
          · {appointment.ticket.subject}
        </li>
      ))}
    </ul>
  );
}
