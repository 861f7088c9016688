import { SubmitButton } from "@/components/forms/submit-button";
import { getTranslator } from "@/lib/i18n/translator";
import { signOutAction } from "../step-actions";

/** Out of a step that one cannot take, from the beginning. */
export function OtherAccount({ email }: { email: string }) {
  const t = getTranslator("security");
  return (
    <form action={signOutAction} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span className="min-w-0 break-words">{t("code.as", { email })}</span>
      <SubmitButton variant="quiet" size="sm" className="-ml-3" pendingLabel={t("form.submitting")}>
        {t("code.other")}
      </SubmitButton>
    </form>
  );
}
