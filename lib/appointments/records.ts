import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import type { TicketEventData, TicketEventType } from "@/lib/tickets/events";
import { toInstant } from "@/lib/time/instants";

const columns = {
  id: true,
  ticketId: true,
  quoteId: true,
  agentId: true,
  kind: true,
  state: true,
  startsAt: true,
  endsAt: true,
  customerConfirmedAt: true,
  agentConfirmedAt: true,
  place: true,
  joinCode: true,
  remoteTool: true,
  startedAt: true,
  calendarUid: true,
  sequence: true,
} as const satisfies Prisma.AppointmentSelect;

export type LockedAppointment = Prisma.AppointmentGetPayload<{ select: typeof columns }>;

/** Locks the appointment's ticket for this transaction and reads both; null when there is none that the actor may see. */
export async function lockAppointment(tx: Tx, actor: Actor, appointmentId: string): Promise<{ ticket: LockedTicket; appointment: LockedAppointment } | null> {
  const found = await tx.appointment.findUnique({ where: { id: appointmentId }, select: { ticketId: true } });
  const ticket = found && (await lockVisibleTicket(tx, actor, found.ticketId));
  if (!ticket) return null;
  return { ticket, appointment: await tx.appointment.findUniqueOrThrow({ where: { id: appointmentId }, select: columns }) };
}

/** What of a row the rules of who may do what look at. */
export function factsOf(row: Pick<LockedAppointment, "state" | "startsAt" | "customerConfirmedAt" | "agentConfirmedAt">) {
  return { state: row.state, startsAt: toInstant(row.startsAt), customerConfirmed: row.customerConfirmedAt !== null, agentConfirmed: row.agentConfirmedAt !== null };
}

/** Writes into the ticket's history what happened to its appointment, and that the ticket changed. */
export async function recordAppointment<T extends Extract<TicketEventType, `appointment.${string}`>>(tx: Tx, { ticket, type, data, actor, now }: {
  ticket: Pick<LockedTicket, "id" | "updatedAt">;
  type: T;
  data: TicketEventData<T>;
  actor: Actor;
  now: Temporal.Instant;
}): Promise<void> {
  await recordTicketEvent(tx, { ticketId: ticket.id, type, data, actor, at: now });
  await updateTicket(tx, ticket, {}, now);
}

/** "2026-11-18T18:00:00Z", as events keep instants. */
export function eventInstant(date: Date): string {
  return toInstant(date).toString();
}
