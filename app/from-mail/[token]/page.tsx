import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { UnsentText } from "@/components/tickets/unsent-text";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { requirePerson } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { openInbound } from "@/lib/inbound/commands/open-inbound";

// The address stays out of caches and other sites, as that of a new password does.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: getTranslator("inbound")("staff.title"), robots: { index: false }, referrer: "same-origin" };
}

/**
 * The link of the answer to somebody's mail, after the sign-in: on to the form, or the ticket, with what they wrote in it. Whose it is not
 * comes to an empty form that says so. The desk's own people raise no tickets: they get their text here.
 */
export default async function FromMailPage({ params }: { params: Promise<{ token: string }> }) {
  const actor = await requirePerson();
  const { token } = await params;
  const opened = await openInbound(contextOf(actor), { token });
  if (opened.kind === "ticket") redirect(`${actor.kind === "staff" ? "/agent" : "/portal"}/tickets/${opened.reference}`);
  if (actor.kind === "customer") redirect(`/portal/tickets/new?${new URLSearchParams({ mail: token.slice(0, TOKEN_MAX) })}`);
  const t = getTranslator("inbound");
  const text = opened.kind === "unsent" ? [opened.subject, opened.body].filter(Boolean).join("\n\n") : "";
  return (
    <AuthShell title={t("staff.title")}>
      {text ? (
        <div className="space-y-4">
          <UnsentText title={t("staff.unsent")} text={text} />
          <p className="text-sm text-muted">{t("staff.unsentLead")}</p>
          <ButtonLink href="/agent/noted/new">{t("staff.note")}</ButtonLink>
        </div>
      ) : (
        <Notice tone="warn" title={t("staff.nothing")} actions={<ButtonLink href="/agent">{t("staff.toDesk")}</ButtonLink>}>
          {t("staff.nothingLead")}
        </Notice>
      )}
    </AuthShell>
  );
}

const TOKEN_MAX = 100;
