import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { accountFormWords, slipWords } from "@/app/_account/form-words";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { findSignUpMode } from "@/lib/accounts/settings";
import { HOME_PATH } from "@/lib/auth/next-path";
import { PASSWORD_MIN } from "@/lib/auth/password-rules";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { signUpAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("signUp.title"), robots: { index: false } };
}

/** The same is answered whether the address has an account already or not: the mail says which. */
export default async function SignUpPage({ searchParams }: { searchParams: Promise<Record<"sent" | "waiting", string | string[] | undefined>> }) {
  const { sent, waiting } = await searchParams;
  const t = getTranslator("accounts");
  if (await findPerson()) redirect(HOME_PATH);
  if (waiting !== undefined) return <Told title={t("confirm.waitingTitle")} text={t("confirm.waiting")} action={{ href: "/kb", label: t("confirm.toKb") }} />;
  if (sent !== undefined) return <Told title={t("signUp.done")} text={t("signUp.doneLead")} action={{ href: "/sign-up", label: t("signUp.another") }} />;
  if ((await findSignUpMode(publicContext())) === "closed") return <Told title={t("signUp.closedTitle")} text={t("signUp.closed")} action={{ href: "/sign-in", label: t("signUp.hasAccount") }} isWarning />;
  return (
    <AuthShell title={t("signUp.title")} lead={t("signUp.lead")}>
      <Card>
        <FieldForm
          action={signUpAction}
          permalink="/sign-up"
          fields={[
            { kind: "text", name: "name", label: t("signUp.name"), autoComplete: "name" },
            { kind: "email", name: "email", label: t("signUp.email"), autoComplete: "username", slip: slipWords() },
            { kind: "password", name: "password", label: t("signUp.password"), hint: t("signUp.passwordHint", { min: PASSWORD_MIN }), autoComplete: "new-password" },
          ]}
          words={accountFormWords(t("signUp.submit"), t("signUp.submitting"))}
        />
      </Card>
      <a href="/sign-in" className="link inline-flex min-h-6 items-center text-sm">
        {t("signUp.hasAccount")}
      </a>
    </AuthShell>
  );
}

function Told({ title, text, action, isWarning }: { title: string; text: string; action: { href: string; label: string }; isWarning?: boolean }) {
  return (
    <AuthShell title={title}>
      <Notice tone={isWarning ? "warn" : "success"} actions={<ButtonLink href={action.href}>{action.label}</ButtonLink>}>
        {text}
      </Notice>
    </AuthShell>
  );
}
