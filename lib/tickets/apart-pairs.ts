import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { pairOf, type TicketPair } from "@/lib/duplicates/links";

/** What the desk said, and has not taken back: these two are not the same matter. */
export const SAID_DIFFERENT = { isStaff: true, verdict: "different", withdrawnAt: null } as const satisfies Prisma.DuplicateDecisionWhereInput;

/** The pairs of a ticket with others, whichever of the two was looked at. */
export function ofPairs(ticketId: string, otherIds: readonly string[]): Prisma.DuplicateDecisionWhereInput {
  const others = { in: [...otherIds] };
  return { OR: [{ ticketId, candidateTicketId: others }, { candidateTicketId: ticketId, ticketId: others }] };
}

/** Whom the desk keeps apart among these tickets. */
export async function readApartPairs(db: Db | Tx, ticketIds: readonly string[]): Promise<TicketPair[]> {
  const among = { in: [...ticketIds] };
  const rows = await db.duplicateDecision.findMany({
    where: { ...SAID_DIFFERENT, ticketId: among, candidateTicketId: among },
    select: { ticketId: true, candidateTicketId: true },
  });
  return rows.flatMap(({ ticketId, candidateTicketId }) => (ticketId ? [pairOf(ticketId, candidateTicketId)] : []));
}

/** The tickets that the desk keeps apart from this one. */
export async function readApartFrom(db: Db | Tx, ticketId: string): Promise<Set<string>> {
  const rows = await db.duplicateDecision.findMany({
    where: { ...SAID_DIFFERENT, OR: [{ ticketId }, { candidateTicketId: ticketId }] },
    select: { ticketId: true, candidateTicketId: true },
  });
  return new Set(rows.flatMap((row) => [row.ticketId, row.candidateTicketId]).filter((id): id is string => id !== null && id !== ticketId));
}
