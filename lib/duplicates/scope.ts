import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";
import { SOLVED_COUNTS_FOR_DAYS } from "./thresholds";
import type { TicketScope } from "./types";

/** The scope as a condition on `ticket t`. */
export function inScope(scope: TicketScope): Prisma.Sql {
  switch (scope.kind) {
    case "requester":
      return Prisma.sql`t.requester_id = ${scope.userId}::uuid`;
    case "organization":
      return Prisma.sql`(t.organization_id = ${scope.organizationId}::uuid OR t.requester_id = ${scope.userId}::uuid)`;
    case "all":
      return Prisma.sql`TRUE`;
    default:
      return scope satisfies never;
  }
}

/** Open, or solved a short while ago: what a new ticket can repeat. */
export function isLive(now: Temporal.Instant): Prisma.Sql {
  const since = toDate(now.subtract({ hours: 24 * SOLVED_COUNTS_FOR_DAYS }));
  return Prisma.sql`(t.status IN ('new', 'open', 'pending', 'on_hold') OR (t.status = 'solved' AND t.solved_at >= ${since}::timestamptz))`;
}
