import { z } from "zod";
import type { ArticleFilter } from "@/lib/kb/articles/queries";
import { searchTextSchema } from "@/lib/kb/schema";

export const ARTICLES = "/agent/kb/articles";
export const NEW_ARTICLE = `${ARTICLES}/new`;
export const LISTED_STATES = ["draft", "review", "published", "archived", "planned", "ahead", "due"] as const;

export type RawQuery = Record<string, string | string[] | undefined>;

export function hrefOfArticle(slug: string): string {
  return `${ARTICLES}/${slug}`;
}

export function hrefOfEdit(slug: string): string {
  return `${hrefOfArticle(slug)}/edit`;
}

export function hrefOfVersions(slug: string, compared?: { from: number; to: number }): string {
  return `${hrefOfArticle(slug)}/versions${compared ? `?from=${compared.from}&to=${compared.to}` : ""}`;
}

export function hrefOfArticles({ text, state, category }: ArticleFilter, after: ArticleFilter["after"]): string {
  const query = new URLSearchParams({
    ...(text ? { q: text } : {}),
    ...(state ? { state } : {}),
    ...(category ? { category } : {}),
    ...(after ? { after: JSON.stringify([after.title, after.id]) } : {}),
  });
  return query.size > 0 ? `${ARTICLES}?${query}` : ARTICLES;
}

const place = z.tuple([z.string().max(500), z.uuid()]);
const states = z.enum(LISTED_STATES);

/** What is no place, state or category narrows nothing. */
export function filterOf(query: RawQuery): ArticleFilter {
  const read = place.safeParse(jsonOf(query.after));
  return {
    text: searchTextSchema.parse(query.q),
    state: states.safeParse(query.state).data ?? null,
    category: z.uuid().safeParse(query.category).data ?? null,
    after: read.success ? { title: read.data[0], id: read.data[1] } : null,
  };
}

const version = z.coerce.number().int().positive().max(2_147_483_647);

/** The two versions that are asked for; by default the newest and the one before it. */
export function comparedIn(query: RawQuery, head: number): { from: number; to: number } {
  return { from: version.safeParse(query.from).data ?? Math.max(1, head - 1), to: version.safeParse(query.to).data ?? head };
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
