import { AppointmentFacts, CalendarLink } from "@/components/appointments/appointment-facts";
import { whenText } from "@/components/appointments/appointment-words";
import { PressForm } from "@/components/appointments/press-form";
import { pressWords } from "@/components/appointments/slot-form-words";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { AppointmentRules, AppointmentView } from "@/lib/appointments/types";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { confirmAction, missAction, startAction, stopAction } from "../actions";

type Shared = { rules: AppointmentRules; address: string; now: Temporal.Instant };

/** The appointments of one ticket with what the desk can do now. */
export function DeskAppointments({ appointments, ...shared }: Shared & { appointments: AppointmentView[] }) {
  return (
    <ul className="divide-y">
      {appointments.map((appointment) => (
        <li key={appointment.id} className="py-4 first:pt-0 last:pb-0">
          <AppointmentFacts appointment={appointment} viewer="desk" now={shared.now}>
            <Running appointment={appointment} {...shared} />
            <Changing appointment={appointment} {...shared} />
          </AppointmentFacts>
        </li>
      ))}
    </ul>
  );
}

/** Confirm, begin, end: one of them is next. */
function Running({ appointment, rules, address, now }: Shared & { appointment: AppointmentView }) {
  const t = getTranslator("appointments");
  const { id, can } = appointment;
  const form = { permalink: address, hidden: { appointmentId: id } };
  return (
    <>
      {can.confirm && <PressForm {...form} action={confirmAction} variant="primary" words={pressWords(t("confirm.when", { when: whenText(appointment, now) }))} />}
      {can.start && <PressForm {...form} action={startAction} variant="primary" words={pressWords(t("work.start"))} />}
      {can.stop && (
        <PressForm
          {...form}
          action={stopAction}
          field={{ name: "description", label: t("work.description"), hint: t("work.descriptionHint"), isLong: true }}
          variant="primary"
          words={pressWords(t("work.stop"))}
        />
      )}
      {can.miss && (
        <Disclosure summary={t("work.missedSummary")} className="text-sm">
          <div className="space-y-3">
            <p className="text-muted">{t("work.missedHint", { cost: formatDuration(rules.lateCostMinutes) })}</p>
            <div className="flex flex-wrap gap-3">
              <PressForm {...form} action={missAction} hidden={{ appointmentId: id, missedBy: "customer" }} words={pressWords(t("work.missedCustomer"))} />
              <PressForm {...form} action={missAction} hidden={{ appointmentId: id, missedBy: "desk" }} words={pressWords(t("work.missedDesk"))} />
            </div>
          </div>
        </Disclosure>
      )}
    </>
  );
}

function Changing({ appointment: { id, can, state, isMoved }, address }: Shared & { appointment: AppointmentView }) {
  const t = getTranslator("appointments");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {state !== "under_way" && state !== "finished" && state !== "missed" && !isMoved && <CalendarLink id={id} state={state} />}
      {can.move && (
        <ButtonLink href={`${address}?move=${id}#change`} size="sm">
          {t("move.link")}
        </ButtonLink>
      )}
      {can.cancel && (
        <ButtonLink href={`${address}?cancel=${id}#change`} size="sm" variant="quiet">
          {t("cancel.link")}
        </ButtonLink>
      )}
    </div>
  );
}
