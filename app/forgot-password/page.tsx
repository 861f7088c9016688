import type { Metadata } from "next";
import { accountFormWords, slipWords } from "@/app/_account/form-words";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import { askPasswordLinkAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("forgot.title"), robots: { index: false } };
}

/** The same is shown whether the address is anybody's or not. */
export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<{ sent?: string | string[] }> }) {
  const t = getTranslator("accounts");
  if ((await searchParams).sent !== undefined) {
    return (
      <AuthShell title={t("forgot.done")}>
        <Notice tone="success" actions={<ButtonLink href="/forgot-password">{t("forgot.another")}</ButtonLink>}>
          {t("forgot.doneLead")}
        </Notice>
        <ToSignIn />
      </AuthShell>
    );
  }
  return (
    <AuthShell title={t("forgot.title")} lead={t("forgot.lead")}>
      <Card>
        <FieldForm
          action={askPasswordLinkAction}
          permalink="/forgot-password"
          fields={[{ kind: "email", name: "email", label: t("forgot.email"), autoComplete: "username", slip: slipWords() }]}
          words={accountFormWords(t("forgot.submit"), t("forgot.submitting"))}
        />
      </Card>
      <ToSignIn />
    </AuthShell>
  );
}

function ToSignIn() {
  return (
    <a href="/sign-in" className="link inline-flex min-h-6 items-center text-sm">
      {getTranslator("accounts")("forgot.back")}
    </a>
  );
}
