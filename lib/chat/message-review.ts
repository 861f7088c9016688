import { refuse, type Refusal } from "@/lib/result";
import { findInTexts, viewFindings } from "@/lib/secrets/review";
import type { FindingView } from "@/lib/secrets/types";

export type UnreviewedRefusal = "CHAT_SECRETS";

/** A conversation seals nothing: whoever writes a probable secret is told so once, and may send it as it is, or put it into a ticket. */
export function reviewMessage({ body, secretsKept = [] }: { body: string; secretsKept?: readonly string[] | undefined }): Refusal<UnreviewedRefusal, { findings: FindingView[] }> | null {
  const found = findInTexts({ body });
  if (found.every(({ fingerprint }) => secretsKept.includes(fingerprint))) return null;
  return { ...refuse("CHAT_SECRETS"), details: { findings: viewFindings({ body }, found) } };
}
