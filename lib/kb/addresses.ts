import type { Audience } from "./audience";
import type { KnowledgeKind } from "./search-types";

/** Where articles are read: by everybody, by customers who signed in, by the desk. */
export const KNOWLEDGE_AREAS = ["public", "portal", "agent"] as const;
export type KnowledgeArea = (typeof KNOWLEDGE_AREAS)[number];

const BASES: Record<KnowledgeArea, string> = { public: "/kb", portal: "/portal/kb", agent: "/agent/kb/read" };

/** The start page of an area, optionally with what was looked for in it. */
export function areaHref(area: KnowledgeArea, query?: string): string {
  return query ? `${BASES[area]}?${new URLSearchParams({ q: query })}` : BASES[area];
}

export function categoryHrefIn(area: KnowledgeArea, slug: string): string {
  return `${BASES[area]}/${slug}`;
}

/** `search` is the token of the search that led there. */
export function articleHrefIn(area: KnowledgeArea, slug: string, search?: string | null): string {
  return `${BASES[area]}/articles/${slug}${searchQuery(search)}`;
}

type Place = { kind: KnowledgeKind; slug: string; /** Everybody unless told. */ audience?: Audience };

/**
 * Where an article or a question is read: where everybody reads it, or in the area of whoever asks when it is not for everybody. `search` is
 * the token of the search that led there, which public/enhance.js takes up.
 */
export function knowledgeHref({ kind, slug, audience = "public" }: Place, search?: string | null, area: "portal" | "agent" = "portal"): string {
  if (kind === "faq") return `/faq${searchQuery(search)}#${slug}`;
  return articleHrefIn(audience === "public" ? "public" : area, slug, search);
}

function searchQuery(search: string | null | undefined): string {
  return search ? `?${new URLSearchParams({ search })}` : "";
}
