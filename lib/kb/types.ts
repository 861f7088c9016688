export interface CategoryLink {
  slug: string;
  name: string;
}

export interface CategoryCard extends CategoryLink {
  description: string;
  articleCount: number;
}

export interface ArticleCard {
  slug: string;
  title: string;
  summary: string;
  category: CategoryLink;
  publishedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

export interface ArticlePage extends ArticleCard {
  /** Markdown. */
  body: string;
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

export interface PolicyLink {
  slug: string;
  title: string;
  summary: string;
}

export interface PolicyView extends PolicyLink {
  /** Markdown with placeholder lines; lib/kb/policy-body.ts takes it apart. */
  body: string;
  updatedAt: Temporal.Instant;
}
