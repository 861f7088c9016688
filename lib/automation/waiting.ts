import "server-only";
import { TURN_BEGINS } from "@/lib/automation/replay";
import type { RuleTrigger } from "@/lib/automation/rule";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { addBusinessMinutes, latestStartFor, type BusinessCalendar } from "@/lib/sla/business-time";
import { toDate } from "@/lib/time/instants";

const MINUTES_OF_A_DAY = 24 * 60;

/** The instant at which so many business days have gone by since another: all hours of a working day count, weekends and holidays do not. */
export function businessDaysAfter(calendar: BusinessCalendar, since: Temporal.Instant, days: number): Temporal.Instant {
  return addBusinessMinutes(calendar, since, days * MINUTES_OF_A_DAY, "business-days");
}

/** What began until then has lasted so many business days at `now`. */
export function begunBusinessDaysBefore(calendar: BusinessCalendar, now: Temporal.Instant, days: number): Temporal.Instant {
  return latestStartFor(calendar, now, days * MINUTES_OF_A_DAY, "business-days");
}

export type Wait = { ticketId: string; since: Date };

/**
 * Tickets that wait for their customer, or are solved, since some moment after `after` and not after `until`, oldest first. Since when says
 * the trail: being asked again begins the wait anew.
 */
export async function listWaits(db: Db, trigger: Extract<RuleTrigger, "waiting" | "solved_since">, { after, until }: { after: Temporal.Instant; until: Temporal.Instant }): Promise<Wait[]> {
  const window = (since: Prisma.Sql) => Prisma.sql`${since} > ${toDate(after).toISOString()}::timestamptz AND ${since} <= ${toDate(until).toISOString()}::timestamptz`;
  if (trigger === "solved_since") {
    return db.$queryRaw<Wait[]>`SELECT t.id AS "ticketId", t.solved_at AS since FROM ticket t WHERE t.status = 'solved' AND ${window(Prisma.sql`t.solved_at`)} ORDER BY t.solved_at, t.id LIMIT ${WAITS_MAX}`;
  }
  return db.$queryRaw<Wait[]>`
    SELECT t.id AS "ticketId", w.since FROM ticket t
    CROSS JOIN LATERAL (SELECT max(e.at) AS since FROM ticket_event e WHERE e.ticket_id = t.id AND e.type = ANY(${[...TURN_BEGINS]})) w
    WHERE t.status = 'pending' AND ${window(Prisma.sql`w.since`)} ORDER BY w.since, t.id LIMIT ${WAITS_MAX}`;
}

/** More than a desk has waiting; what is beyond them waits for a later look. */
const WAITS_MAX = 5000;
