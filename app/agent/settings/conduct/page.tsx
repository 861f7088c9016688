import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { conductFormWords } from "@/components/conduct/conduct-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findConductSettings, type ConductSettingsView } from "@/lib/conduct/settings";
import { fillWarning } from "@/lib/conduct/warning-text";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listDepartmentSettings } from "@/lib/tickets/department-settings";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { editConductAction } from "./actions";

const ADDRESS = "/agent/settings/conduct";

export function generateMetadata(): Metadata {
  return { title: getTranslator("conduct")("settings.title") };
}

/** The words of both warnings, how long one counts, and which departments stay open. */
export default async function ConductSettingsPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: editConductAction, names: ["firstWarning", "secondWarning", "periodDays"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const [settings, departments] = await Promise.all([findConductSettings(ctx), listDepartmentSettings(ctx)]);
  if (!settings) notFound();
  const t = getTranslator("conduct");
  const essential = departments.filter(({ isEssential, isActive }) => isEssential && isActive).map(({ name }) => name);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel title={t("settings.panel")}>
          <FieldForm
            action={editConductAction}
            permalink={ADDRESS}
            hidden={{ version: String(settings.version) }}
            fields={[
              { kind: "textarea", name: "firstWarning", label: t("settings.first"), hint: t("settings.hint"), value: settings.firstWarning, rows: 9 },
              { kind: "textarea", name: "secondWarning", label: t("settings.second"), value: settings.secondWarning, rows: 9 },
              { kind: "number", name: "periodDays", label: t("settings.period"), hint: t("settings.periodHint"), value: String(settings.periodDays) },
            ]}
            words={{ ...conductFormWords(t("form.save")), submitting: t("form.saving"), saved: t("form.saved"), theirs: { title: t("form.theirs"), yes: "", no: "", empty: "" } }}
          />
          <p className="pt-4 text-sm text-muted">
            {settings.updatedAt === null ? t("settings.never") : settings.updatedByName ? t("settings.editedBy", { name: settings.updatedByName }) : t("settings.edited")}{" "}
            {settings.updatedAt !== null && <Moment at={settings.updatedAt} now={ctx.now} />}
          </p>
        </Panel>
        <Preview settings={settings} now={ctx.now} />
        <Panel title={t("settings.essential")}>
          <p>{t("settings.essentialLead")}</p>
          <p className="py-2 font-medium">{essential.join(", ") || t("settings.essentialNone")}</p>
          <a href="/agent/settings/departments" className="link">
            {t("settings.essentialLink")}
          </a>
        </Panel>
      </div>
    </div>
  );
}

/** What is saved, as somebody would read it today. */
function Preview({ settings, now }: { settings: ConductSettingsView; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  const facts = { nombre: t("settings.sampleName"), referencia: "IMP-0000-0000", fecha: formatDate(now, { now }), dias: String(settings.periodDays) };
  return (
    <Panel title={t("settings.preview")}>
      <div className="space-y-4">
        {([["settings.previewFirst", settings.firstWarning], ["settings.previewSecond", settings.secondWarning]] as const).map(([title, text]) => (
          <section key={title} className="space-y-1">
            <h3 className="font-medium">{t(title)}</h3>
            <p className="whitespace-pre-line break-words rounded-md bg-sunken p-3 text-sm">{fillWarning(text, facts)}</p>
          </section>
        ))}
      </div>
    </Panel>
  );
}
