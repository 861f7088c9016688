import type { Audience } from "@/lib/kb/audience";
import type { ImportedFile, ImportedState, ImportNote, RefusalCode } from "./types";

/** What is written when a piece is done: ids and addresses are settled by the look already. */
export type CategoryPlan = { id: string; slug: string; name: string; description: string; audience: Audience; position: number; parentId: string | null; legacyKey: string | null };

export type ArticlePlan = {
  id: string;
  slug: string;
  categoryId: string;
  title: string;
  summary: string;
  body: string;
  tags: string[];
  audience: Audience;
  state: ImportedState;
  isPinned: boolean;
  views: number;
  helpfulYes: number;
  helpfulNo: number;
  publishedAt: string | null;
  updatedAt: string | null;
  reviewMonths: number | null;
  reviewOn: string | null;
  publishAt: string | null;
  /** Ids. */
  related: string[];
  legacyKey: string | null;
  files: (ImportedFile & { id: string })[];
};

export type GroupPlan = { id: string; slug: string; name: string; position: number };
export type QuestionPlan = { id: string; slug: string; groupId: string; position: number; question: string; answer: string; articleId: string | null; isArchived: boolean };
export type TicketsPlan = { keys: string[] };

export type PlannedItem = { title: string; notes: ItemNote[] } & (
  | { kind: "category"; verdict: "new" | "exists"; data: CategoryPlan }
  | { kind: "article"; verdict: "new" | "exists"; data: ArticlePlan }
  | { kind: "group"; verdict: "new" | "exists"; data: GroupPlan }
  | { kind: "question"; verdict: "new" | "exists"; data: QuestionPlan }
  | { kind: "tickets"; verdict: "new"; data: TicketsPlan }
  | { kind: "category" | "article" | "question"; verdict: "refused"; data: Record<string, never> }
);

export type ItemNote = ImportNote | { code: RefusalCode; detail?: string };
