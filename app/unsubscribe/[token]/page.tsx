import type { Metadata } from "next";
import { AuthShell } from "@/app/sign-in/_components/auth-shell";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { findUnsubscribe, type UnsubscribeView } from "@/lib/notifications/unsubscribe";
import { unsubscribeAction } from "./actions";

// The address lets its holder turn mails off: it stays out of caches and other sites, as that of a new password does.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications")("unsubscribe.title"), robots: { index: false }, referrer: "same-origin" };
}

/** Looking changes nothing; the form does. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findUnsubscribe(publicContext(), token);
  const t = getTranslator("notifications");
  if (!found) {
    return (
      <AuthShell title={t("unsubscribe.invalidTitle")}>
        <Notice tone="warn" actions={<ButtonLink href="/sign-in">{t("list.signIn")}</ButtonLink>}>
          {t("unsubscribe.invalid")}
        </Notice>
      </AuthShell>
    );
  }
  const area = found.side === "customer" ? "/portal" : "/agent";
  return (
    <AuthShell title={t("unsubscribe.title")} lead={t("unsubscribe.lead", { email: found.email })}>
      <Card className="space-y-4">
        <FieldForm
          action={unsubscribeAction}
          permalink={`/unsubscribe/${token}`}
          hidden={{ token }}
          fields={[{ kind: "select", name: "what", label: t("unsubscribe.choose"), value: "topics", options: optionsOf(found) }]}
          words={{ submit: t("unsubscribe.submit"), submitting: t("unsubscribe.submitting"), invalid: t("unsubscribe.failed"), offline: t("unsubscribe.offline"), signIn: t("list.signIn"), optional: getTranslator("ui")("optional"), saved: t("unsubscribe.done") }}
        />
        <p className="text-sm text-muted">{t("unsubscribe.doneLead")}</p>
        <a href={`${area}/notifications/preferences`} className="link text-sm">
          {t("unsubscribe.toPreferences")}
        </a>
      </Card>
    </AuthShell>
  );
}

function optionsOf({ topics, ticket }: UnsubscribeView): { value: string; label: string }[] {
  const t = getTranslator("notifications");
  const names = topics.map((topic) => t(`topic.${topic}`)).join(", ");
  return [
    { value: "topics", label: t("unsubscribe.topics", { topics: names }) },
    ...(ticket ? [{ value: "ticket", label: t("unsubscribe.ticket", { reference: ticket.reference }) }] : []),
    { value: "all", label: t("unsubscribe.all") },
  ];
}
