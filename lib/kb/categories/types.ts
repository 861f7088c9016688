import type { Audience } from "@/lib/kb/audience";

/** So deep do categories stand below each other; the database refuses more (kb_category_depth). */
export const DEEPEST = 6;
export const NAME_MAX = 100;
export const DESCRIPTION_MAX = 300;

export type CategoryBody = {
  name: string;
  description: string;
  audience: Audience;
  /** Null: on top. */
  parentId: string | null;
};

export type CategoryRow = CategoryBody & {
  id: string;
  slug: string;
  position: number;
  /** Who may read it, with everything above it. */
  effectiveAudience: Audience;
  version: number;
  /** Articles that stand in it, in whatever state. */
  articleCount: number;
};

/** In the order of the tree, each after the one that it stands below. */
export type CategoryNode = CategoryRow & {
  /** 1 on top. */
  depth: number;
  /** Names from the top down to the one above it. */
  path: string[];
  isFirst: boolean;
  isLast: boolean;
  childCount: number;
};
