import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountFormWords } from "@/app/_account/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { SIGN_UP_MODES } from "@/lib/accounts/schema";
import { findAccountSettings } from "@/lib/accounts/settings";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { saveAccountSettingsAction } from "./actions";

const ADDRESS = "/agent/settings/accounts";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("settings.title") };
}

/** Who may make an account without being invited. */
export default async function AccountSettingsPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: saveAccountSettingsAction, names: ["signUpMode"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const settings = await findAccountSettings(ctx);
  if (!settings) notFound();
  const t = getTranslator("accounts");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader title={t("settings.title")} lead={t("settings.lead")} />
        <Panel>
          <FieldForm
            action={saveAccountSettingsAction}
            permalink={ADDRESS}
            hidden={{ version: String(settings.version) }}
            fields={[{ kind: "radios", name: "signUpMode", label: t("settings.mode"), value: settings.signUpMode, options: SIGN_UP_MODES.map((value) => ({ value, label: t(`settings.${value}`) })) }]}
            words={{ ...accountFormWords(t("settings.save"), t("settings.saving"), t("form.saved")), theirs: { title: t("settings.theirs"), yes: "", no: "", empty: "" } }}
          />
          <p className="pt-4 text-sm text-muted">
            {settings.updatedAt && settings.updatedByName ? (
              <>
                {t("settings.edited", { name: settings.updatedByName })} <Moment at={settings.updatedAt} now={ctx.now} />
              </>
            ) : (
              t("settings.never")
            )}
          </p>
        </Panel>
        <a href="/agent/customers/requests" className="link inline-flex min-h-6 items-center text-sm">
          {t("settings.requests")}
        </a>
      </div>
    </div>
  );
}
