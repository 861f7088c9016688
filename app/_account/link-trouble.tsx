import { renewLinkAction } from "@/app/_account/actions";
import { accountFormWords } from "@/app/_account/form-words";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";

/** @param state of the link; "unknown" when the desk never made it @param again where to ask for one, when nobody knows whose this was */
export function LinkTrouble({ state, token, address, again }: { state: "spent" | "expired" | "unknown"; token: string; address: string; again: { href: string; label: string } }) {
  const t = getTranslator("accounts");
  if (state === "unknown") {
    return (
      <AuthShell title={t("link.title")}>
        <Notice tone="warn" actions={<ButtonLink href={again.href}>{again.label}</ButtonLink>}>
          {t("link.unknown")}
        </Notice>
      </AuthShell>
    );
  }
  return (
    <AuthShell title={t("link.title")} lead={t(`link.${state}`)}>
      <Card className="space-y-4">
        <FieldForm action={renewLinkAction} permalink={address} hidden={{ token }} fields={[]} words={accountFormWords(t("link.renew"), t("link.renewing"), t("link.renewed"))} />
        <a href="/sign-in" className="link inline-flex min-h-6 items-center text-sm">
          {t("link.toSignIn")}
        </a>
      </Card>
    </AuthShell>
  );
}
