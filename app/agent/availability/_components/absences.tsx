import { PressForm } from "@/components/appointments/press-form";
import { pressWords } from "@/components/appointments/slot-form-words";
import type { AvailabilityView } from "@/lib/appointments/availability-queries";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { addAbsenceAction, removeAbsenceAction } from "../actions";
import { AbsenceForm } from "./absence-form";

/** What is ahead, each to be taken away, and adding another. */
export function Absences({ view: { agent, absences, timeZone }, permalink, now }: { view: AvailabilityView; permalink: string; now: Temporal.Instant }) {
  const t = getTranslator("appointments");
  const moment = (at: string) => formatDateTime(Temporal.Instant.from(at), { now, timeZone });
  return (
    <div className="space-y-5">
      <p className="max-w-prose text-sm text-muted">{t("availability.absencesHint")}</p>
      {absences.length === 0 ? (
        <p className="text-sm">{t("availability.noAbsences")}</p>
      ) : (
        <ul className="divide-y">
          {absences.map(({ id, startsAt, endsAt, reason }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 text-sm first:pt-0">
              <div>
                <p className="font-medium">{t("availability.span", { from: moment(startsAt), to: moment(endsAt) })}</p>
                {reason && <p className="text-muted">{reason}</p>}
              </div>
              <PressForm action={removeAbsenceAction} permalink={permalink} hidden={{ absenceId: id }} words={pressWords(t("availability.removeOf", { from: moment(startsAt) }))} />
            </li>
          ))}
        </ul>
      )}
      <AbsenceForm
        key={absences.map(({ id }) => id).join(" ")}
        action={addAbsenceAction}
        permalink={permalink}
        agentId={agent.id}
        words={{
          from: t("availability.from"), to: t("availability.to"), reason: t("availability.reason"), optional: t("form.optional"), submit: t("availability.add"),
          submitting: t("availability.saving"), invalid: t("availability.invalid"), offline: t("form.offline"),
        }}
      />
    </div>
  );
}
