import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findNotice } from "@/lib/notices/queries";
import { SignedOutForms } from "../../../_components/signed-out-forms";
import { saveAction } from "../actions";
import { NoticeForm } from "../_components/notice-form";
import { NoticePage } from "../_components/notice-page";
import { NOTICES } from "../_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notices")("form.edit") };
}

/** The form that changes a message, with what it will look like. */
export default async function EditNoticePage({ params }: { params: Promise<{ notice: string }> }) {
  const { notice: id } = await params;
  const address = `${NOTICES}/${encodeURIComponent(id)}`;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={[{ action: saveAction, names: ["title", "body"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const notice = z.uuid().safeParse(id).success ? await findNotice(ctx, id) : null;
  if (!notice) notFound();
  const t = getTranslator("notices");
  return (
    <NoticePage title={t("form.edit")}>
      <NoticeForm key={notice.version} permalink={address} notice={notice} />
    </NoticePage>
  );
}
