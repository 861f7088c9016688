import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { subjectLead } from "@/lib/tickets/draft-message";
import type { JudgedDecision } from "@/lib/tickets/evaluation-labels";
import { visibleTickets } from "@/lib/tickets/visibility";

/** A text of the labelled set: a ticket, or the message that a draft became. */
export type JudgedDocument = { id: string; at: Date; title: string; body: string; org: string };

export type Judged = {
  decisions: JudgedDecision[];
  /** Of each document that a decision names: when it came, and whose it is. */
  documents: Map<string, { at: Date; org: string }>;
  /** The documents that are no tickets. */
  messages: JudgedDocument[];
};

const dated = { select: { id: true, createdAt: true, organizationId: true, requesterId: true } } as const;

/** The decisions that say whether two texts are about one matter. Having opened one says too little, and what was withdrawn says nothing. */
export async function readJudged({ db, actor }: Context<StaffActor>): Promise<Judged> {
  const rows = await db.duplicateDecision.findMany({
    where: { candidate: visibleTickets(actor), verdict: { in: ["added", "different", "merged"] }, withdrawnAt: null },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    select: {
      verdict: true,
      isStaff: true,
      decidedAt: true,
      subject: true,
      candidate: dated,
      ticket: dated,
      message: { select: { id: true, createdAt: true, body: true } },
    },
  });
  const judged: Judged = { decisions: [], documents: new Map(), messages: [] };
  for (const { verdict, isStaff, decidedAt, subject, candidate, ticket, message } of rows) {
    const text = ticket ?? message;
    if (!text || verdict === "opened") continue;
    judged.decisions.push({ text: text.id, candidate: candidate.id, verdict, isStaff, decidedAt: decidedAt.getTime() });
    for (const each of ticket ? [candidate, ticket] : [candidate]) judged.documents.set(each.id, { at: each.createdAt, org: each.organizationId ?? each.requesterId });
    if (ticket || !message) continue;
    // Whoever added to a ticket sees it: the draft was of the candidate's own scope.
    const org = candidate.organizationId ?? candidate.requesterId;
    judged.documents.set(message.id, { at: message.createdAt, org });
    judged.messages.push({ id: message.id, at: message.createdAt, title: subject, body: withoutLead(message.body, subject), org });
  }
  return judged;
}

/** The message begins with the draft's subject where it had one. */
function withoutLead(body: string, subject: string): string {
  const lead = subjectLead(subject);
  return lead !== "" && body.startsWith(lead) ? body.slice(lead.length) : body;
}
