import type { TopicSplitWords } from "@/app/portal/tickets/new/_components/topic-split";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import type { AcceptanceWords } from "@/components/policies/acceptance-field";
import type { GuardWords } from "@/components/secrets/guard-words";
import type { CounterWords } from "@/components/tickets/composer-field";
import type { DraftWords } from "@/components/tickets/draft-status";
import type { SuggestionWords } from "@/components/tickets/suggestions";

/** What the form says; the browser has no catalogue. */
export interface NewTicketWords {
  department: string;
  departmentHint: string;
  product: string;
  productHint: string;
  productNone: string;
  service: string;
  optional: string;
  subject: string;
  subjectHint: string;
  body: string;
  bodyHint: string;
  priority: string;
  submit: string;
  submitting: string;
  notSent: string;
  offline: string;
  draftFound: string;
  draftDiscard: string;
  check: string;
  missing: string;
  choose: string;
  subjectTooLong: string;
  bodyTooLong: string;
  subjectCounter: CounterWords;
  bodyCounter: CounterWords;
  draft: DraftWords;
  suggestions: SuggestionWords;
  topics: TopicSplitWords;
  secrets: GuardWords;
  courtesy: CourtesyWords;
  policies: AcceptanceWords;
}
