import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/panel";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { addAction, previewAction } from "../actions";
import { DraftForm } from "../_components/draft-form";
import { POLICIES } from "../_data/addresses";
import { draftFormWords } from "../_data/words";

const ADDRESS = `${POLICIES}/new`;

export function generateMetadata(): Metadata {
  return { title: getTranslator("policies")("desk.new") };
}

export default async function NewPolicyPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: addAction, names: ["title", "summary", "body"] }]} />;
  await requireAdmin();
  const t = getTranslator("policies");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-wide space-y-5">
        <PageHeader title={t("desk.new")} lead={t("desk.newLead")} actions={<ButtonLink href={POLICIES}>{t("desk.back")}</ButtonLink>} />
        <Card>
          <DraftForm action={addAction} preview={previewAction} permalink={ADDRESS} initialView={null} text={{ title: "", summary: "", body: "" }} words={draftFormWords()} />
        </Card>
      </div>
    </div>
  );
}
