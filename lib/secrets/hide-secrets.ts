import { findSecrets } from "@/lib/secrets/find-secrets";
import { replaceSpan } from "@/lib/secrets/marks";

const COVER = "\u{1f512}";

/** The text for what is kept beside a message and nobody was asked about: records of searches, evidence. */
export function hideSecrets(text: string): string {
  return findSecrets(text).toReversed().reduce((covered, finding) => replaceSpan(covered, finding, COVER), text);
}
