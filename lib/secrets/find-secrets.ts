import { findAccountPairs } from "@/lib/secrets/account-pairs";
import { findCardNumbers } from "@/lib/secrets/card-numbers";
import { findColumns } from "@/lib/secrets/columns";
import { findConnectionStrings } from "@/lib/secrets/connection-strings";
import { findEnvLines } from "@/lib/secrets/env-lines";
import { foldKeepingOffsets } from "@/lib/secrets/fold";
import { findKnownShapes } from "@/lib/secrets/known-shapes";
import { findLabelledValues } from "@/lib/secrets/labelled-values";
import { findPrivateKeys } from "@/lib/secrets/private-keys";
import { publicParts } from "@/lib/secrets/public-parts";
import type { SecretFinding } from "@/lib/secrets/types";

/**
 * Probable secrets in a text, in its order and apart from each other. Reads with expressions whose reach is bounded, so that its time is
 * that of the length. Where two readings overlap, the surer one stands: what says itself what it is, before what is so called.
 */
export function findSecrets(text: string): SecretFinding[] {
  const folded = foldKeepingOffsets(text);
  const hidden = publicParts(text);
  const readings: SecretFinding[][] = [
    findPrivateKeys(text),
    findConnectionStrings(text),
    findEnvLines(text),
    findKnownShapes(text),
    findCardNumbers(text, folded),
    findColumns({ text, folded }),
    findLabelledValues({ text, folded }),
    findAccountPairs({ text, folded }),
  ];
  const kept: SecretFinding[] = [];
  for (const reading of readings) {
    const fresh = apart(reading).filter((finding) => !overlapsSorted(finding, kept) && !overlapsSorted(finding, hidden));
    kept.push(...fresh);
    kept.sort(byStart);
  }
  return kept;
}

function byStart(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return a.start - b.start || b.end - a.end;
}

/** Of overlapping ones the first. */
function apart(findings: SecretFinding[]): SecretFinding[] {
  const sorted = findings.toSorted(byStart);
  let end = -1;
  return sorted.filter((finding) => {
    if (finding.start < end || finding.end <= finding.start) return false;
    end = finding.end;
    return true;
  });
}

function overlapsSorted(finding: SecretFinding, others: readonly { start: number; end: number }[]): boolean {
  return others.some((other) => other.start < finding.end && finding.start < other.end);
}
