import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findMail } from "@/lib/mail/queries";
import type { MailView } from "@/lib/mail/types";
import { ResendForm } from "../_components/resend-form";
import { StateBadge } from "../_components/state-badge";

const OUTBOX = "/agent/settings/outbox";

export function generateMetadata(): Metadata {
  return { title: getTranslator("mail")("one.title") };
}

/** One message as it was, or is about to be, sent. Its HTML is shown as what it is, a text; to look at it there is an address of its own. */
export default async function MailPage({ params }: { params: Promise<{ mail: string }> }) {
  const ctx = contextOf(await requireAdmin());
  const id = z.uuid().safeParse((await params).mail);
  const mail = id.success ? await findMail(ctx, { mailId: id.data }) : null;
  if (!mail) notFound();
  const t = getTranslator("mail");
  const isAtRest = mail.state !== "waiting" && mail.state !== "sending";
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader breadcrumbs={{ label: t("one.title"), items: [{ label: t("one.back"), href: OUTBOX }, { label: t("one.title") }] }} title={mail.subject || t("outbox.noSubject")} meta={<StateBadge state={mail.state} />} lead={t(`stateHint.${mail.state}`)} />
        <Panel title={t("one.facts")}>
          <Facts mail={mail} now={ctx.now} />
          {isAtRest && (
            <div className="mt-3 space-y-2 border-t pt-3">
              <p className="text-sm text-muted">{t("one.resendHint")}</p>
              <ResendForm mailId={mail.id} permalink={`${OUTBOX}/${mail.id}`} />
            </div>
          )}
        </Panel>
        <Panel title={t("one.text")}>{mail.bodyText ? <Source text={mail.bodyText} /> : <p className="text-sm text-muted">{t("one.noText")}</p>}</Panel>
        {mail.bodyHtml && (
          <Panel title={t("one.html")}>
            <Source text={mail.bodyHtml} />
            <p className="pt-3 text-sm">
              <a href={`/api/agent/outbox/${mail.id}`} target="_blank" rel="noreferrer" className="link">
                {t("one.htmlOpen")}
              </a>
            </p>
          </Panel>
        )}
      </div>
    </div>
  );
}

function Facts({ mail, now }: { mail: MailView; now: Temporal.Instant }) {
  const t = getTranslator("mail");
  const answer = mail.answer === "INVALID_ADDRESS" ? t("one.INVALID_ADDRESS") : mail.answer;
  const moment = (at: string | null) => at && <Moment at={at} now={now} />;
  return (
    <DescriptionList
      items={[
        { term: t("one.person"), value: mail.name },
        { term: t("one.address"), value: <span className="break-all">{mail.address}</span> },
        { term: t("outbox.created"), value: moment(mail.createdAt) },
        { term: t("one.attempts"), value: mail.attempts },
        { term: t("one.nextAttempt"), value: moment(mail.nextAttemptAt) },
        { term: t("one.sentAt"), value: moment(mail.sentAt) },
        { term: t("one.answer"), value: answer === "" ? undefined : <span className="break-words">{mail.mayHaveArrived ? `${t("one.unknown")} ${answer}` : answer}</span> },
        { term: t("one.messageId"), value: <span className="break-all">{mail.messageKey}</span> },
      ]}
    />
  );
}

function Source({ text }: { text: string }) {
  return <pre className="rounded-md bg-sunken p-3 text-sm break-words whitespace-pre-wrap">{text}</pre>;
}
