import type { Metadata } from "next";
import { LinkTrouble } from "@/app/_account/link-trouble";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { setPasswordAction } from "@/app/set-password/[token]/actions";
import { SetPasswordForm } from "@/app/set-password/[token]/_components/set-password-form";
import { Card } from "@/components/ui/panel";
import { findPasswordLink } from "@/lib/accounts/commands/set-password";
import { publicContext } from "@/lib/actions/context";
import { PASSWORD_MIN } from "@/lib/auth/password-rules";
import { getTranslator } from "@/lib/i18n/translator";

// The address is the secret: it must not travel on to another site, nor into a cache. ("no-referrer" would make the plain form's post
// come from origin "null", which the framework refuses.)
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth")("setPassword.title"), robots: { index: false }, referrer: "same-origin" };
}

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findPasswordLink(publicContext(), token);
  const t = getTranslator("auth");
  if (found?.state !== "good") return <LinkTrouble state={found?.state ?? "unknown"} token={token} address={`/set-password/${token}`} again={{ href: "/forgot-password", label: getTranslator("accounts")("forgot.another") }} />;
  const { owner } = found;

  return (
    <AuthShell title={t("setPassword.title")} lead={t("setPassword.lead", owner)}>
      <Card>
        <SetPasswordForm
          action={setPasswordAction}
          token={token}
          email={owner.email}
          words={{
            password: t("setPassword.password"),
            passwordHint: t("setPassword.passwordHint", { min: PASSWORD_MIN }),
            passwordAgain: t("setPassword.passwordAgain"),
            submit: t("setPassword.submit"),
            submitting: t("setPassword.submitting"),
            refused: t("setPassword.refused"),
            offline: t("signIn.offline"),
          }}
        />
      </Card>
    </AuthShell>
  );
}
