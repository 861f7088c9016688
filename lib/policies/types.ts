export interface PolicyLink {
  slug: string;
  title: string;
  summary: string;
}

/** A published version as the public reads it. */
export interface PolicyView extends PolicyLink {
  number: number;
  /** Markdown with placeholder lines; lib/policies/policy-body.ts takes it apart. */
  body: string;
  /** ISO date, in the desk's zone. */
  effectiveOn: string;
  publishedAt: Temporal.Instant;
  changeNote: string;
}

/** One line of a document's history. */
export interface PolicyVersionLine {
  number: number;
  title: string;
  effectiveOn: string;
  /** The last day in force; null while no other version is known to follow. */
  until: string | null;
  changeNote: string;
  isMaterial: boolean;
  state: "past" | "in-force" | "announced";
}

/** A version of which a customer's word is asked. */
export interface DuePolicy {
  versionId: string;
  slug: string;
  title: string;
  effectiveOn: string;
  changeNote: string;
  /** Whether the customer accepted an earlier version: then what changed is shown. */
  isAgain: boolean;
}

export interface OwnAcceptance {
  slug: string;
  title: string;
  number: number;
  effectiveOn: string;
  sha256: string;
  acceptedAt: Temporal.Instant;
}

/** A document as the desk keeps it. */
export interface PolicyDeskLine {
  id: string;
  slug: string;
  /** Of what is in force, else of what is coming or drafted. */
  title: string;
  requiresAcceptance: boolean;
  isArchived: boolean;
  inForceSince: string | null;
  announcedOn: string | null;
  hasDraft: boolean;
}

export interface PolicyText {
  title: string;
  summary: string;
  body: string;
}

export interface PolicyDraft extends PolicyText {
  number: number;
  revision: number;
}

export interface PolicyDeskVersion extends PolicyVersionLine {
  publishedBy: string | null;
  publishedAt: Temporal.Instant;
  acceptances: number;
}

export interface PolicyDeskView extends PolicyDeskLine {
  draft: PolicyDraft | null;
  /** Newest first. */
  versions: PolicyDeskVersion[];
  /** What a new draft begins with. */
  newest: PolicyText | null;
}

export interface AcceptanceLine {
  name: string;
  email: string;
  organization: string | null;
  acceptedAt: Temporal.Instant;
  sha256: string;
  browser: string;
}
