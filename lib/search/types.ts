/** A piece of text for a page: plain text, never HTML. Joined, the segments are the text again. */
export type TextSegment = { text: string; isMatch: boolean };

/** Half-open range of UTF-16 units in the text that was asked about. */
export type TextRange = { start: number; end: number };

export type Language = "es" | "en";

export type SearchKind = "ticket" | "article" | "article_customers" | "article_staff" | "faq";

/** What kind of thing an identifier is; kinds are compared with their own kind only. */
export type IdentifierKind = "domain" | "email" | "ip" | "code" | "version" | "file" | "folio" | "month" | "number" | "name";

export type Identifier = { kind: IdentifierKind; value: string };

/** A word or identifier as it stands in the text, and the term it is found under. */
export type Token = { term: string; surface: string; start: number; end: number; isStopWord: boolean; identifier: Identifier | null };
