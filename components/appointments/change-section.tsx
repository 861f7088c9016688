import { randomUUID } from "node:crypto";
import { PressForm } from "@/components/appointments/press-form";
import { SlotForm } from "@/components/appointments/slot-form";
import { pressWords, slotFormWords } from "@/components/appointments/slot-form-words";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ActionResult } from "@/lib/actions/result";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AppointmentRules, AppointmentView, Side, SlotView } from "@/lib/appointments/types";
import { changeText, slotDays, whenText } from "./appointment-words";

type Action = (previous: ActionResult, form: FormData) => Promise<ActionResult>;

/** Cancelling or moving one appointment: what it costs stands above the button that does it. */
export function ChangeSection({ kind, appointment, slots, rules, side, address, action, now }: {
  kind: "cancel" | "move";
  appointment: AppointmentView;
  /** Where it could be moved to. */
  slots: SlotView[];
  rules: AppointmentRules;
  side: Side;
  /** Of the page without what is being changed. */
  address: string;
  action: Action;
  now: Temporal.Instant;
}) {
  const t = getTranslator("appointments");
  const { change, timeZone, id } = appointment;
  const when = whenText(appointment, now);
  const permalink = `${address}?${kind}=${id}`;
  const hidden = { appointmentId: id, seenCost: String(change.costMinutes) };
  const cost = { duration: formatDuration(change.costMinutes) };
  return (
    <Panel id="change" title={t(`${kind}.title`)}>
      <div className="space-y-4">
        <p className="text-sm">{t(`${kind}.lead`, { when })}</p>
        <Notice tone={change.costMinutes > 0 ? "warn" : "neutral"}>{changeText(appointment, { side, ...rules, now, timeZone })}</Notice>
        {kind === "cancel" && (
          <PressForm
            action={action}
            permalink={permalink}
            hidden={hidden}
            field={{ name: "reason", label: t("cancel.reason"), optionalLabel: t("form.optional"), isLong: true }}
            variant="danger"
            words={pressWords(change.costMinutes > 0 ? t("cancel.submitCost", cost) : t("cancel.submit"))}
          />
        )}
        {kind === "move" && slots.length > 0 && (
          <SlotForm
            action={action}
            permalink={permalink}
            hidden={{ ...hidden, submissionKey: randomUUID() }}
            days={slotDays(slots, { timeZone, now })}
            timeZone={timeZone}
            choose="one"
            kinds={null}
            words={slotFormWords({ side, submit: change.costMinutes > 0 ? t("move.submitCost", cost) : t("form.move") })}
          />
        )}
        {kind === "move" && slots.length === 0 && <p className="text-sm">{t("page.noSlots")}</p>}
        <ButtonLink href={address} variant="quiet" size="sm">
          {t(`${kind}.keep`)}
        </ButtonLink>
      </div>
    </Panel>
  );
}
