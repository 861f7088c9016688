import { detailOf } from "@/lib/actions/details";
import type { ActionResult } from "@/lib/actions/result";
import type { DuePolicy } from "@/lib/policies/types";

/** What the server asked to be accepted when it gave a form back; it is newer than what the page was made with. */
export function askedPolicies(state: ActionResult): DuePolicy[] | undefined {
  if (state.status !== "refused" || state.code !== "POLICIES_NOT_ACCEPTED") return undefined;
  const policies = detailOf(state.details, "policies");
  return Array.isArray(policies) ? (policies as DuePolicy[]) : undefined;
}
