import { FieldForm } from "@/components/forms/field-form";
import { securityFormWords } from "@/components/security/security-words";
import { Disclosure } from "@/components/ui/disclosure";
import { isPlainFormPost } from "@/lib/actions/form-post";
import type { ActionResult } from "@/lib/actions/result";
import { getTranslator } from "@/lib/i18n/translator";

/** Takes away the second factor of somebody who lost it; folded away, since it lets somebody in. */
export async function ResetFactor({ action, permalink, userId }: { action: (previous: ActionResult, form: FormData) => Promise<ActionResult>; permalink: string; userId: string }) {
  const t = getTranslator("security");
  return (
    <Disclosure summary={t("staff.reset")} isOpen={await isPlainFormPost()}>
      <p className="pb-3 text-sm text-muted">{t("staff.resetHint")}</p>
      <FieldForm
        action={action}
        permalink={permalink}
        idPrefix="reset-"
        hidden={{ userId }}
        fields={[{ kind: "textarea", name: "reason", label: t("staff.resetReason"), hint: t("staff.resetReasonHint") }]}
        button="secondary"
        words={securityFormWords(t("staff.resetSubmit"))}
      />
    </Disclosure>
  );
}
