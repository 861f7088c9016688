import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";

/** Whoever it was noted for, and the desk; of what lapsed nobody, whether a job has removed it yet or not. A manager sees none of a colleague's. */
export function visibleNotes(actor: PersonActor, now: Temporal.Instant): Prisma.OffChannelNoteWhereInput {
  const open = { expiresAt: { gt: toDate(now) } };
  return actor.kind === "staff" ? open : { ...open, customerId: actor.userId };
}
