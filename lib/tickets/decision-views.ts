import type { Prisma } from "@/lib/db/generated/client";
import type { DecisionView } from "@/lib/tickets/types";

const named = { select: { id: true, reference: true, subject: true } } as const;

export const decisionSelect = {
  id: true,
  verdict: true,
  isStaff: true,
  scoreMilli: true,
  subject: true,
  decidedAt: true,
  user: { select: { name: true } },
  withdrawnAt: true,
  withdrawnBy: { select: { name: true } },
  candidate: named,
  ticket: named,
} as const satisfies Prisma.DuplicateDecisionSelect;

type DecisionRow = Prisma.DuplicateDecisionGetPayload<{ select: typeof decisionSelect }>;

/** What was decided about a ticket and others, in the order of time. `ticketId`: the ticket whose page it is. */
export function toDecisionViews(rows: DecisionRow[], ticketId: string): DecisionView[] {
  return rows
    .toSorted((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime() || (a.id < b.id ? -1 : 1))
    .map((row) => {
      const isCandidate = row.candidate.id === ticketId;
      return {
        id: row.id,
        verdict: row.verdict,
        side: isCandidate ? "candidate" : "text",
        by: row.user.name,
        isStaff: row.isStaff,
        at: row.decidedAt.toISOString(),
        other: isCandidate ? row.ticket : row.candidate,
        subject: row.subject,
        scorePercent: Math.round(row.scoreMilli / 10),
        withdrawn: row.withdrawnAt && { by: row.withdrawnBy?.name ?? "", at: row.withdrawnAt.toISOString() },
      };
    });
}
