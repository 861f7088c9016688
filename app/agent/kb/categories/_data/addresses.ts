import { withQuery } from "../../../_data/list-address";

export const CATEGORIES = "/agent/kb/categories";

/** The tree, with what was just done. */
export function hrefOfCategories(done?: "added" | "saved" | "deleted"): string {
  return withQuery(CATEGORIES, { done: done ?? null });
}

export function hrefOfCategory(id: string): string {
  return `${CATEGORIES}/${encodeURIComponent(id)}`;
}

export function hrefOfNewCategory(parent: string | null): string {
  return withQuery(`${CATEGORIES}/new`, { parent });
}
