import "server-only";
import { actorRunId, actorUserId, type Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { tell } from "@/lib/realtime/tell";
import { nextDueAt } from "@/lib/sla/targets";
import { isTold, isTrigger, RUN_RULES, TELL_EVENT, type TicketEventData, type TicketEventType } from "@/lib/tickets/events";
import { visibleTicketsSql } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

const lockedColumns = {
  id: true,
  reference: true,
  status: true,
  priority: true,
  departmentId: true,
  assigneeId: true,
  requesterId: true,
  organizationId: true,
  contractId: true,
  mergedIntoId: true,
  snoozedUntil: true,
  snoozedById: true,
  updatedAt: true,
} as const satisfies Prisma.TicketSelect;

export type LockedTicket = Prisma.TicketGetPayload<{ select: typeof lockedColumns }>;

/** Locks the ticket for this transaction; null when there is none that the actor may see. */
export async function lockVisibleTicket(tx: Tx, actor: Actor, ticketId: string): Promise<LockedTicket | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM ticket t WHERE t.id = ${ticketId}::uuid AND ${visibleTicketsSql(actor)} FOR UPDATE OF t`;
  return rows.length === 0 ? null : tx.ticket.findUnique({ where: { id: ticketId }, select: lockedColumns });
}

/** The same for a domain above, which decides by rules of its own who may see what it is about. */
export async function lockTicket(tx: Tx, ticketId: string): Promise<LockedTicket> {
  await tx.$queryRaw`SELECT t.id FROM ticket t WHERE t.id = ${ticketId}::uuid FOR UPDATE OF t`;
  return tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: lockedColumns });
}

/** Writes what happened, in the transaction in which it happened: for the history, for those who are listening, and for whoever is to be told later. */
export async function recordTicketEvent<T extends TicketEventType>(tx: Tx, event: {
  ticketId: string;
  type: T;
  data: TicketEventData<T>;
  actor: Actor;
  at: Temporal.Instant;
}): Promise<void> {
  const { id } = await tx.ticketEvent.create({
    select: { id: true },
    data: {
      ticketId: event.ticketId,
      type: event.type,
      data: event.data as Prisma.InputJsonObject,
      actorId: actorUserId(event.actor),
      runId: actorRunId(event.actor),
      at: toDate(event.at),
    },
  });
  if (isTrigger(event.type) && (await isAnyRuleOn(tx))) await enqueue(tx, RUN_RULES, { eventId: String(id) });
  if (isTold(event.type)) await enqueue(tx, TELL_EVENT, { eventId: String(id) });
  await tell(tx, { topic: "ticket", kind: event.type, subjectId: event.ticketId, actorId: actorUserId(event.actor) });
}

/** Most desks have few rules, and most events concern none: a job is enqueued only where one is on. The rows are lib/automation's. */
async function isAnyRuleOn(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOn: boolean }[]>`SELECT EXISTS (SELECT 1 FROM automation_rule WHERE is_on) AS "isOn"`;
  return row?.isOn ?? false;
}

/** Writes the ticket's new state, with what the queue is ordered by. `updatedAt` never goes back. */
export async function updateTicket(tx: Tx, ticket: Pick<LockedTicket, "id" | "updatedAt">, data: Prisma.TicketUncheckedUpdateInput, now: Temporal.Instant): Promise<void> {
  const at = toDate(now);
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { ...data, nextDueAt: await nextDueAt(tx, ticket.id), updatedAt: at > ticket.updatedAt ? at : ticket.updatedAt },
  });
}
