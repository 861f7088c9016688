import { AppointmentFacts, CalendarLink } from "@/components/appointments/appointment-facts";
import { changeText, whenText } from "@/components/appointments/appointment-words";
import { PressForm } from "@/components/appointments/press-form";
import { pressWords } from "@/components/appointments/slot-form-words";
import { ButtonLink } from "@/components/ui/button";
import type { AppointmentRules, AppointmentView } from "@/lib/appointments/types";
import { getTranslator } from "@/lib/i18n/translator";
import { confirmAction } from "../actions";

type Shared = { rules: AppointmentRules; address: string; now: Temporal.Instant };

/** A customer's appointments of one ticket, each with what can be done now and what it would cost. */
export function OwnAppointments({ appointments, ...shared }: Shared & { appointments: AppointmentView[] }) {
  return (
    <ul className="divide-y">
      {appointments.map((appointment) => (
        <li key={appointment.id} className="py-4 first:pt-0 last:pb-0">
          <AppointmentFacts appointment={appointment} viewer="customer" now={shared.now}>
            <Ways appointment={appointment} {...shared} />
          </AppointmentFacts>
        </li>
      ))}
    </ul>
  );
}

function Ways({ appointment, rules, address, now }: Shared & { appointment: AppointmentView }) {
  const t = getTranslator("appointments");
  const { id, can, state, join, timeZone, isMoved } = appointment;
  const isOver = state === "under_way" || state === "finished" || state === "missed" || isMoved;
  const asksPhone = join.kind === "phone" && join.number === null;
  return (
    <>
      {can.confirm && (
        <PressForm
          action={confirmAction}
          permalink={address}
          hidden={{ appointmentId: id }}
          field={asksPhone ? { name: "phone", label: t("form.phone"), hint: t("form.phoneHint"), type: "tel", autoComplete: "tel" } : undefined}
          variant="primary"
          words={pressWords(t("confirm.when", { when: whenText(appointment, now) }))}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {!isOver && <CalendarLink id={id} state={state} />}
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
      {can.cancel && <p className="text-sm text-muted">{changeText(appointment, { side: "customer", ...rules, now, timeZone })}</p>}
    </>
  );
}
