import type { VOTE_REASONS } from "@/lib/kb/schema";

type VoteReason = (typeof VOTE_REASONS)[number];

export const BOARD_SECTIONS = ["missing", "reads", "ignored", "disliked", "overdue", "saved"] as const;
export type BoardSection = (typeof BOARD_SECTIONS)[number];

export type BoardArticle = { slug: string; title: string };
/** A row of each section: words and counts, nobody's name and nothing that somebody wrote. */
export type MissingRow = { terms: string; searches: number; none: number; tickets: number };
export type ReadRow = BoardArticle & { opened: number; tickets: number };
export type IgnoredRow = BoardArticle & { shown: number; /** 0 to 1. */ alike: number };
export type DislikedRow = BoardArticle & { yes: number; no: number; reasons: { reason: VoteReason; count: number }[]; comments: number };
export type OverdueRow = BoardArticle & { reviewOn: string };
export type SavedRow = BoardArticle & { low: number; high: number };

export type BoardRows = { missing: MissingRow[]; reads: ReadRow[]; ignored: IgnoredRow[]; disliked: DislikedRow[]; overdue: OverdueRow[]; saved: SavedRow[] };
