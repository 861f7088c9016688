import { detailOf } from "@/lib/actions/details";
import type { ActionResult } from "@/lib/actions/result";
import type { FileFinding, FindingView } from "@/lib/secrets/types";

/** What the server found in a form that it gave back, to be decided by its writer. */
export function askedFindings(state: ActionResult): FindingView[] | undefined {
  if (state.status !== "refused" || state.code !== "SECRETS_NOT_REVIEWED") return undefined;
  const findings = detailOf(state.details, "findings");
  return Array.isArray(findings) ? (findings as FindingView[]) : undefined;
}

const NONE: FileFinding[] = [];

/** The same of its files. */
export function askedFiles(state: ActionResult): FileFinding[] {
  if (state.status !== "refused" || state.code !== "SECRETS_NOT_REVIEWED") return NONE;
  const files = detailOf(state.details, "files");
  return Array.isArray(files) ? (files as FileFinding[]) : NONE;
}
