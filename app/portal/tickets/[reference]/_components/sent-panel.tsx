import type { ReactNode } from "react";
import { amountText } from "@/components/sla/amount-words";
import { DueReason } from "@/components/sla/due-reason";
import { ReceiptLink } from "@/components/tickets/receipt-link";
import { Notice } from "@/components/ui/notice";
import { formatDateTime, formatRelative } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerTicketView, TicketPriority } from "@/lib/tickets/types";

/** After sending: the reference, the promised date and why, what happens next. */
export function SentPanel({ ticket, now }: { ticket: CustomerTicketView; now: Temporal.Instant }) {
  const t = getTranslator("portal");
  const { promise } = ticket;
  const due = promise?.dueAt ? Temporal.Instant.from(promise.dueAt) : null;
  return (
    <Notice tone="success" title={t("sent.title", { reference: ticket.reference })}>
      {due && (
        <p className="text-base">
          {t.rich("sent.due", {
            at: formatDateTime(due, { now }),
            relative: formatRelative(due, { now }),
            strong: inBold,
          })}
        </p>
      )}
      {promise && due && (
        <div>
          <p>{t(`sent.why.${promise.clock}`, { amount: amountText(promise), priority: priorityWord(ticket.priority) })}</p>
          <DueReason promise={promise} now={now} />
        </div>
      )}
      <h2 className="font-semibold">{t("sent.nextTitle")}</h2>
      <ol className="list-decimal space-y-1 pl-5">
        <li>{t("sent.next1", { department: ticket.department.name })}</li>
        <li>{t("sent.next2")}</li>
        <li>{t("sent.next3")}</li>
      </ol>
      <p>
        <ReceiptLink reference={ticket.reference} />
      </p>
    </Notice>
  );
}

function inBold(words: ReactNode): ReactNode {
  return <strong className="font-semibold">{words}</strong>;
}

function priorityWord(priority: TicketPriority): string {
  return getTranslator("tickets")(`priority.${priority}`).toLocaleLowerCase("es");
}
