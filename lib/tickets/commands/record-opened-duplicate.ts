import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { scoresFor } from "@/lib/tickets/find-duplicates-for";
import type { RecordOpenedDuplicateInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

/** The person opened a suggested ticket and read it: it has been looked at, and the desk may know for what text it was suggested. */
export async function recordOpenedDuplicate(ctx: Context<CustomerActor>, input: RecordOpenedDuplicateInput): Promise<Result<null, "NOT_FOUND">> {
  const { db, actor, now } = ctx;
  const visible = await db.ticket.findFirst({ where: { AND: [{ id: input.candidateTicketId }, visibleTickets(actor)] }, select: { id: true } });
  if (!visible) return refuse("NOT_FOUND");
  const scores = await scoresFor(ctx, { draft: input });
  await db.duplicateDecision.createMany({
    data: [{
      userId: actor.userId,
      isStaff: false,
      candidateTicketId: input.candidateTicketId,
      submissionKey: input.submissionKey,
      verdict: "opened",
      scoreMilli: scores.get(input.candidateTicketId) ?? 0,
      // Nobody was asked yet about what stands in an unsent text.
      subject: hideSecrets(input.subject),
      body: hideSecrets(input.body),
      decidedAt: toDate(now),
    }],
    skipDuplicates: true,
  });
  return ok(null);
}
