import { FieldForm } from "@/components/forms/field-form";
import { securityFormWords } from "@/components/security/security-words";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/panel";
import { isPlainFormPost } from "@/lib/actions/form-post";
import { getTranslator } from "@/lib/i18n/translator";
import { giveCodeAction } from "../step-actions";

/** The code of the authenticator, and for whoever is without it one of the recovery codes. */
export async function CodeForms({ next, permalink, saved }: { next: string; permalink: string; saved?: string }) {
  const t = getTranslator("security");
  const fieldOf = { WRONG_CODE: "code" };
  return (
    <Card className="space-y-3">
      <FieldForm
        action={giveCodeAction}
        permalink={permalink}
        hidden={{ next, way: "app" }}
        fields={[{ kind: "code", name: "code", label: t("form.code"), hint: t("code.hint") }]}
        fieldOf={fieldOf}
        words={securityFormWords(t("code.submit"), saved)}
      />
      <Disclosure summary={t("code.without")} isOpen={await isPlainFormPost()}>
        <FieldForm
          action={giveCodeAction}
          permalink={permalink}
          idPrefix="recovery-"
          hidden={{ next, way: "recovery" }}
          fields={[{ kind: "text", name: "code", label: t("code.recovery"), hint: t("code.recoveryHint") }]}
          fieldOf={fieldOf}
          button="secondary"
          words={securityFormWords(t("code.submitRecovery"), saved)}
        />
        <p className="pt-4 text-sm text-muted">{t("code.lost")}</p>
      </Disclosure>
    </Card>
  );
}
