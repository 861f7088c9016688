import { FieldForm } from "@/components/forms/field-form";
import { Moment } from "@/components/tickets/moment";
import type { RoutinesView } from "@/lib/automation/settings";
import { getTranslator } from "@/lib/i18n/translator";
import { editRoutinesAction } from "../actions";
import { RULES } from "../_data/addresses";
import { ruleFormWords } from "../_data/rule-fields";

/** What the desk does without any rule: reminders, closing, the question about satisfaction. */
export function RoutinesForm({ routines, now }: { routines: RoutinesView; now: Temporal.Instant }) {
  const t = getTranslator("automation");
  const { firstReminderDays, secondReminderDays, closeAfterDays, asksSatisfaction, version, updatedAt, updatedByName } = routines;
  return (
    <>
      <FieldForm
        action={editRoutinesAction}
        permalink={RULES}
        idPrefix="routines-"
        hidden={{ version: String(version) }}
        fields={[
          { kind: "number", name: "firstReminderDays", label: t("routines.firstReminderDays"), hint: t("routines.daysHint"), value: String(firstReminderDays) },
          { kind: "number", name: "secondReminderDays", label: t("routines.secondReminderDays"), hint: t("routines.daysHint"), value: String(secondReminderDays) },
          { kind: "number", name: "closeAfterDays", label: t("routines.closeAfterDays"), hint: t("routines.closeHint"), value: String(closeAfterDays) },
          { kind: "checkbox", name: "asksSatisfaction", label: t("routines.asksSatisfaction"), ...(asksSatisfaction ? { value: "on" } : {}) },
        ]}
        words={{ ...ruleFormWords(), saved: t("routines.saved") }}
      />
      <p className="pt-4 text-sm text-muted">
        {updatedAt === null ? t("routines.never") : t("routines.edited", { name: updatedByName ?? "" })} {updatedAt !== null && <Moment at={updatedAt} now={now} />}
      </p>
    </>
  );
}
