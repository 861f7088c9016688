import { DoneNotice } from "@/app/portal/tickets/[reference]/_components/done-notice";
import { ReplySection } from "@/app/portal/tickets/[reference]/_components/reply-section";
import { SentPanel } from "@/app/portal/tickets/[reference]/_components/sent-panel";
import { TicketFacts } from "@/app/portal/tickets/[reference]/_components/ticket-facts";
import { TurnCard } from "@/app/portal/tickets/[reference]/_components/turn-card";
import { PageHeader } from "@/components/layout/page-header";
import { PriorityLabel } from "@/components/tickets/priority-label";
import { Thread } from "@/components/tickets/thread";
import { TicketStatus } from "@/components/tickets/ticket-status";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { DraftData } from "@/lib/tickets/schema";
import type { CustomerThreadEntry, CustomerTicketView } from "@/lib/tickets/types";

export function TicketPageView({
  ticket,
  now,
  draft,
  done,
}: {
  ticket: CustomerTicketView;
  now: Temporal.Instant;
  draft: DraftData | null;
  done: Record<string, string | string[] | undefined>;
}) {
  const t = getTranslator("portal");
  const words = getTranslator("tickets");
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("ticket.trail"), items: [{ label: t("list.title"), href: "/portal/tickets" }, { label: ticket.reference }] }}
        title={ticket.subject}
        meta={
          <>
            <span className="tabular-nums">{ticket.reference}</span>
            <TicketStatus status={ticket.status} />
            <PriorityLabel priority={ticket.priority} />
          </>
        }
      />
      {done.sent ? <SentPanel ticket={ticket} now={now} /> : <DoneNotice done={done.done} ticket={ticket} />}
      {ticket.mergedInto && <MergedNotice into={ticket.mergedInto} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] lg:gap-x-8">
        <div className="lg:col-start-2">
          <TurnCard ticket={ticket} now={now} />
        </div>
        <div className="min-w-0 space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <section className="space-y-4">
            <h2 className="text-lg font-semibold">{words("thread.title")}</h2>
            <Thread label={words("thread.title")} entries={[openingOf(ticket), ...ticket.thread]} now={now} />
          </section>
          <ReplySection ticket={ticket} draft={draft} />
        </div>
        <Panel title={t("ticket.facts")} className="lg:col-start-2">
          <TicketFacts ticket={ticket} now={now} />
        </Panel>
      </div>
    </div>
  );
}

/** The ticket's own text opens the conversation. */
function openingOf(ticket: CustomerTicketView): CustomerThreadEntry {
  return {
    entry: "message",
    id: ticket.id,
    authorName: ticket.requester.name,
    isStaff: false,
    isOwn: ticket.isOwn,
    html: ticket.html,
    createdAt: ticket.createdAt,
  };
}

function MergedNotice({ into }: { into: { reference: string; subject: string } }) {
  const t = getTranslator("portal");
  return (
    <Notice tone="accent" title={t("merged.title", { reference: into.reference })}>
      <p>
        {t("merged.lead")}{" "}
        <a href={`/portal/tickets/${into.reference}`} className="link">
          {t("merged.go", { reference: into.reference, subject: into.subject })}
        </a>
      </p>
    </Notice>
  );
}
