import { smallFormWords } from "@/app/_notifications/words";
import { FieldForm } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import { resendAction } from "../actions";

/** Puts one message back into the queue. */
export function ResendForm({ mailId, permalink }: { mailId: string; permalink: string }) {
  const t = getTranslator("mail");
  return <FieldForm action={resendAction} permalink={permalink} idPrefix={`${mailId}-`} hidden={{ mailId }} fields={[]} button="secondary" isInline words={smallFormWords(t("one.resend"), t("one.resending"), t("one.resent"))} />;
}
