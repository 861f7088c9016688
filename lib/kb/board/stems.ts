import { analyseText } from "@/lib/search/analysis";

export type SearchGroup = { terms: string; searches: number; none: number; tickets: number };

/** Searches that mean the same words: "facturas de correo" and "factura correo" are one. Of their ways to be written, the most frequent is shown. */
export function groupByStem(rows: readonly SearchGroup[]): SearchGroup[] {
  const groups = Map.groupBy(rows, ({ terms }) => stemsOf(terms));
  return [...groups.values()]
    .map((group) => ({ terms: group.toSorted((a, b) => b.searches - a.searches)[0]!.terms, searches: sum(group, "searches"), none: sum(group, "none"), tickets: sum(group, "tickets") }))
    .toSorted((a, b) => b.none + b.tickets - (a.none + a.tickets) || b.searches - a.searches || a.terms.localeCompare(b.terms, "es"));
}

function stemsOf(terms: string): string {
  return [...analyseText({ title: "", body: terms, language: "es" }).terms.keys()].toSorted().join(" ");
}

function sum(group: readonly SearchGroup[], field: "searches" | "none" | "tickets"): number {
  return group.reduce((total, each) => total + each[field], 0);
}

/** How much of what somebody wrote about an article speaks of: the share of its words, by their stems, from 0 to 1. */
export function likeness(subject: string, article: { title: string; summary: string; tags: readonly string[] }): number {
  const asked = analyseText({ title: "", body: subject, language: "es" }).terms;
  if (asked.size === 0) return 0;
  const said = analyseText({ title: article.title, body: `${article.summary}\n${article.tags.join(", ")}`, language: "es" }).terms;
  return [...asked.keys()].filter((term) => said.has(term)).length / asked.size;
}
