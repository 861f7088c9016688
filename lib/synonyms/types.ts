/** Expressions that mean the same to whoever searches. Symmetrical: each leads to all the others. */
export type SynonymGroup = { id: string; expressions: readonly string[] };

/** Another expression as terms of the index. Several terms are one expression: they are weighted together, never each like a word of its own. */
export type SynonymTerms = { expression: string; terms: readonly string[] };

export type SynonymMatch = {
  groupId: string;
  /** The operator's expression that was recognised. */
  expression: string;
  /** The tokens it was recognised in, as positions in the list that was asked about. */
  tokens: readonly number[];
  /** Where they stand in the text. */
  start: number;
  end: number;
  /** The others of its group as the operator wrote them. */
  leadsTo: readonly string[];
  /** What they are found under, in the stems of both languages where these differ. Nothing that the match itself holds. */
  others: readonly SynonymTerms[];
};

/** A group as the page of settings shows it. */
export type SynonymGroupView = {
  id: string;
  expressions: string[];
  /** Raised with each edit; whoever saves names the one that they saw. */
  version: number;
  updatedAt: string;
  /** Null for the groups that come with the product, and for those of somebody who is gone. */
  updatedByName: string | null;
};

/** What a text would be searched with besides its own words. */
export type WidenedText = {
  /** The text again, what was recognised marked. */
  segments: { text: string; isMatch: boolean }[];
  matches: { found: string; others: string[] }[];
};
