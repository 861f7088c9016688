import { askedFindings } from "@/components/secrets/asked-findings";
import { FILE_WARNINGS_ID } from "@/components/secrets/file-warnings";
import { GUARD_ID } from "@/components/secrets/secret-guard";
import type { ActionResult } from "@/lib/actions/result";

/** Where what the server asks about stands in the form: below its text, or below its files. */
export function placeOfSecrets(state: ActionResult): string {
  return askedFindings(state)?.length === 0 ? FILE_WARNINGS_ID : GUARD_ID;
}
