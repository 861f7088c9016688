import type { Audience } from "@/lib/kb/audience";
import type { ImportedArticle, ImportedFile, ImportNote, RefusalCode } from "./types";

/** What is written when a piece is done: ids and addresses are settled by the look already. */
export type CategoryPlan = { id: string; slug: string; name: string; description: string; audience: Audience; position: number; parentId: string | null; legacyKey: string | null };

/** As it was imported, with ids in place of the file's own keys. */
export type ArticlePlan = Omit<ImportedArticle, "key" | "slug" | "categoryKey" | "related" | "files" | "notes"> & {
  id: string;
  slug: string;
  categoryId: string;
  /** Ids. */
  related: string[];
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
