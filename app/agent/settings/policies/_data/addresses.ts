import { withQuery } from "../../../_data/list-address";

export const POLICIES = "/agent/settings/policies";

export type Done = "added" | "saved" | "published" | "discarded";
export const DONE: readonly Done[] = ["added", "saved", "published", "discarded"];

export function hrefOfPolicy(policyId: string, done: Done | null = null): string {
  return withQuery(`${POLICIES}/${encodeURIComponent(policyId)}`, { done });
}

export function hrefOfVersion(policyId: string, number: number): string {
  return `${hrefOfPolicy(policyId)}/versions/${number}`;
}
