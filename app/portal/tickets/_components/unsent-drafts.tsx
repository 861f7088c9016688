import { Moment } from "@/components/tickets/moment";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { UnsentDraft } from "@/lib/tickets/unsent-drafts";

/** What one began and has not sent, with the way back to it. */
export function UnsentDrafts({ drafts, now }: { drafts: UnsentDraft[]; now: Temporal.Instant }) {
  if (drafts.length === 0) return null;
  const t = getTranslator("portal");
  return (
    <Notice tone="accent" title={t("unsent.title", { count: drafts.length })}>
      <ul className="space-y-2">
        {drafts.map(({ ticket, excerpt, fileCount, savedAt }) => (
          <li key={ticket?.reference ?? "new"} className="min-w-0">
            <a href={ticket ? `/portal/tickets/${ticket.reference}` : "/portal/tickets/new"} className="link inline-flex min-h-6 items-center font-medium">
              {ticket ? t("unsent.reply", { reference: ticket.reference, subject: ticket.subject }) : t("unsent.new")}
            </a>
            <p className="break-words text-muted">
              {excerpt || t("unsent.filesOnly", { count: fileCount })} · <Moment at={savedAt} now={now} isRelativeFirst />
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
