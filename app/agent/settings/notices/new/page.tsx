import type { Metadata } from "next";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { saveAction } from "../actions";
import { NoticeForm } from "../_components/notice-form";
import { NoticePage } from "../_components/notice-page";
import { NOTICES } from "../_data/addresses";

const ADDRESS = `${NOTICES}/new`;

export function generateMetadata(): Metadata {
  return { title: getTranslator("notices")("form.new") };
}

export default async function NewNoticePage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: saveAction, names: ["title", "body"] }]} />;
  await requireAdmin();
  return (
    <NoticePage title={getTranslator("notices")("form.new")}>
      <NoticeForm permalink={ADDRESS} />
    </NoticePage>
  );
}
