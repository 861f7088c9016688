import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { MAX_LIMIT } from "@/lib/duplicates/thresholds";
import type { DuplicateCandidate, TicketDraft } from "@/lib/duplicates/types";
import { searchScope } from "@/lib/tickets/visibility";

/** The likely duplicates of a draft or ticket among the tickets that the actor may see. */
export function findDuplicatesFor({ db, actor, now }: Context<Actor>, { draft, excludeTicketId, limit }: {
  draft: TicketDraft;
  excludeTicketId?: string;
  limit?: number;
}): Promise<DuplicateCandidate[]> {
  const { subject, body, productId, departmentId } = draft;
  return findDuplicates({ db, now }, {
    draft: { subject, body, productId: productId ?? null, departmentId: departmentId ?? null },
    scope: searchScope(actor),
    ...(excludeTicketId ? { excludeTicketId } : {}),
    ...(limit ? { limit } : {}),
  });
}

/**
 * The finder's probability in thousandths, by ticket, for what is decided about a text: reckoned here, because a number from the browser
 * proves nothing. A ticket that the finder would not list has none.
 */
export async function scoresFor(ctx: Context<Actor>, input: { draft: TicketDraft; excludeTicketId?: string }): Promise<Map<string, number>> {
  const candidates = await findDuplicatesFor(ctx, { ...input, limit: MAX_LIMIT });
  return new Map(candidates.map(({ ticketId, score }) => [ticketId, Math.round(score * 1000)]));
}
