import type { ComponentProps, ReactNode } from "react";
import { DoneNotice } from "@/app/portal/tickets/[reference]/_components/done-notice";
import { OwnWork } from "@/app/portal/tickets/[reference]/_components/own-work";
import { ReportBelow } from "@/app/portal/tickets/[reference]/_components/report-below";
import { RateForm } from "@/app/portal/tickets/[reference]/_components/rate-form";
import { ReplySection } from "@/app/portal/tickets/[reference]/_components/reply-section";
import { SentPanel } from "@/app/portal/tickets/[reference]/_components/sent-panel";
import { TicketFacts } from "@/app/portal/tickets/[reference]/_components/ticket-facts";
import { TurnCard } from "@/app/portal/tickets/[reference]/_components/turn-card";
import { TicketAppointment } from "@/components/appointments/ticket-appointment";
import { DownloadAll } from "@/components/attachments/download-all";
import { ImageViewer } from "@/components/attachments/image-viewer";
import { viewerWords } from "@/components/attachments/viewer-words";
import { PageHeader } from "@/components/layout/page-header";
import { SoftRefresh } from "@/components/realtime/soft-refresh";
import { AnswersTable } from "@/components/tickets/answers-table";
import { EnvironmentTable } from "@/components/screenshot/environment-table";
import { SealedFields } from "@/components/secrets/sealed-fields";
import { PriorityLabel } from "@/components/tickets/priority-label";
import { ReceiptLink } from "@/components/tickets/receipt-link";
import { SentWith } from "@/components/tickets/sent-with";
import { TicketQuotes } from "@/components/quotes/ticket-quotes";
import { Thread } from "@/components/tickets/thread";
import { TicketStatus } from "@/components/tickets/ticket-status";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { AttachmentLimits } from "@/lib/attachments/types";
import type { QuoteListItem } from "@/lib/quotes/quote-types";
import type { RatingView } from "@/lib/satisfaction/types";
import type { SealedEntry } from "@/lib/secrets/types";
import type { DraftSeed } from "@/components/tickets/use-draft";
import type { CustomerWorkView } from "@/lib/quotes/work-types";
import type { CustomerThreadEntry, CustomerTicketView } from "@/lib/tickets/types";

export function TicketPageView({
  ticket,
  now,
  seed,
  limits,
  held,
  appointment,
  quotes,
  work,
  reports,
  mute,
  rating,
  isPosted,
  done,
}: {
  ticket: CustomerTicketView;
  now: Temporal.Instant;
  seed: DraftSeed;
  /** Of the files of a reply; null when none can be written. */
  limits: AttachmentLimits | null;
  held: SealedEntry[];
  /** What was worked under what was authorised. */
  work: CustomerWorkView[];
  /** Of the desk's messages, those that the reader reported. */
  reports: ReadonlyMap<string, { isReviewed: boolean }>;
  /** What the reader said of how it was attended; null where it cannot be said. */
  rating: { rating: RatingView | null } | null;
  /** The form that ends the notifications of this ticket. */
  mute: ReactNode;
  /** Without JavaScript: what was refused is shown again in its form. */
  isPosted: boolean;
  appointment: ComponentProps<typeof TicketAppointment>["summary"];
  quotes: QuoteListItem[];
  done: Record<string, string | string[] | undefined>;
}) {
  const t = getTranslator("portal");
  const words = getTranslator("tickets");
  const hrefOfQuote = (reference: string) => `/portal/tickets/${ticket.reference}/quotes/${reference}`;
  const sealedBelow = (entryId: string) => <SealedBelow ticket={ticket} entryId={entryId} now={now} />;
  const below = (entryId: string) => {
    const entry = ticket.thread.find((each) => each.entry === "message" && each.id === entryId);
    return (
      <>
        {sealedBelow(entryId)}
        {entry?.entry === "message" && entry.isStaff && <ReportBelow reference={ticket.reference} messageId={entry.id} authorName={entry.authorName} report={reports.get(entry.id)} />}
      </>
    );
  };
  return (
    <div className="space-y-6">
      <SoftRefresh of={ticket.reference} />
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
      <SentWith tickets={ticket.sentWith} base="/portal/tickets" title={t("topics.sentWith")} />
      {ticket.mergedInto && <MergedNotice into={ticket.mergedInto} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] lg:gap-x-8">
        <div className="lg:col-start-2">
          <TurnCard ticket={ticket} now={now} />
        </div>
        <div className="min-w-0 space-y-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <section className="space-y-4">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <h2 className="text-lg font-semibold">{words("thread.title")}</h2>
              <DownloadAll reference={ticket.reference} opening={ticket.attachments} thread={ticket.thread} />
            </div>
            <AnswersTable answers={ticket.answers} />
            <ImageViewer words={viewerWords()}>
              <Thread label={words("thread.title")} entries={[openingOf(ticket), ...ticket.thread]} now={now} below={below} hrefOfQuote={hrefOfQuote} />
            </ImageViewer>
          </section>
          {rating && (
            <Panel>
              <RateForm reference={ticket.reference} ticketId={ticket.id} rating={rating.rating} />
            </Panel>
          )}
          <ReplySection ticket={ticket} seed={seed} held={held} limits={limits} now={now} isPosted={isPosted} />
        </div>
        <div className="space-y-6 lg:col-start-2">
          {appointment && (
            <Panel>
              <TicketAppointment summary={appointment} reference={ticket.reference} viewer="customer" now={now} />
            </Panel>
          )}
          {quotes.length > 0 && (
            <Panel title={getTranslator("quotes")("ofTicket.title")}>
              <TicketQuotes quotes={quotes} hrefOf={(quote) => hrefOfQuote(quote.reference)} />
            </Panel>
          )}
          <OwnWork work={work} now={now} />
          <Panel title={t("ticket.facts")}>
            <TicketFacts ticket={ticket} now={now} />
            <p className="mt-3 border-t pt-3 text-sm">
              <ReceiptLink reference={ticket.reference} />
            </p>
            <div className="mt-3 border-t pt-3">{mute}</div>
          </Panel>
          {ticket.environment && (
            <Panel title={getTranslator("screenshot")("environment.title")}>
              <EnvironmentTable environment={ticket.environment} now={now} />
            </Panel>
          )}
        </div>
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
    attachments: ticket.attachments,
    noted: ticket.noted,
  };
}

function SealedBelow({ ticket, entryId, now }: { ticket: CustomerTicketView; entryId: string; now: Temporal.Instant }) {
  const views = ticket.sealed.filter((view) => view.entryId === entryId);
  return <SealedFields label={getTranslator("secrets")("sealed.list")} views={views} now={now} side="customer" />;
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
