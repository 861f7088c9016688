import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import type { RecordOpenedDuplicateInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

/** The person opened a suggested ticket and read it: it has been looked at, and the desk may know. */
export async function recordOpenedDuplicate({ db, actor, now }: Context<CustomerActor>, input: RecordOpenedDuplicateInput): Promise<Result<null, "NOT_FOUND">> {
  const visible = await db.ticket.findFirst({ where: { AND: [{ id: input.candidateTicketId }, visibleTickets(actor)] }, select: { id: true } });
  if (!visible) return refuse("NOT_FOUND");
  await db.duplicateDecision.createMany({
    data: [{
      userId: actor.userId,
      candidateTicketId: input.candidateTicketId,
      submissionKey: input.submissionKey,
      verdict: "opened",
      scoreMilli: 0,
      subject: input.subject,
      decidedAt: toDate(now),
    }],
    skipDuplicates: true,
  });
  return ok(null);
}
