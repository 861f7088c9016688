import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { LATE_COST_MAX, LATE_MAX, LEAD_MAX, SLOT_CHOICES } from "@/lib/appointments/rules";
import { findAppointmentSettings } from "@/lib/appointments/settings";
import { REMOTE_TOOLS } from "@/lib/appointments/types";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { editAction } from "./actions";
import { SettingsForm, type SettingsWords } from "./_components/settings-form";

const ADDRESS = "/agent/settings/appointments";

export function generateMetadata(): Metadata {
  return { title: getTranslator("appointments")("settings.title") };
}

/** How calls and sessions are booked, what a late change costs, and the link by which one joins. */
export default async function AppointmentSettingsPage() {
  const t = getTranslator("appointments");
  const slots = SLOT_CHOICES.map((minutes) => ({ value: String(minutes), label: t("settings.minutes", { minutes }) }));
  const tools = REMOTE_TOOLS.map((value) => ({ value, label: t(`toolChoice.${value}`) }));
  const form = { action: editAction, permalink: ADDRESS, slots, tools, words: settingsWords() };
  if ((await isFormPost()) && !(await findPerson())) {
    return (
      <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
        <h1 className="text-lg font-semibold">{t("settings.title")}</h1>
        <SettingsForm {...form} values={null} />
      </div>
    );
  }
  const ctx = contextOf(await requireAdmin());
  const settings = await findAppointmentSettings(ctx);
  if (!settings) notFound();
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel title={t("settings.slots")} className="max-w-3xl">
          <SettingsForm {...form} values={settings} />
          <p className="pt-4 text-sm text-muted">
            {settings.updatedAt === null ? t("settings.never") : settings.updatedByName ? t("settings.editedBy", { name: settings.updatedByName }) : t("settings.edited")}{" "}
            {settings.updatedAt !== null && <Moment at={settings.updatedAt} now={ctx.now} />}
          </p>
        </Panel>
      </div>
    </div>
  );
}

function settingsWords(): SettingsWords {
  const t = getTranslator("appointments");
  return {
    slotMinutes: t("settings.slotMinutes"),
    leadMinutes: t("settings.leadMinutes"),
    leadMinutesHint: t("settings.leadMinutesHint", { max: LEAD_MAX }),
    lateMinutes: t("settings.lateMinutes"),
    lateMinutesHint: t("settings.lateMinutesHint", { max: LATE_MAX }),
    lateCostMinutes: t("settings.lateCostMinutes"),
    lateCostMinutesHint: t("settings.lateCostMinutesHint", { max: LATE_COST_MAX }),
    remoteTool: t("settings.remoteTool"),
    linkTemplate: t("settings.linkTemplate"),
    linkTemplateHint: t("settings.linkTemplateHint"),
    submit: t("settings.submit"),
    submitting: t("settings.submitting"),
    saved: t("settings.saved"),
    invalid: t("settings.invalid"),
    offline: t("form.offline"),
    signIn: t("settings.signIn"),
  };
}
