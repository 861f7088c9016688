import type { SearchHit } from "@/components/kb/search-hit";
import { getTranslator } from "@/lib/i18n/translator";
import { articleHrefIn, knowledgeHref, type KnowledgeArea } from "@/lib/kb/addresses";
import type { KnowledgeHit } from "@/lib/kb/search-types";

/** A hit as the search box and the page of results show it. @param token of the search that found it, where it is kept */
export function searchHit(hit: KnowledgeHit, token: string | null = null): SearchHit {
  const t = getTranslator("kb");
  const kind = hit.kind === "article" ? t("search.kindArticle") : t("search.kindFaq");
  return {
    href: knowledgeHref(hit, token),
    label: hit.category ? `${kind} · ${hit.category.name}` : kind,
    title: hit.titleSegments,
    passage: hit.passage,
  };
}

/** The same within an area: its articles are read there, and those that are not for everybody say so. */
export function searchHitIn(area: KnowledgeArea, hit: KnowledgeHit, token: string | null): SearchHit {
  const plain = searchHit(hit, token);
  const label = hit.audience === "public" ? plain.label : `${plain.label} · ${getTranslator("kbCategories")(`audience.${hit.audience}`)}`;
  return { ...plain, label, href: hit.kind === "article" ? articleHrefIn(area, hit.slug, token) : plain.href };
}
