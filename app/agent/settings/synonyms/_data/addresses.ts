import { withQuery } from "../../../_data/list-address";

const SYNONYMS = "/agent/settings/synonyms";

/** The list, with what was just done to which group. */
export function hrefOfSynonyms(query: { done?: string; group?: string } = {}): string {
  return withQuery(SYNONYMS, { done: query.done ?? null, group: query.group ?? null });
}

export function hrefOfGroup(groupId: string): string {
  return `${SYNONYMS}/${encodeURIComponent(groupId)}`;
}
