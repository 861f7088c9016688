export const GROUP_NAME_MAX = 80;
export const QUESTION_MAX = 300;
export const ANSWER_MAX = 10_000;

/** What somebody may change of a question. */
export type FaqBody = { groupId: string; question: string; /** Markdown. */ answer: string; articleId: string | null };

export type FaqDeskQuestion = {
  id: string;
  slug: string;
  question: string;
  /** The newest one's number. */
  version: number;
  /** Where more is said. `isPublic`: everybody may read it; the page leads there only then. */
  article: { id: string; slug: string; title: string; isPublic: boolean } | null;
  isArchived: boolean;
  isFirst: boolean;
  isLast: boolean;
};

export type FaqDeskGroup = { id: string; slug: string; name: string; version: number; isFirst: boolean; isLast: boolean; questions: FaqDeskQuestion[]; archived: FaqDeskQuestion[] };

export type FaqEntryView = FaqDeskQuestion & { groupId: string; answer: string };

export type FaqVersionView = { number: number; question: string; answer: string; authorName: string | null; at: Temporal.Instant };
