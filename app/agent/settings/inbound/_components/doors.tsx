import type { ReactNode } from "react";
import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { StatusPill } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import type { DoorsView } from "@/lib/inbound/types";

/** Which ways mail comes in, and how they do. */
export function Doors({ doors: { hookUrl, mailbox }, now }: { doors: DoorsView; now: Temporal.Instant }) {
  const t = getTranslator("inbound");
  return (
    <Panel title={t("doors.title")}>
      {hookUrl === null && mailbox === null && (
        <Notice title={t("doors.allOff")} className="mb-4">
          {t("doors.allOffLead")}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Door title={t("doors.mailbox")} pill={<MailboxPill mailbox={mailbox} />}>
          <p className="text-sm break-words text-muted">{mailbox ? t("doors.mailboxOn", { host: mailbox.host, folder: mailbox.folder }) : t("doors.mailboxOff")}</p>
          {mailbox && <MailboxFacts mailbox={mailbox} now={now} />}
        </Door>
        <Door title={t("doors.hook")} pill={<StatusPill tone={hookUrl ? "success" : "neutral"}>{t(hookUrl ? "doors.on" : "doors.off")}</StatusPill>}>
          <p className="text-sm break-words text-muted">{hookUrl ? t("doors.hookOn", { url: hookUrl }) : t("doors.hookOff")}</p>
        </Door>
      </div>
    </Panel>
  );
}

function Door({ title, pill, children }: { title: string; pill: ReactNode; children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-2">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {title} {pill}
      </h3>
      {children}
    </section>
  );
}

type Mailbox = NonNullable<DoorsView["mailbox"]>;

function MailboxPill({ mailbox }: { mailbox: Mailbox | null }) {
  const t = getTranslator("inbound");
  if (!mailbox) return <StatusPill>{t("doors.off")}</StatusPill>;
  return mailbox.failures > 0 ? <StatusPill tone="danger">{t("doors.failing")}</StatusPill> : <StatusPill tone="success">{t("doors.on")}</StatusPill>;
}

function MailboxFacts({ mailbox, now }: { mailbox: Mailbox; now: Temporal.Instant }) {
  const t = getTranslator("inbound");
  if (mailbox.checkedAt === null) return <p className="text-sm text-muted">{t("doors.never")}</p>;
  const moment = (at: string | null) => at && <Moment at={at} now={now} />;
  return (
    <DescriptionList
      items={[
        { term: t("doors.checked"), value: moment(mailbox.checkedAt) },
        { term: t("doors.succeeded"), value: mailbox.failures > 0 ? moment(mailbox.succeededAt) : undefined },
        { term: t("doors.failures"), value: mailbox.failures > 0 ? mailbox.failures : undefined },
        { term: t("doors.next"), value: moment(mailbox.nextAt) },
        { term: t("doors.error"), value: mailbox.error === "" ? undefined : <span className="break-words">{mailbox.error}</span> },
      ]}
    />
  );
}
