import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { securityFormWords } from "@/components/security/security-words";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findSecuritySettings } from "@/lib/security/settings";
import { editSecurityAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("settings.title") };
}

export default async function SecuritySettingsPage() {
  const ctx = contextOf(await requireAdmin());
  const settings = await findSecuritySettings(ctx);
  if (!settings) notFound();
  const t = getTranslator("security");
  const ticked = (is: boolean) => (is ? { value: "on" } : {});
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel title={t("settings.panel")}>
          <FieldForm
            action={editSecurityAction}
            permalink="/agent/settings/security"
            hidden={{ version: String(settings.version) }}
            fields={[
              { kind: "checkbox", name: "isStaffFactorRequired", label: t("settings.required"), hint: t("settings.requiredHint"), ...ticked(settings.isStaffFactorRequired) },
              { kind: "checkbox", name: "isProviderFactorEnough", label: t("settings.provider"), hint: t("settings.providerHint"), ...ticked(settings.isProviderFactorEnough) },
              { kind: "checkbox", name: "canAgentsResetFactors", label: t("settings.agentsReset"), hint: t("settings.agentsResetHint"), ...ticked(settings.canAgentsResetFactors) },
            ]}
            fieldOf={{ OWN_FACTOR_FIRST: "isStaffFactorRequired" }}
            words={securityFormWords(t("settings.save"), t("settings.saved"))}
          />
          <p className="pt-4 text-sm text-muted">
            {settings.updatedAt === null ? t("settings.never") : t("settings.editedBy", { name: settings.updatedByName ?? "" })} {settings.updatedAt !== null && <Moment at={settings.updatedAt} now={ctx.now} />}
          </p>
        </Panel>
        <Panel title={t("settings.without")}>
          <p className="break-words">{settings.without.join(", ") || t("settings.withoutNone")}</p>
          <p className="pt-2">
            <a href="/agent/account/security" className="link">
              {t("settings.own")}
            </a>
          </p>
        </Panel>
      </div>
    </div>
  );
}
