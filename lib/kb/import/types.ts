import type { Audience } from "@/lib/kb/audience";

/** What a file of another desk, or a folder of Markdown, holds; keys are the file's own and unique within their kind. */
export type ImportedKnowledge = {
  categories: ImportedCategory[];
  articles: ImportedArticle[];
  groups: ImportedGroup[];
  /** Tracking ids of tickets that stand in the earlier desk. */
  tickets: string[];
  refused: RefusedItem[];
};

export type ImportedCategory = {
  key: string;
  /** Null: one is made of the name. */
  slug: string | null;
  name: string;
  description: string;
  audience: Audience;
  position: number;
  parentKey: string | null;
  /** Its number in the earlier desk. */
  legacyKey: string | null;
  notes: ImportNote[];
};

export type ImportedState = "draft" | "review" | "published" | "archived";

export type ImportedArticle = {
  key: string;
  slug: string | null;
  title: string;
  summary: string;
  /** Markdown, in which `import://article/<key>` and `import://file/<key>` stand for what has no address yet. */
  body: string;
  tags: string[];
  categoryKey: string;
  audience: Audience;
  state: ImportedState;
  isPinned: boolean;
  views: number;
  helpfulYes: number;
  helpfulNo: number;
  /** An instant; null: the moment of the import. */
  publishedAt: string | null;
  updatedAt: string | null;
  reviewMonths: number | null;
  reviewOn: string | null;
  /** When a draft is to be published; an instant. */
  publishAt: string | null;
  /** Slugs of the articles that its author chose, in their order. */
  related: string[];
  legacyKey: string | null;
  files: ImportedFile[];
  notes: ImportNote[];
};

/** Where its bytes stand: an entry of the archive, or in the text itself. */
export type ImportedFile = { key: string; name: string; entry: string | null; base64: string | null };

export type ImportedGroup = { key: string; slug: string; name: string; position: number; questions: ImportedQuestion[] };
export type ImportedQuestion = { slug: string; question: string; answer: string; /** The key of an article. */ articleKey: string | null; articleSlug: string | null; isArchived: boolean };

/** What is told of something that is taken, though not as it stood. */
export type ImportNote = { code: NoteCode; detail?: string };
export const NOTE_CODES = ["FOREIGN_PICTURE", "FILE_MISSING", "FILE_NOT_ALLOWED", "PARENT_MISSING", "PARENT_CIRCLE", "TOO_DEEP", "CATEGORY_MISSING", "TITLE_CUT", "VOTES_DERIVED", "TEXT_PLAIN", "LINK_MISSING", "SLUG_CHANGED", "FIELD_IGNORED"] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** What is not taken, and why. */
export type RefusedItem = { kind: "category" | "article" | "question"; key: string; title: string; code: RefusalCode };
export const REFUSAL_CODES = ["DUPLICATE_KEY", "NO_ID", "BODY_TOO_LONG", "BODY_EMPTY", "FRONT_MATTER_BROKEN", "TEXT_UNREADABLE", "TITLE_MISSING"] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const TITLE_MAX = 200;
export const SUMMARY_MAX = 300;
export const BODY_MAX = 200_000;
export const TAGS_MAX = 20;
export const TAG_MAX = 40;

/** What stands in a text for an article of the same file. */
export function articlePlace(key: string): string {
  return `import://article/${encoded(key)}`;
}

export function filePlace(key: string): string {
  return `import://file/${encoded(key)}`;
}

/** Puts addresses where the text has places; a place that leads to nothing stays, as a sign, without its link. */
export function fillPlaces(body: string, addressOf: (kind: "article" | "file", key: string) => string | null): string {
  return body.replace(/import:\/\/(article|file)\/([\w%.~-]+)/g, (_, kind: "article" | "file", key: string) => addressOf(kind, decodeKey(key)) ?? "#");
}

/** Without the marks that end an address in Markdown. */
function encoded(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** Tags as an article keeps them: short, each once, not too many. */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => tag.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, TAG_MAX).trim()).filter((tag) => tag !== "");
  return [...new Map(clean.map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, TAGS_MAX);
}
