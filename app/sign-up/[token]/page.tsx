import type { Metadata } from "next";
import { accountFormWords } from "@/app/_account/form-words";
import { LinkTrouble } from "@/app/_account/link-trouble";
import { confirmSignUpAction } from "@/app/sign-up/actions";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { findSignUpLink } from "@/lib/accounts/commands/sign-up";
import { getTranslator } from "@/lib/i18n/translator";

// The address is the secret, as that of a new password is.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("confirm.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Looking confirms nothing; the form does. */
export default async function ConfirmSignUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findSignUpLink(publicContext(), token);
  const t = getTranslator("accounts");
  const address = `/sign-up/${token}`;
  if (found?.state !== "good") return <LinkTrouble state={found?.state ?? "unknown"} token={token} address={address} again={{ href: "/sign-up", label: t("signUp.title") }} />;
  return (
    <AuthShell title={t("confirm.title")} lead={t("confirm.lead", { name: found.name, email: found.email })}>
      <Card>
        <FieldForm
          action={confirmSignUpAction}
          permalink={address}
          hidden={{ token }}
          fields={[{ kind: "password", name: "password", label: t("confirm.password"), hint: t("confirm.passwordHint"), autoComplete: "current-password" }]}
          fieldOf={{ WRONG_PASSWORD: "password" }}
          words={accountFormWords(t("confirm.submit"), t("confirm.submitting"))}
        />
      </Card>
      <a href="/sign-up" className="link inline-flex min-h-6 items-center text-sm">
        {t("confirm.again")}
      </a>
    </AuthShell>
  );
}
