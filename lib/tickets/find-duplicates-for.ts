import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import type { DuplicateCandidate, TicketDraft } from "@/lib/duplicates/types";
import { searchScope } from "@/lib/tickets/visibility";

/** The likely duplicates of a draft or ticket among the tickets that the actor may see. */
export function findDuplicatesFor({ db, actor, now }: Context<Actor>, { draft, excludeTicketId }: {
  draft: TicketDraft;
  excludeTicketId?: string;
}): Promise<DuplicateCandidate[]> {
  const { subject, body, productId, departmentId } = draft;
  return findDuplicates({ db, now }, {
    draft: { subject, body, productId: productId ?? null, departmentId: departmentId ?? null },
    scope: searchScope(actor),
    ...(excludeTicketId ? { excludeTicketId } : {}),
  });
}
