import type { Metadata } from "next";
import { accountFormWords } from "@/app/_account/form-words";
import { LinkTrouble } from "@/app/_account/link-trouble";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { findAddressLink, type AddressLinkView } from "@/lib/accounts/commands/agree-to-address";
import { getTranslator } from "@/lib/i18n/translator";
import { agreeToAddressAction, refuseAddressAction } from "./actions";

// The address is the secret, as that of a new password is.
export const dynamic = "force-dynamic";

/** Leads on to the area that is theirs. */
const ACCOUNT = "/portal/account";

export function generateMetadata(): Metadata {
  return { title: getTranslator("accounts")("own.addressTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** Looking agrees to nothing; the form does. */
export default async function ChangeAddressPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findAddressLink(publicContext(), token);
  const t = getTranslator("accounts");
  const address = `/change-address/${token}`;
  switch (found?.state) {
    case "good":
      return <Asked found={found} token={token} address={address} />;
    case "waiting":
      return <Told title={t("address.waitingTitle")} text={t("address.waiting")} />;
    case "done":
      return <Told title={t("address.doneTitle")} text={t("address.done", { to: found.to })} isGood leads />;
    case "refused":
      return <Told title={t("address.refusedTitle")} text={t(found.side === "old" ? "address.refusedOld" : "address.refusedNew")} leads={found.side === "old"} />;
    case "closed":
      return <Told title={t("address.closedTitle")} text={t("address.closed")} leads />;
    default:
      return <LinkTrouble state={found?.state ?? "unknown"} token={token} address={address} again={{ href: "/sign-in", label: t("link.toSignIn") }} />;
  }
}

function Asked({ found: { side, name, from, to }, token, address }: { found: Extract<AddressLinkView, { state: "good" }>; token: string; address: string }) {
  const t = getTranslator("accounts");
  const isOld = side === "old";
  return (
    <AuthShell title={t(isOld ? "address.oldTitle" : "address.newTitle")} lead={<span className="break-words">{isOld ? t("address.oldLead", { name, from: from ?? "", to }) : t("address.newLead", { name, to })}</span>}>
      <Card className="space-y-4">
        <p className="text-sm text-muted">{t("address.effect")}</p>
        <FieldForm action={agreeToAddressAction} permalink={address} idPrefix="agree-" hidden={{ token }} fields={[]} words={accountFormWords(t(isOld ? "address.allow" : "address.confirm"), t("address.agreeing"))} />
        <FieldForm action={refuseAddressAction} permalink={address} idPrefix="refuse-" hidden={{ token }} fields={[]} button="secondary" words={accountFormWords(t("address.refuse"), t("address.refusing"))} />
      </Card>
    </AuthShell>
  );
}

function Told({ title, text, isGood, leads }: { title: string; text: string; isGood?: boolean; leads?: boolean }) {
  return (
    <AuthShell title={title}>
      <Notice {...(isGood ? { tone: "success" as const } : {})} actions={leads && <ButtonLink href={ACCOUNT}>{getTranslator("accounts")("address.toAccount")}</ButtonLink>}>
        <span className="break-words">{text}</span>
      </Notice>
    </AuthShell>
  );
}
