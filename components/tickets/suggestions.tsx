"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/forms/checkbox";
import { SubmitButton } from "@/components/forms/submit-button";
import type { ArticleSuggestion, SuggestionsView, TicketSuggestion } from "@/components/tickets/suggestion-views";
import type { SuggestState } from "@/components/tickets/use-suggestions";
import { Badge, StatusPill } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { TextSegment } from "@/lib/search/types";

export interface SuggestionWords {
  title: string;
  empty: string;
  none: string;
  searching: string;
  failed: string;
  articles: string;
  tickets: string;
  newTab: string;
  review: string;
  reviewed: string;
  open: string;
  add: string;
  adding: string;
  different: string;
  why: string;
}

export interface ReviewHandlers {
  /** Suggested tickets that were opened from here. */
  opened: ReadonlySet<string>;
  /** Those marked as another topic. */
  different: ReadonlySet<string>;
  onOpen: (ticketId: string) => void;
  /** An article or question was opened from here. */
  onOpenArticle: (article: Pick<ArticleSuggestion, "id" | "kind">) => void;
  onDifferent: (ticketId: string, isDifferent: boolean) => void;
  /** The ticket that the text is being added to. */
  adding: string | null;
}

/**
 * What may already answer the draft. It stands inside the form: "add my text" is a submit button with the ticket as its value, and "it is
 * another topic" a checkbox, so both work without JavaScript.
 */
export function Suggestions({ view, state, words, review }: { view: SuggestionsView | null; state: SuggestState; words: SuggestionWords; review: ReviewHandlers }) {
  const isEmpty = !view || (view.articles.length === 0 && view.tickets.length === 0);
  return (
    <section id="parecidos" tabIndex={-1} aria-labelledby="parecidos-titulo" className="space-y-4 rounded-lg border bg-surface p-4 outline-none sm:p-5 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="parecidos-titulo" className="text-base font-semibold">
          {words.title}
        </h2>
        <span aria-hidden="true" className="text-sm text-muted">
          {state === "searching" && words.searching}
        </span>
      </div>
      <p role="status" className={cn(view?.announcement ? "sr-only" : "text-sm text-muted")}>
        {statusText({ view, state, words })}
      </p>
      {!isEmpty && (
        <div className={cn("space-y-5 transition-opacity", state === "searching" && "opacity-60")}>
          {view.tickets.length > 0 && (
            <Group title={words.tickets}>
              {view.tickets.map((ticket) => (
                <TicketCard key={ticket.ticketId} ticket={ticket} words={words} review={review} />
              ))}
            </Group>
          )}
          {view.articles.length > 0 && (
            <Group title={words.articles}>
              {view.articles.map((article) => (
                <ArticleLink key={article.id} article={article} words={words} onOpen={() => review.onOpenArticle(article)} />
              ))}
            </Group>
          )}
        </div>
      )}
    </section>
  );
}

function statusText({ view, state, words }: { view: SuggestionsView | null; state: SuggestState; words: SuggestionWords }): string {
  if (state === "failed") return words.failed;
  if (view?.announcement) return view.announcement;
  return view && state === "ready" ? words.none : words.empty;
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-2">
      <h3 className="text-sm font-semibold text-muted">{title}</h3>
      <ul className="space-y-3">{children}</ul>
    </div>
  );
}

function ArticleLink({ article, words, onOpen }: { article: ArticleSuggestion; words: SuggestionWords; onOpen: () => void }) {
  return (
    <li className="space-y-0.5 text-sm">
      <a href={article.href} target="_blank" onClick={onOpen} onAuxClick={onOpen} className="link inline-flex min-h-6 items-start gap-1.5 font-medium">
        <span>
          <Marked segments={article.title} />
        </span>
        <ExternalLink aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
        <span className="sr-only">{words.newTab}</span>
      </a>
      {article.passage.length > 0 && (
        <p className="line-clamp-2 text-muted">
          <Marked segments={article.passage} />
        </p>
      )}
    </li>
  );
}

function TicketCard({ ticket, words, review }: { ticket: TicketSuggestion; words: SuggestionWords; review: ReviewHandlers }) {
  const isDifferent = review.different.has(ticket.ticketId);
  const isReviewed = isDifferent || review.opened.has(ticket.ticketId);
  const isUrgent = ticket.mustReview && !isReviewed;
  return (
    <li className={cn("space-y-2.5 rounded-md border p-3 text-sm", isUrgent && "border-warn-line bg-warn-soft")}>
      <div className="space-y-1">
        <p className="font-medium">{ticket.subject}</p>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-muted">
          <span className="tabular-nums">{ticket.reference}</span>
          <StatusPill tone={ticket.status.tone}>{ticket.status.label}</StatusPill>
          {ticket.owner && <span>{ticket.owner}</span>}
          {ticket.openedAgo && <span>{ticket.openedAgo}</span>}
        </p>
      </div>
      {ticket.mustReview && <Badge tone={isReviewed ? "success" : "warn"} className="whitespace-normal">{isReviewed ? words.reviewed : words.review}</Badge>}
      <div className="text-muted">
        <p className="sr-only">{words.why}</p>
        <ul className="list-disc space-y-0.5 pl-4">
          {ticket.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <a
          href={ticket.href}
          target="_blank"
          onClick={() => review.onOpen(ticket.ticketId)}
          onAuxClick={(event) => event.button === 1 && review.onOpen(ticket.ticketId)}
          className="link inline-flex min-h-8 items-center gap-1.5 font-medium"
        >
          {words.open.replace("{reference}", ticket.reference)}
          <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="sr-only">{words.newTab}</span>
        </a>
        <SubmitButton
          variant="secondary"
          size="sm"
          name="addTo"
          value={ticket.ticketId}
          pendingLabel={words.adding}
          isPending={review.adding === ticket.ticketId}
        >
          {words.add}
          <span className="sr-only"> {ticket.reference}</span>
        </SubmitButton>
      </div>
      {ticket.mustReview && (
        <Checkbox
          id={`different-${ticket.ticketId}`}
          name="different"
          value={ticket.ticketId}
          label={
            <>
              {words.different}
              <span className="sr-only"> {ticket.reference}</span>
            </>
          }
          checked={isDifferent}
          onChange={(event) => review.onDifferent(ticket.ticketId, event.target.checked)}
        />
      )}
    </li>
  );
}

/** Text with what was found in it marked. */
function Marked({ segments }: { segments: TextSegment[] }) {
  return segments.map((segment, index) => (segment.isMatch ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>));
}
