import type { AttachmentView } from "@/lib/attachments/types";
import type { Audience } from "@/lib/kb/audience";

export interface CategoryLink {
  slug: string;
  name: string;
}

/** Counts the articles of everything below it too. */
export interface CategoryCard extends CategoryLink {
  description: string;
  articleCount: number;
}

export interface TopicCard extends CategoryCard {
  children: CategoryCard[];
}

export interface CategoryPage {
  category: CategoryCard;
  /** From the top down to the one above it. */
  path: CategoryLink[];
  children: CategoryCard[];
  /** Right in it; there may be more than are given. */
  articles: ArticleCard[];
  ownCount: number;
}

/** What is most read: since ever, or in the last 30 days. */
export type ReadPeriod = "all" | "recent";

export interface ArticleCard {
  slug: string;
  title: string;
  summary: string;
  category: CategoryLink;
  audience: Audience;
  publishedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

export interface ArticlePage extends ArticleCard {
  /** Markdown. */
  body: string;
  /** Of its category, from the top down to it. */
  path: CategoryLink[];
  /** To be downloaded, in their order. */
  files: AttachmentView[];
}

export interface FaqQuestion {
  slug: string;
  question: string;
  /** Markdown. */
  answer: string;
  /** Where more is said; null too while that article is not published. */
  article: { slug: string; title: string } | null;
}

export interface FaqGroupView {
  slug: string;
  name: string;
  questions: FaqQuestion[];
}
