import { maintenanceView } from "@/app/_components/maintenance-view";
import { FieldForm, type FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import type { MaintenanceSettings } from "@/lib/notices/types";
import { wallTime } from "@/lib/notices/wall-time";
import { previewAction, setAction } from "../actions";
import { MaintenancePreview } from "./maintenance-preview";

interface Props {
  permalink: string;
  settings: MaintenanceSettings;
  now: Temporal.Instant;
}

/** Switches it on, plans it, or changes what is said of it. */
export function MaintenanceForm({ permalink, settings: { version, state, message, startsAt, expectedUntil }, now }: Props) {
  const t = getTranslator("notices");
  return (
    <FieldForm
      action={setAction}
      permalink={permalink}
      hidden={{ isOn: "on", version: String(version) }}
      fields={[
        { kind: "textarea", name: "message", label: t("maintenanceSettings.form.message"), hint: t("maintenanceSettings.form.messageHint"), value: message, rows: 4, isOptional: true },
        {
          kind: "datetime",
          name: "startsAt",
          label: t("maintenanceSettings.form.startsAt"),
          hint: t(state === "on" ? "maintenanceSettings.form.startsAtOnHint" : "maintenanceSettings.form.startsAtHint"),
          value: state === "planned" ? wallTime(startsAt) : "",
          isOptional: true,
        },
        { kind: "datetime", name: "expectedUntil", label: t("maintenanceSettings.form.expectedUntil"), hint: t("maintenanceSettings.form.expectedUntilHint"), value: wallTime(expectedUntil), isOptional: true },
      ]}
      fieldOf={{ MAINTENANCE_ENDS_FIRST: "expectedUntil" }}
      words={{ ...formWords(), submit: t(`maintenanceSettings.form.submit.${state}`), theirs: { title: t("maintenanceSettings.form.theirs"), yes: "", no: "", empty: "—" } }}
    >
      <MaintenancePreview
        action={previewAction}
        initial={maintenanceView({ message, expectedUntil, now })}
        title={t("maintenance.title")}
        words={{ title: t("maintenanceSettings.form.preview"), empty: "", loading: t("form.previewLoading"), failed: t("form.previewFailed") }}
      />
    </FieldForm>
  );
}

/** Opens the desk to everybody again, or forgets what was planned. */
export function EndMaintenance({ permalink, settings: { version, state } }: Omit<Props, "now">) {
  if (state === "off") return null;
  const t = getTranslator("notices");
  return (
    <FieldForm
      action={setAction}
      permalink={permalink}
      idPrefix="end-"
      hidden={{ isOn: "off", version: String(version) }}
      fields={[]}
      button={state === "on" ? "primary" : "secondary"}
      words={{ ...formWords(), submit: t(`maintenanceSettings.end.submit.${state}`), submitting: t("maintenanceSettings.end.submitting"), invalid: t("maintenanceSettings.end.invalid") }}
    />
  );
}

function formWords(): Omit<FieldFormWords, "submit"> {
  const t = getTranslator("notices");
  return { submitting: t("maintenanceSettings.form.submitting"), invalid: t("maintenanceSettings.form.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: t("form.optional") };
}
