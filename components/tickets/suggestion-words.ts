import { STATUS_TONE } from "@/components/tickets/status-tone";
import type { ArticleSuggestion, SuggestionsView, TicketSuggestion } from "@/components/tickets/suggestion-views";
import type { Reason } from "@/lib/duplicates/types";
import { formatRelative } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { knowledgeHref } from "@/lib/kb/addresses";
import type { KnowledgeHit } from "@/lib/kb/search-types";
import type { DuplicateView } from "@/lib/tickets/types";

/** Four are enough to recognise a topic; more are not read. */
const MOST_REASONS = 4;

/** Hits and candidates put into words. */
export function suggestionsView({ hits, candidates, now, search }: {
  hits: KnowledgeHit[];
  candidates: DuplicateView[];
  now: Temporal.Instant;
  /** The token that goes along to what is opened. */
  search?: string | undefined;
}): SuggestionsView {
  const articles = hits.map((hit) => articleSuggestion(hit, search));
  const tickets = candidates.map((candidate) => ticketSuggestion(candidate, now));
  return { articles, tickets, announcement: announcementOf({ articles: articles.length, tickets: tickets.length }) };
}

export function reasonText(reason: Reason, now: Temporal.Instant): string {
  const t = getTranslator("tickets");
  switch (reason.kind) {
    case "identifier":
      return t("reason.identifier", { value: reason.value });
    case "code":
      return t("reason.code", { value: reason.value });
    case "product":
      return t("reason.product", { name: reason.name });
    case "terms":
      return t("reason.terms", { count: reason.words.length, words: listed(reason.words.map((word) => `«${word}»`)) });
    case "sentence":
      return t("reason.sentence", { ticket: reason.ticket });
    case "opened-ago":
      return t("reason.openedAgo", { ago: formatRelative(now.subtract({ seconds: Math.round(reason.minutes * 60) }), { now }) });
    default:
      return reason satisfies never;
  }
}

function articleSuggestion(hit: KnowledgeHit, search: string | undefined): ArticleSuggestion {
  return {
    id: hit.id,
    kind: hit.kind,
    href: knowledgeHref(hit, search),
    title: hit.titleSegments,
    passage: hit.passage,
  };
}

function ticketSuggestion(candidate: DuplicateView, now: Temporal.Instant): TicketSuggestion {
  const t = getTranslator("tickets");
  const reasons = candidate.reasons.filter((reason) => reason.kind !== "opened-ago");
  const openedAgo = candidate.reasons.find((reason) => reason.kind === "opened-ago");
  return {
    ticketId: candidate.ticketId,
    reference: candidate.reference,
    href: `/portal/tickets/${candidate.reference}`,
    subject: candidate.subject,
    status: { label: t(`status.${candidate.status}`), tone: STATUS_TONE[candidate.status] },
    owner: ownerOf(candidate),
    openedAgo: openedAgo ? reasonText(openedAgo, now) : null,
    reasons: reasons.slice(0, MOST_REASONS).map((reason) => reasonText(reason, now)),
    mustReview: candidate.mustReview,
  };
}

function ownerOf({ isOwn, requesterName }: DuplicateView): string | null {
  const t = getTranslator("tickets");
  if (isOwn) return t("suggestions.mine");
  return requesterName ? t("suggestions.by", { name: requesterName }) : null;
}

function announcementOf({ articles, tickets }: { articles: number; tickets: number }): string {
  if (articles === 0 && tickets === 0) return "";
  return getTranslator("tickets")("suggestions.found", { articles, tickets, both: articles > 0 && tickets > 0 ? "yes" : "no" }).trim();
}

function listed(words: string[]): string {
  return new Intl.ListFormat("es-MX", { type: "conjunction" }).format(words);
}
