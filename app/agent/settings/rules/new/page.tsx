import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { saveRuleAction } from "../actions";
import { RuleForm } from "../_components/rule-form";
import { NEW_RULE, RULES } from "../_data/addresses";
import { EMPTY_RULE, TYPED_NAMES } from "../_data/rule-fields";

export function generateMetadata(): Metadata {
  return { title: getTranslator("automation")("form.newTitle") };
}

export default async function NewRulePage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={NEW_RULE} forms={[{ action: saveRuleAction, names: TYPED_NAMES }]} />;
  const ctx = contextOf(await requireAdmin());
  const t = getTranslator("automation");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={{ label: t("title"), items: [{ label: t("title"), href: RULES }, { label: t("form.newTitle") }] }} title={t("form.newTitle")} />
        <Card>
          <RuleForm ctx={ctx} permalink={NEW_RULE} values={EMPTY_RULE} rule={null} />
        </Card>
      </div>
    </div>
  );
}
