import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import type { StreamRow, Topic } from "@/lib/realtime/topics";
import { changeOf, isToldToCustomers } from "@/lib/tickets/stream-changes";
import { visibleToPeopleSql } from "@/lib/tickets/visibility";

/** Tickets: to whoever may see the ticket now, and of customers only what is theirs to know. */
export const ticketTopic: Topic = {
  name: "ticket",
  async look(db, rows, people) {
    const viewers = await listViewers(db, rows, people);
    return rows.flatMap((row) =>
      (viewers.get(row.subjectId) ?? [])
        .filter(({ isStaff }) => isStaff || isToldToCustomers(row.kind))
        .map(({ userId, reference }) => ({ row, userId, news: { topic: "ticket", reference, change: changeOf(row.kind), isOwn: row.actorId === userId } })),
    );
  },
};

/** Who of the desk is looking at a ticket: the desk's own business. */
export const presenceTopic: Topic = {
  name: "presence",
  async look(db, rows, people) {
    const viewers = await listViewers(db, rows, people);
    return rows.flatMap((row) =>
      (viewers.get(row.subjectId) ?? [])
        .filter(({ isStaff, userId }) => isStaff && userId !== row.actorId)
        .map(({ userId, reference }) => ({ row, userId, news: { topic: "presence", reference } })),
    );
  },
};

type Viewer = { ticketId: string; reference: string; userId: string; isStaff: boolean };

/** By ticket, those who may see it, in one query for all who listen. */
async function listViewers(db: Db, rows: readonly StreamRow[], people: readonly PersonActor[]): Promise<Map<string, Viewer[]>> {
  const [tickets, listening] = [[...new Set(rows.map((row) => row.subjectId))], people.map((person) => person.userId)];
  const found = await db.$queryRaw<Viewer[]>`
    SELECT t.id AS "ticketId", t.reference, u.id AS "userId", u.role <> 'customer' AS "isStaff"
    FROM ticket t JOIN app_user u ON u.suspended_at IS NULL AND ${visibleToPeopleSql}
    WHERE t.id = ANY(${tickets}::uuid[]) AND u.id = ANY(${listening}::uuid[])`;
  return Map.groupBy(found, (each) => each.ticketId);
}
