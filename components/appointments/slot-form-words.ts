import type { PressWords } from "@/components/appointments/press-form";
import type { SlotFormWords } from "@/components/appointments/slot-form";
import type { RadioOption } from "@/components/forms/radio-group";
import { getTranslator } from "@/lib/i18n/translator";
import { APPOINTMENT_KINDS, type AppointmentRules, type Side } from "@/lib/appointments/types";

/** The strings that the forms of appointments take with them. */
export function slotFormWords({ side, submit }: { side: Side; submit: string }): SlotFormWords {
  const t = getTranslator("appointments");
  return {
    phone: side === "customer" ? t("form.phone") : t("form.phoneDesk"),
    phoneHint: side === "customer" ? t("form.phoneHint") : t("form.phoneHintDesk"),
    kind: t("form.kind"),
    slots: t("form.slots"),
    nearby: t("form.nearby"),
    submit,
    submitting: t("form.sending"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    optional: t("form.optional"),
  };
}

export function kindOptions({ remoteTool }: Pick<AppointmentRules, "remoteTool">, side: Side): RadioOption[] {
  const t = getTranslator("appointments");
  const hints = side === "customer" ? "kindHint" : "kindHintDesk";
  return APPOINTMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`), description: t(`${hints}.${value}`, { tool: t(`tool.${remoteTool}`) }) }));
}

export function pressWords(submit: string): PressWords {
  const t = getTranslator("appointments");
  return { submit, submitting: t("work.starting"), notDone: t("form.notDone"), offline: t("form.offline") };
}
