import { detailOf } from "@/lib/actions/details";
import type { ActionResult } from "@/lib/actions/result";

/** What the server took for secrets and has now told of: sent again, the message goes as it is. */
export function askedFingerprints(state: ActionResult): string[] {
  if (state.status !== "refused" || state.code !== "CHAT_SECRETS") return [];
  const findings = detailOf(state.details, "findings");
  return Array.isArray(findings) ? findings.flatMap((each) => (typeof detailOf(each, "fingerprint") === "string" ? [String(detailOf(each, "fingerprint"))] : [])) : [];
}
