import { ChevronLeft, Download } from "lucide-react";
import Link from "next/link";
import { closeAction, takeAction } from "@/app/agent/chat/actions";
import { CHAT } from "@/app/agent/chat/_data/chat-words";
import { PressForm } from "@/components/appointments/press-form";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { ConversationView } from "@/lib/chat/types";
import { getTranslator } from "@/lib/i18n/translator";

/** With whom one talks, who has it, and its beginning and end. */
export function TalkHeader({ talk, address }: { talk: ConversationView; address: string }) {
  const t = getTranslator("chat");
  const press = { notDone: t("agent.error"), offline: t("portal.offlineAction") };
  const hidden = { conversationId: talk.id };
  return (
    <header className="shrink-0 space-y-1 border-b bg-surface px-3 py-2">
      <Link href={CHAT} prefetch={false} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent lg:hidden">
        <ChevronLeft aria-hidden="true" className="size-4" />
        {t("agent.back")}
      </Link>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 id="talk-title" tabIndex={-1} className="min-w-0 text-base font-semibold break-words outline-none">
          {talk.customer.name}
        </h1>
        <Badge tone={talk.state === "waiting" ? "warn" : talk.state === "active" ? "accent" : "neutral"}>{t(`state.${talk.state}`)}</Badge>
        <div className="ml-auto flex flex-wrap items-start gap-2">
          {talk.state === "waiting" && <PressForm action={takeAction} permalink={address} hidden={hidden} variant="primary" words={{ ...press, submit: t("agent.take"), submitting: t("agent.taking") }} />}
          {talk.canWrite && <PressForm action={closeAction} permalink={address} hidden={hidden} words={{ ...press, submit: t("agent.close"), submitting: t("portal.closing") }} />}
          <a href={`/api/chat/${talk.id}/transcript`} download className={buttonClass({ size: "sm", variant: "quiet" })} aria-label={t("portal.download")} title={t("portal.download")}>
            <Download aria-hidden="true" />
          </a>
        </div>
      </div>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {talk.customer.organization && <span>{talk.customer.organization}</span>}
        {talk.department && <span>{t("agent.department_of", { name: talk.department })}</span>}
        {talk.agentName && !talk.canWrite && <span>{talk.state === "active" ? t("agent.notYours", { name: talk.agentName }) : t("agent.with", { name: talk.agentName })}</span>}
        {talk.ticket && (
          <a href={`/agent/tickets/${talk.ticket.reference}`} className="link">
            {t("log.openTicket", { reference: talk.ticket.reference })}
          </a>
        )}
      </p>
    </header>
  );
}
