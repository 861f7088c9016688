import { Download } from "lucide-react";
import { PressForm } from "@/components/appointments/press-form";
import { formFiles } from "@/components/attachments/form-files";
import { Conversation } from "@/components/chat/conversation";
import { conversationWords } from "@/components/chat/chat-words";
import { markableMessages } from "@/components/chat/markable-messages";
import { courtesyWords } from "@/components/conduct/courtesy-words";
import { FieldForm } from "@/components/forms/field-form";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { getTranslator } from "@/lib/i18n/translator";
import type { AttachmentLimits } from "@/lib/attachments/types";
import type { ConversationView } from "@/lib/chat/types";
import { closeAction, mailAction, reportAction, sendAction } from "../actions";

const CHAT = "/portal/chat";

/** The conversation of a customer: where they stand in the queue, what was said, and what can be done with it. */
export function Talk({ talk, owner, limits }: { talk: ConversationView; owner: string; limits: AttachmentLimits }) {
  const t = getTranslator("chat");
  const press = { notDone: t("portal.problem"), offline: t("portal.offlineAction") };
  const hidden = { conversationId: talk.id };
  const reportable = markableMessages(talk, { ofStaff: true });
  return (
    <div className="space-y-4">
      {talk.queue && (
        <Notice tone="accent" live="polite" title={talk.queue.place === 1 ? t("portal.next") : t("portal.place", { place: talk.queue.place })}>
          <p>{talk.queue.waitMinutes === null ? t("portal.waitUnknown") : t("portal.wait", { minutes: talk.queue.waitMinutes })}</p>
        </Notice>
      )}
      {talk.state === "active" && talk.agentName && <p className="text-sm text-muted">{t("portal.with", { name: talk.agentName })}</p>}
      <Conversation
        initial={talk}
        owner={owner}
        action={sendAction}
        address={CHAT}
        clientMessageId={crypto.randomUUID()}
        ticketHref={talk.ticket && `/portal/tickets/${talk.ticket.reference}`}
        files={formFiles(limits)}
        courtesy={courtesyWords()}
        words={conversationWords()}
        className="flex max-h-[70dvh] min-h-80 flex-col overflow-hidden rounded-lg border bg-paper"
      />
      <div className="flex flex-wrap items-start gap-3">
        {talk.state === "closed" ? (
          <ButtonLink href={`${CHAT}?new=1`} variant="primary">
            {t("portal.again")}
          </ButtonLink>
        ) : (
          <PressForm action={closeAction} permalink={CHAT} hidden={hidden} words={{ ...press, submit: t("portal.close"), submitting: t("portal.closing") }} />
        )}
        {/* Where a script runs it moves by itself. */}
        <span className="hidden noscript:inline">
          <a href={CHAT} className={buttonClass({ size: "sm" })}>
            {t("compose.reload")}
          </a>
        </span>
      </div>
      {reportable.length > 0 && (
        <Disclosure summary={t("portal.report")}>
          <p className="pb-3 text-sm text-muted">{t("portal.reportLead")}</p>
          <FieldForm
            action={reportAction}
            permalink={CHAT}
            idPrefix="report-"
            isClearedWhenDone
            hidden={hidden}
            isInline
            fields={[
              { kind: "select", name: "messageId", label: t("portal.reportMessage"), options: reportable },
              { kind: "textarea", name: "comment", label: t("portal.reportComment") },
            ]}
            words={{ submit: t("portal.report"), submitting: t("portal.reporting"), saved: t("portal.reported"), invalid: t("portal.problem"), offline: t("portal.offlineAction"), signIn: t("portal.signIn"), optional: getTranslator("ui")("optional") }}
          />
        </Disclosure>
      )}
      <Disclosure summary={t("portal.more")}>
        <div className="flex flex-wrap items-start gap-3">
          <a href={`/api/chat/${talk.id}/transcript`} download className={buttonClass({ size: "sm" })}>
            <Download aria-hidden="true" />
            {t("portal.download")}
          </a>
          <PressForm action={mailAction} permalink={CHAT} hidden={hidden} done={t("portal.mailed")} words={{ ...press, submit: t("portal.mail"), submitting: t("portal.mailing") }} />
        </div>
      </Disclosure>
    </div>
  );
}
