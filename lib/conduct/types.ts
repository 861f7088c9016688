export type OffenceKind = "insult" | "threat";

/** A stretch of a text that is probably rude or threatening: half-open range of UTF-16 units, as it was written. */
export type Offence = { kind: OffenceKind; start: number; end: number };

export const SUSPENSION_SCOPES = ["all_but_essential", "all"] as const;
export type SuspensionScope = (typeof SUSPENSION_SCOPES)[number];

/** What a person may not do, as of now; instants as ISO texts. */
export type RunningSuspension = { id: string; caseId: string; reason: string; scope: SuspensionScope; startsAt: string; endsAt: string };

export const APPEAL_OUTCOMES = ["upheld", "shortened", "lifted"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export type CaseState = "open" | "dismissed" | "warned" | "suspended";
export type MarkSource = "rule" | "staff" | "customer";

export const NOTE_MAX = 2_000;
export const COMMENT_MAX = 1_000;
export const WARNING_MAX = 5_000;
export const APPEAL_MAX = 5_000;
/** No suspension is longer: after a year somebody looks at it again. */
export const LONGEST_DAYS = 365;
/** After so many warnings within the period a suspension may follow; another warning may not. */
export const MOST_WARNINGS = 2;

/** Of a ticket: until when its reader may not write in it; an ISO text. */
export type UnderSuspension = { suspendedUntil: string | null };
/** Of the form that raises one: whether its departments are only those that stay open, perhaps none. */
export type FormUnderSuspension = { isSuspended: boolean };
