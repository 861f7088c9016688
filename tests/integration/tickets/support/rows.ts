import { toInstant } from "@/lib/time/instants";
import { testDb } from "@/tests/support/db";

/** What stands in the database about a ticket, in words that a test can compare. */

export type TargetRow = {
  kind: string;
  minutes: number;
  startedAt: string;
  dueAt: string | null;
  pausedAt: string | null;
  fulfilledAt: string | null;
  cancelledAt: string | null;
  breachedAt: string | null;
  /** "activated 2026-11-18T12:00" */
  events: string[];
};

/** The promises of a ticket, oldest first. Instants as wall time of Mexico City. */
export async function targetsOf(ticketId: string): Promise<TargetRow[]> {
  const rows = await testDb().ticketSlaTarget.findMany({
    where: { ticketId },
    orderBy: [{ startedAt: "asc" }, { kind: "asc" }],
    include: { events: { orderBy: { id: "asc" } } },
  });
  return rows.map((row) => ({
    kind: row.kind,
    minutes: row.minutes,
    startedAt: wall(row.startedAt)!,
    dueAt: wall(row.dueAt),
    pausedAt: wall(row.pausedAt),
    fulfilledAt: wall(row.fulfilledAt),
    cancelledAt: wall(row.cancelledAt),
    breachedAt: wall(row.breachedAt),
    events: row.events.map((event) => `${event.type} ${wall(event.at)}`),
  }));
}

/** The only promise of a kind. */
export async function targetOf(ticketId: string, kind: string): Promise<TargetRow> {
  const found = (await targetsOf(ticketId)).filter((target) => target.kind === kind);
  if (found.length !== 1) throw new Error(`There are ${found.length} promises of the kind ${kind}, not one.`);
  return found[0]!;
}

export async function eventsOf(ticketId: string): Promise<string[]> {
  const rows = await testDb().ticketEvent.findMany({ where: { ticketId }, orderBy: { id: "asc" }, include: { actor: { select: { name: true } } } });
  return rows.map((row) => `${row.type} by ${row.actor?.name ?? "the system"}`);
}

export async function ticketState(ticketId: string) {
  const row = await testDb().ticket.findUniqueOrThrow({ where: { id: ticketId }, include: { assignee: { select: { name: true } } } });
  return {
    status: row.status,
    priority: row.priority,
    assignee: row.assignee?.name ?? null,
    nextDueAt: wall(row.nextDueAt),
    updatedAt: wall(row.updatedAt),
    solvedAt: wall(row.solvedAt),
    closedAt: wall(row.closedAt),
    lastCustomerMessageAt: wall(row.lastCustomerMessageAt),
    lastAgentReplyAt: wall(row.lastAgentReplyAt),
    mergedIntoId: row.mergedIntoId,
  };
}

export type Job = { name: string; data: Record<string, unknown>; startAfter: string };

/** The jobs that wait for the ticket's promises, first due first. */
export async function breachJobsOf(ticketId: string): Promise<Job[]> {
  const rows = await testDb().$queryRaw<{ name: string; data: Record<string, unknown>; startAfter: Date }[]>`
    SELECT j.name, j.data, j.start_after AS "startAfter" FROM pgboss.job j
    JOIN ticket_sla_target t ON t.id::text = j.data ->> 'targetId'
    WHERE t.ticket_id = ${ticketId}::uuid AND j.name = 'sla.record-breach' ORDER BY j.start_after`;
  return rows.map((row) => ({ ...row, startAfter: wall(row.startAfter)! }));
}

/** "2026-11-18T12:00", with seconds only where there are some. */
export function wall(date: Date | null): string | null {
  if (!date) return null;
  const time = toInstant(date).toZonedDateTimeISO("America/Mexico_City").toPlainDateTime();
  return time.second === 0 && time.millisecond === 0 ? time.toString({ smallestUnit: "minute" }) : time.toString();
}
