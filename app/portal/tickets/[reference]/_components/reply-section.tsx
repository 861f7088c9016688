import { closeAction, reopenAction, replyAction } from "@/app/portal/tickets/[reference]/actions";
import { CloseForm } from "@/app/portal/tickets/[reference]/_components/close-form";
import { replyWords } from "@/components/tickets/form-words";
import { ReplyForm } from "@/components/tickets/reply-form";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { DraftData } from "@/lib/tickets/schema";
import type { CustomerTicketView } from "@/lib/tickets/types";

/** What the customer can do now: write, write and thereby reopen, close, or start anew. */
export function ReplySection({ ticket, draft }: { ticket: CustomerTicketView; draft: DraftData | null }) {
  if (ticket.mergedInto) return null;
  if (!ticket.can.reply) return <Ended ticket={ticket} />;
  return (
    <>
      <Composer ticket={ticket} draft={draft} />
      {ticket.can.close && <Closing ticket={ticket} />}
    </>
  );
}

function Composer({ ticket, draft }: { ticket: CustomerTicketView; draft: DraftData | null }) {
  const t = getTranslator("portal");
  const words = ticket.can.reopen
    ? replyWords({ label: t("reopen.label"), hint: t("reopen.hint"), submit: t("reopen.submit") })
    : replyWords({ label: t("reply.label"), submit: t("reply.submit") });
  return (
    <Card>
      <ReplyForm
        // A new message of one's own empties the form; anything else that changes leaves what is being typed alone.
        key={lastOwnMessage(ticket)}
        action={ticket.can.reopen ? reopenAction : replyAction}
        ticketId={ticket.id}
        submissionKey={draft?.submissionKey || crypto.randomUUID()}
        draft={draft?.body ?? ""}
        address={`/portal/tickets/${ticket.reference}`}
        words={words}
      />
    </Card>
  );
}

function Closing({ ticket }: { ticket: CustomerTicketView }) {
  const t = getTranslator("portal");
  return (
    <Disclosure summary={t("close.summary")} className="text-sm">
      <p className="mb-3 max-w-prose text-muted">{t("close.lead")}</p>
      <CloseForm
        action={closeAction}
        ticketId={ticket.id}
        words={{ submit: t("close.submit"), submitting: t("close.submitting"), notDone: t("close.notDone"), offline: getTranslator("tickets")("composer.offline") }}
      />
    </Disclosure>
  );
}

function Ended({ ticket }: { ticket: CustomerTicketView }) {
  const t = getTranslator("portal");
  const subject = t("ended.subject", { reference: ticket.reference, subject: ticket.subject }).slice(0, 150);
  const query = new URLSearchParams({ department: ticket.department.id, subject, ...(ticket.product ? { product: ticket.product.id } : {}) });
  return (
    <Notice title={t("ended.title")} actions={<ButtonLink href={`/portal/tickets/new?${query}`}>{t("ended.action")}</ButtonLink>}>
      <p>{t("ended.lead")}</p>
    </Notice>
  );
}

function lastOwnMessage(ticket: CustomerTicketView): string {
  return ticket.thread.findLast((entry) => entry.entry === "message" && entry.isOwn)?.id ?? ticket.id;
}
