import type { Audience } from "@/lib/kb/audience";

export const TITLE_MAX = 150;
export const SUMMARY_MAX = 300;
export const BODY_MAX = 100_000;
export const NOTE_MAX = 300;
export const TAGS_MAX = 12;
export const TAG_MAX = 40;
export const RELATED_MAX = 8;

export type ArticleStatus = "draft" | "review" | "published" | "archived";

/** What a version keeps. */
export type ArticleText = { title: string; summary: string; body: string; tags: string[] };

/** What is changed at once, without a version. `related`: slugs, in their order. */
export type ArticleSettings = { categoryId: string; audience: Audience; isPinned: boolean; reviewMonths: number | null; slug: string; related: string[] };

export type VersionView = ArticleText & { number: number; note: string; author: string | null; at: string };

export type ArticleRow = {
  id: string;
  slug: string;
  title: string;
  category: string;
  status: ArticleStatus;
  audience: Audience;
  isAhead: boolean;
  isReviewDue: boolean;
  publishAt: string | null;
  updatedAt: string;
};

/** The newest text, and everything that the desk knows of the article. Instants and days are ISO. */
export type DeskArticle = {
  id: string;
  slug: string;
  status: ArticleStatus;
  headVersion: number;
  liveVersion: number | null;
  publishAt: string | null;
  publishedAt: string | null;
  reviewOn: string | null;
  effectiveAudience: Audience;
  category: string;
  head: VersionView;
  settings: ArticleSettings;
  sources: string[];
  history: { type: string; actor: string | null; at: string; note: string }[];
};
