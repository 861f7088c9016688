import { closeAction, reopenAction, replyAction } from "@/app/portal/tickets/[reference]/actions";
import { CloseForm } from "@/app/portal/tickets/[reference]/_components/close-form";
import { endText } from "@/components/conduct/conduct-words";
import { formFiles } from "@/components/attachments/form-files";
import { replyWords } from "@/components/tickets/form-words";
import { ReplyForm } from "@/components/tickets/reply-form";
import { UnsentText } from "@/components/tickets/unsent-text";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import type { AttachmentLimits } from "@/lib/attachments/types";
import { getTranslator } from "@/lib/i18n/translator";
import type { SealedEntry } from "@/lib/secrets/types";
import type { DraftSeed } from "@/components/tickets/use-draft";
import type { CustomerTicketView } from "@/lib/tickets/types";

type Props = { ticket: CustomerTicketView; seed: DraftSeed; held: SealedEntry[]; limits: AttachmentLimits | null; now: Temporal.Instant; isPosted: boolean };

/** What the customer can do now: write, write and thereby reopen, close, or start anew. */
export function ReplySection({ ticket, seed, held, limits, now, isPosted }: Props) {
  if (ticket.suspendedUntil && ticket.status !== "closed" && !ticket.mergedInto) {
    return (
      <>
        <Suspended until={ticket.suspendedUntil} now={now} />
        {isPosted ? <Composer ticket={ticket} seed={seed} held={held} limits={limits} /> : <UnsentText title={getTranslator("conduct")("suspension.unsent")} text={seed.kept?.data.body} />}
        {ticket.can.close && <Closing ticket={ticket} />}
      </>
    );
  }
  if (ticket.mergedInto || !ticket.can.reply) {
    return (
      <>
        {!ticket.mergedInto && <Ended ticket={ticket} />}
        <UnsentText title={getTranslator("portal")("unsent.ended")} text={seed.kept?.data.body} />
      </>
    );
  }
  return (
    <>
      <Composer ticket={ticket} seed={seed} held={held} limits={limits} />
      {ticket.can.close && <Closing ticket={ticket} />}
    </>
  );
}

function Composer({ ticket, seed, held, limits }: Omit<Props, "now" | "isPosted">) {
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
        submissionKey={seed.kept?.data.submissionKey || crypto.randomUUID()}
        seed={seed}
        held={held}
        address={`/portal/tickets/${ticket.reference}`}
        {...(limits && { files: formFiles(limits) })}
        words={words}
      />
    </Card>
  );
}

function Suspended({ until, now }: { until: string; now: Temporal.Instant }) {
  const t = getTranslator("conduct");
  return (
    <Notice tone="warn" title={t("suspension.cannotReply")} actions={<ButtonLink href="/portal/suspension">{t("suspension.bannerSee")}</ButtonLink>}>
      <p>{t("suspension.running", { until: endText(until, now) })}. {t("suspension.cannotReplyLead")}</p>
    </Notice>
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
