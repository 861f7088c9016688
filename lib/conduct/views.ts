import type { ConductEventType } from "@/lib/conduct/events";
import type { TextPart } from "@/lib/conduct/marked-text";
import type { AppealOutcome, CaseState, MarkSource, SuspensionScope } from "@/lib/conduct/types";

/** Instants are ISO texts. */
export type CaseListItem = { id: string; aboutName: string; isAboutStaff: boolean; organization: string | null; /** Null: of a conversation. */ reference: string | null; subject: string; sources: MarkSource[]; hasThreat: boolean; openedAt: string; isYours: boolean };

export type SuspensionView = {
  id: string;
  caseId: string;
  reason: string;
  scope: SuspensionScope;
  startsAt: string;
  endsAt: string;
  imposedByName: string;
  isRunning: boolean;
  /** Begun or not, it is not over. */
  isOpen: boolean;
  lifted: { at: string; byName: string; note: string } | null;
  appeal: AppealView | null;
  can: { lift: boolean; decide: boolean };
};
export type AppealView = { body: string; sentAt: string; decided: { outcome: AppealOutcome; answer: string; at: string; byName: string } | null };

export type PersonConduct = {
  userId: string;
  name: string;
  cases: { id: string; reference: string | null; state: CaseState; openedAt: string; note: string }[];
  warnings: { caseId: string; number: number; sentAt: string; byName: string; counts: boolean }[];
  suspensions: SuspensionView[];
};

export type ContextMessage = { id: string; authorName: string; isStaff: boolean; createdAt: string; body: string };

export type CaseView = {
  id: string;
  state: CaseState;
  about: { id: string; name: string; isStaff: boolean; organization: string | null };
  /** Where it was written: in a ticket or in a conversation. */
  ticket: { reference: string; subject: string } | null;
  conversationId: string | null;
  openedAt: string;
  writtenAt: string;
  parts: TextPart[];
  before: ContextMessage[];
  after: ContextMessage[];
  marks: { source: MarkSource; comment: string; byName: string | null; at: string }[];
  review: { at: string; byName: string; note: string } | null;
  events: { id: string; type: ConductEventType; actorName: string | null; at: string; data: Record<string, string> }[];
  history: PersonConduct;
  warning: { number: number; text: string; periodDays: number } | null;
  /** Within the period, as of now. */
  warnings: number;
  isOther: boolean;
  can: { review: boolean; suspend: boolean };
  hasOtherAdmin: boolean;
};
