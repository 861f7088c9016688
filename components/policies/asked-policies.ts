import { useState } from "react";
import { detailOf } from "@/lib/actions/details";
import type { ActionResult } from "@/lib/actions/result";
import type { DuePolicy } from "@/lib/policies/types";

/** What the server asked to be accepted when it gave a form back; it is newer than what the page was made with. */
export function askedPolicies(state: ActionResult): DuePolicy[] | undefined {
  if (state.status !== "refused" || state.code !== "POLICIES_NOT_ACCEPTED") return undefined;
  const policies = detailOf(state.details, "policies");
  return Array.isArray(policies) ? (policies as DuePolicy[]) : undefined;
}

/**
 * What the form asks to be accepted now. What the server asked for stays asked for when it gives the form back for another reason: the
 * box that was ticked must go along with the next try. @param given what the page was made with
 */
export function useAskedPolicies(state: ActionResult, given: DuePolicy[]): DuePolicy[] {
  const asked = askedPolicies(state);
  const [newest, setNewest] = useState(asked);
  if (asked && asked !== newest) setNewest(asked);
  return asked ?? newest ?? given;
}
