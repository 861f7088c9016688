import type { Metadata } from "next";
import type { ReactNode } from "react";
import { joinByInvitationAction } from "@/app/_account/actions";
import { accountFormWords } from "@/app/_account/form-words";
import { LinkTrouble } from "@/app/_account/link-trouble";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { findInvitationLink, type InvitedView } from "@/lib/accounts/commands/accept-invitation";
import { PASSWORD_MIN } from "@/lib/auth/password-rules";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { acceptInvitationAction } from "./actions";

// The address is the secret, as that of a new password is.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("invited.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Looking accepts nothing; the form does. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findInvitationLink(publicContext(), token);
  const t = getTranslator("accounts");
  const address = `/invitations/${token}`;
  if (found?.state === "accepted") return <Told title={t("invited.acceptedTitle")} text={t("invited.accepted")} actions={<Enter />} />;
  if (found?.state === "closed") return <Told title={t("invited.closedTitle")} text={t("invited.closed")} actions={<ButtonLink href="/sign-in">{t("invited.enter")}</ButtonLink>} />;
  if (found?.state !== "good") return <LinkTrouble state={found?.state ?? "unknown"} token={token} address={address} again={{ href: "/sign-in", label: t("link.toSignIn") }} />;
  return (
    <AuthShell title={t("invited.title")} lead={t("invited.lead", { invitedBy: found.invitedBy, organization: found.organization })}>
      {found.way === "account" ? <NewAccount invited={found} token={token} address={address} /> : <WithAccount invited={found} token={token} address={address} />}
    </AuthShell>
  );
}

type Way = { invited: InvitedView; token: string; address: string };

function NewAccount({ invited: { name, email }, token, address }: Way) {
  const t = getTranslator("accounts");
  return (
    <Card>
      <FieldForm
        action={acceptInvitationAction}
        permalink={address}
        hidden={{ token }}
        fields={[
          { kind: "text", name: "name", label: t("invited.name"), hint: t("invited.nameHint"), value: name, autoComplete: "name" },
          { kind: "password", name: "password", label: t("invited.password"), hint: t("invited.passwordHint", { min: PASSWORD_MIN }), autoComplete: "new-password" },
          { kind: "password", name: "passwordAgain", label: t("invited.passwordAgain"), autoComplete: "new-password" },
        ]}
        fieldOf={{ PASSWORD_MISMATCH: "passwordAgain" }}
        words={accountFormWords(t("invited.submit"), t("invited.submitting"))}
      >
        <p className="text-sm break-words text-muted">{t("invited.for", { email })}</p>
        {/* Password managers keep a password under the name that stands with it. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
      </FieldForm>
    </Card>
  );
}

/** Whoever has an account joins with it, or learns what to do; whose it is, the session says. */
async function WithAccount({ invited: { way, email, organization }, token, address }: Way) {
  const t = getTranslator("accounts");
  const person = await findPerson();
  if (way === "elsewhere") return <Notice tone="warn" actions={<ButtonLink href="/sign-in">{t("invited.enter")}</ButtonLink>}>{t("invited.elsewhere", { email })}</Notice>;
  if (!person) return <Notice actions={<ButtonLink href={`/sign-in?next=${encodeURIComponent(address)}`} variant="primary">{t("invited.signIn")}</ButtonLink>}>{t("invited.joinSignIn", { email, organization })}</Notice>;
  if (person.email !== email) return <Notice tone="warn">{t("invited.other", { name: person.name, email })}</Notice>;
  return (
    <Card className="space-y-4">
      <p className="break-words">{t("invited.join", { email })}</p>
      <FieldForm action={joinByInvitationAction} permalink={address} hidden={{ token }} fields={[]} words={accountFormWords(t("invited.joinSubmit", { organization }), t("invited.joining"))} />
    </Card>
  );
}

function Told({ title, text, actions }: { title: string; text: string; actions: ReactNode }) {
  return (
    <AuthShell title={title}>
      <Notice actions={actions}>{text}</Notice>
    </AuthShell>
  );
}

function Enter() {
  const t = getTranslator("accounts");
  return (
    <>
      <ButtonLink href="/sign-in" variant="primary">
        {t("invited.enter")}
      </ButtonLink>
      <ButtonLink href="/forgot-password">{t("invited.forgot")}</ButtonLink>
    </>
  );
}
