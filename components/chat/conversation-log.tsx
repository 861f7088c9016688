"use client";

import { Check, CheckCheck, Clock, FileText, RotateCcw, TriangleAlert } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { filled, type ConversationWords } from "@/components/chat/conversation-words";
import type { Unsent } from "@/components/chat/outbox";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { AttachmentView } from "@/lib/attachments/types";
import type { ChatMessageView, ConversationView } from "@/lib/chat/types";
import { DESK_TIME_ZONE, dateFormat } from "@/lib/i18n/relative";

/** Nearer to the end than this one reads along. */
const NEAR_END_PX = 120;

/**
 * What was said, oldest first, and below it what is on its way. New entries are read out (role=log); the list follows them as long as one
 * reads its end.
 */
export function ConversationLog({ view, unsent, ticketHref, words, typingName, onRetry, onDrop, className }: {
  view: ConversationView;
  unsent: readonly Unsent[];
  /** Where its ticket stands. */
  ticketHref: string | null;
  words: ConversationWords;
  /** Who writes at this moment. */
  typingName: string | null;
  onRetry: (id: string) => void;
  onDrop: (id: string) => void;
  className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const isNearEnd = useRef(true);
  const length = view.messages.length + unsent.length;

  useEffect(() => {
    const element = box.current;
    if (element && isNearEnd.current) element.scrollTop = element.scrollHeight;
  }, [length, typingName]);

  const lastSeen = view.messages.findLast(({ isOwn, kind, seq }) => isOwn && kind === "text" && seq <= view.seenSeq)?.seq;
  return (
    <div
      ref={box}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
      tabIndex={0}
      role="log"
      aria-label={words.label}
      className={cn("min-h-0 overflow-y-auto overscroll-contain p-3 sm:p-4", className)}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isNearEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      }}
    >
      <ol className="space-y-2.5">
        {view.messages.map((message) => (
          <li key={message.seq} data-seq={message.seq}>
            {message.kind === "text" || message.kind === "warning" ? (
              <Said message={message} words={words} mark={message.seq === lastSeen ? words.seen : message.isOwn ? words.sent : null} isSeen={message.seq === lastSeen} />
            ) : (
              <p className="py-1 text-center text-xs text-muted">
                {eventText(message, view, words)}
                {message.kind === "ticket" && ticketHref && view.ticket && (
                  <>
                    {". "}
                    <a href={ticketHref} className="link inline-flex min-h-6 items-center">
                      {filled(words.openTicket, "reference", view.ticket.reference)}
                    </a>
                  </>
                )}
              </p>
            )}
          </li>
        ))}
        {unsent.map((each) => (
          <li key={each.clientMessageId} data-unsent={each.state}>
            <Bubble isOwn name={words.you}>
              <p className="break-words whitespace-pre-wrap">{each.body}</p>
              {each.attachments.length > 0 && <p className="text-xs">{words.compose.files}: {each.attachments.length}</p>}
            </Bubble>
            <UnsentState unsent={each} words={words} onRetry={onRetry} onDrop={onDrop} />
          </li>
        ))}
      </ol>
      <p className="min-h-5 pt-1 text-xs text-muted">{typingName && filled(words.typing, "name", typingName)}</p>
    </div>
  );
}

function Said({ message, words, mark, isSeen }: { message: ChatMessageView; words: ConversationWords; mark: string | null; isSeen: boolean }) {
  const name = message.isOwn ? words.you : (message.authorName ?? words.desk);
  const Mark = isSeen ? CheckCheck : Check;
  return (
    <>
      <Bubble isOwn={message.isOwn} name={name} isWarning={message.kind === "warning"}>
        {message.kind === "warning" && <p className="text-xs font-semibold">{words.warning}</p>}
        {message.body !== "" && <p className="break-words whitespace-pre-wrap">{message.body}</p>}
        <Files files={message.attachments} />
      </Bubble>
      <p className={cn("flex items-center gap-1 pt-0.5 text-xs text-muted", message.isOwn && "justify-end")}>
        <time dateTime={message.at}>{timeText(message.at)}</time>
        {mark && (
          <>
            <Mark aria-hidden="true" className="size-3" />
            <span className={isSeen ? undefined : "sr-only"}>{mark}</span>
          </>
        )}
      </p>
    </>
  );
}

function Bubble({ isOwn, name, isWarning, children }: { isOwn: boolean; name: string; isWarning?: boolean; children: ReactNode }) {
  return (
    <div className={cn("max-w-[85%] rounded-lg border px-3 py-2 text-sm", isOwn ? "ml-auto w-fit border-accent-line bg-accent-soft" : "w-fit bg-surface", isWarning && "border-warn-line bg-warn-soft")}>
      <p className={cn("text-xs font-semibold", isOwn && "sr-only")}>{name}</p>
      {children}
    </div>
  );
}

function Files({ files }: { files: readonly AttachmentView[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="space-y-1 pt-1">
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.thumbnailHref ? file.href : file.downloadHref} target="_blank" rel="noopener" className="link inline-flex min-h-6 max-w-full items-center gap-1.5">
            {/* oxlint-disable-next-line nextjs/no-img-element -- behind the authorised route, small already */}
            {file.thumbnailHref ? <img src={file.thumbnailHref} alt="" width={96} height={72} loading="lazy" className="h-18 w-24 rounded-sm object-cover" /> : <FileText aria-hidden="true" className="size-4 shrink-0" />}
            <span className="truncate">{file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function UnsentState({ unsent: { clientMessageId, state, why }, words, onRetry, onDrop }: { unsent: Unsent; words: ConversationWords; onRetry: (id: string) => void; onDrop: (id: string) => void }) {
  if (state === "sending" || state === "sent") {
    return (
      <p className="flex items-center justify-end gap-1 pt-0.5 text-xs text-muted">
        {state === "sending" ? <Clock aria-hidden="true" className="size-3" /> : <Check aria-hidden="true" className="size-3" />}
        <span>{why ?? (state === "sending" ? words.sending : words.sent)}</span>
      </p>
    );
  }
  return (
    <div className="flex flex-col items-end gap-1 pt-1 text-xs">
      <p className="flex max-w-[85%] items-start gap-1 font-medium text-danger">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
        <span>
          {words.failed}. {why}
        </span>
      </p>
      <div className="flex gap-2">
        <Button size="sm" onClick={() => onRetry(clientMessageId)}>
          <RotateCcw aria-hidden="true" />
          {state === "asked" ? words.sendAnyway : words.retry}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => onDrop(clientMessageId)}>
          {words.drop}
        </Button>
      </div>
    </div>
  );
}

/** "13:40" at the desk; browsers need not have Temporal. */
function timeText(at: string): string {
  return dateFormat("es-MX", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: DESK_TIME_ZONE }).format(Date.parse(at));
}

/** What stands between the messages; the server says the same in transcripts (lib/chat/entry-words). */
function eventText({ kind, authorName, isStaff }: ChatMessageView, { closed }: ConversationView, words: ConversationWords): string {
  const name = authorName ?? words.desk;
  if (kind === "joined") return filled(words.joined, "name", name);
  if (kind === "moved") return filled(words.moved, "name", name);
  if (kind === "ticket") return words.ticket;
  return words.ended[closed?.why ?? (isStaff ? "agent" : "customer")];
}
