import { withQuery } from "../../../_data/list-address";

export const FAQ = "/agent/kb/faq";

export const FAQ_DONE = ["added", "saved", "archived", "unarchived", "restored", "groupAdded", "groupSaved", "groupDeleted"] as const;
export type FaqDone = (typeof FAQ_DONE)[number];

/** The groups, with what was just done. */
export function hrefOfFaq(done?: FaqDone): string {
  return withQuery(FAQ, { done: done ?? null });
}

export function hrefOfEntry(id: string): string {
  return `${FAQ}/${encodeURIComponent(id)}`;
}

export function hrefOfVersions(id: string): string {
  return `${hrefOfEntry(id)}/versions`;
}

export function hrefOfNewEntry(group: string | null): string {
  return withQuery(`${FAQ}/new`, { group });
}
