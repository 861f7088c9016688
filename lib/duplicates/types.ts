import type { TextSegment } from "@/lib/search/types";

/**
 * Whose tickets may be compared. It is a `where`: a ticket outside it can be neither found nor counted.
 * "organization" holds the organization's tickets and the person's own.
 */
export type TicketScope =
  | { kind: "requester"; userId: string }
  | { kind: "organization"; organizationId: string; userId: string }
  | { kind: "all" };

export type TicketDraft = { subject: string; body: string; productId?: string | null; departmentId?: string | null };

/** Why a ticket resembles the draft, as data; the page turns it into words. At most one of each kind, identifiers and codes excepted. */
export type Reason =
  | { kind: "identifier"; value: string }
  | { kind: "code"; value: string }
  | { kind: "product"; name: string }
  | { kind: "terms"; words: string[] }
  | { kind: "sentence"; draft: string; ticket: string }
  | { kind: "opened-ago"; minutes: number };

export type CandidateStatus = "new" | "open" | "pending" | "on_hold" | "solved";

export type DuplicateCandidate = {
  ticketId: string;
  reference: string;
  subject: string;
  status: CandidateStatus;
  createdAt: Temporal.Instant;
  /** Given for the scopes "organization" and "all", where it may be somebody else's ticket. */
  requesterName: string | null;
  isOwn: boolean;
  /** Probability, 0 to 1, that both are about the same matter. */
  score: number;
  /** True from MUST_REVIEW on: the draft cannot be sent before the person has looked at this ticket. */
  mustReview: boolean;
  reasons: Reason[];
};

export type FindDuplicatesInput = {
  draft: TicketDraft;
  scope: TicketScope;
  excludeTicketId?: string;
  /** 5 unless told; at most 100. */
  limit?: number;
  /** The least probability that is listed; SHOW unless told. */
  from?: number;
};

export type TicketStatusName = CandidateStatus | "closed";

export type SearchTicketsInput = {
  text: string;
  scope: TicketScope;
  /** 25 unless told; at most 100. */
  limit?: number;
  /** All unless told. */
  statuses?: TicketStatusName[];
};

export type TicketHit = {
  ticketId: string;
  reference: string;
  subject: string;
  status: TicketStatusName;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  requesterName: string;
  /** What was hit: the reference itself, the requester's address, or the words. */
  matchedBy: "reference" | "email" | "text";
  /** Orders hits of one answer; it has no meaning between answers. */
  score: number;
  subjectSegments: TextSegment[];
  /** The most telling passage of the first message; empty when only the reference or the address was hit. */
  passage: TextSegment[];
};
