import type { DuplicateCandidate } from "@/lib/duplicates/types";
import type { DuplicateView } from "@/lib/tickets/types";

export function toDuplicateView(candidate: DuplicateCandidate): DuplicateView {
  return { ...candidate, createdAt: candidate.createdAt.toString() };
}
