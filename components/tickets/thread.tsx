import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { AttachmentList } from "@/components/attachments/attachment-list";
import { attachmentListWords } from "@/components/attachments/attachment-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Prose } from "@/components/ui/prose";
import { eventText } from "@/components/tickets/event-words";
import { Moment } from "@/components/tickets/moment";
import { getTranslator } from "@/lib/i18n/translator";
import type { EventView, MessageView, StaffThreadEntry } from "@/lib/tickets/types";

/** The conversation, oldest first, with what happened in between. Notes only ever reach it from the desk's view. */
export function Thread({ label, entries, now, below, hrefOfQuote }: {
  label: string;
  entries: StaffThreadEntry[];
  now: Temporal.Instant;
  /** What belongs to a message and is not its text. */
  below?: (messageId: string) => ReactNode;
  /** Where a quote that an event is about stands; without it the thread only names it. */
  hrefOfQuote?: (reference: string) => string;
}) {
  return (
    <ol aria-label={label} className="space-y-4">
      {entries.map((entry) => (
        <li key={`${entry.entry}-${entry.id}`} id={entry.entry === "event" ? undefined : `m-${entry.id}`} className="scroll-mt-6">
          <ThreadEntry entry={entry} now={now} below={below} hrefOfQuote={hrefOfQuote} />
        </li>
      ))}
    </ol>
  );
}

function ThreadEntry({ entry, now, below, hrefOfQuote }: { entry: StaffThreadEntry; now: Temporal.Instant; below?: (messageId: string) => ReactNode; hrefOfQuote?: (reference: string) => string }) {
  switch (entry.entry) {
    case "message":
      return <ThreadMessage message={entry} now={now} below={below?.(entry.id)} />;
    case "note":
      return <ThreadMessage message={entry} now={now} isNote />;
    case "event":
      return <ThreadEvent event={entry} now={now} quoteHref={entry.type.startsWith("quote.") && entry.data.quote ? hrefOfQuote?.(entry.data.quote) : undefined} />;
    default:
      return entry satisfies never;
  }
}

export function ThreadMessage({ message, now, isNote, below }: { message: MessageView; now: Temporal.Instant; isNote?: boolean; below?: ReactNode }) {
  const t = getTranslator("tickets");
  const side = message.isStaff ? t("thread.desk") : t("thread.customer");
  return (
    <article className={cn("rounded-lg border", surfaceOf({ isStaff: message.isStaff, isNote }))}>
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-4 pt-3.5 text-sm sm:px-5">
        <Avatar name={message.authorName} isStaff={message.isStaff} />
        <span className="font-semibold">{message.authorName}</span>
        {isNote ? (
          <Badge tone="warn" icon={<Lock aria-hidden="true" />}>
            {t("thread.note")}
          </Badge>
        ) : (
          <Badge tone={message.isStaff ? "accent" : "neutral"}>{message.isOwn ? t("thread.own") : side}</Badge>
        )}
        <Moment at={message.createdAt} now={now} className="text-muted sm:ml-auto" />
      </header>
      {message.noted && <p className="px-4 pt-1.5 text-sm text-muted sm:px-5">{getTranslator("offChannel")("ticket.noted", { name: message.noted.byName, channel: message.noted.channel })}</p>}
      <Prose html={message.html} isCompact className="px-4 pt-2.5 pb-4 sm:px-5" />
      {message.attachments.length > 0 && <AttachmentList attachments={message.attachments} words={attachmentListWords()} className="px-4 pb-4 sm:px-5" />}
      {below && <div className="px-4 pb-4 empty:hidden sm:px-5">{below}</div>}
    </article>
  );
}

function ThreadEvent({ event, now, quoteHref }: { event: EventView; now: Temporal.Instant; quoteHref?: string }) {
  return (
    <p className="flex items-start gap-2.5 px-4 text-sm text-muted sm:px-5">
      <span aria-hidden="true" className="mt-2 size-1.5 shrink-0 rounded-full bg-line-strong" />
      <span>
        {eventText(event)}
        {". "}
        <Moment at={event.at} now={now} />
        {quoteHref && (
          <>
            {" "}
            <a href={quoteHref} className="link">
              {getTranslator("quotes")("ofTicket.see")}
            </a>
          </>
        )}
      </span>
    </p>
  );
}

function surfaceOf({ isStaff, isNote }: { isStaff: boolean; isNote?: boolean }): string {
  if (isNote) return "border-warn-line bg-warn-soft";
  return isStaff ? "border-accent-line bg-surface" : "bg-surface";
}
