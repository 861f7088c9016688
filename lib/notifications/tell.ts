import "server-only";
import { z } from "zod";
import { findReader } from "@/lib/auth/person-of-session";
import { mayAuthorise } from "@/lib/billing/policy";
import { isToldConduct } from "@/lib/conduct/events";
import type { Db, Tx } from "@/lib/db/client";
import { whoIsTold, type TicketFacts } from "@/lib/notifications/audience";
import { keepNotifications, type Telling } from "@/lib/notifications/keep";
import { isTold, ticketEventSchemas } from "@/lib/tickets/events";

type Moment = { db: Db; now: Temporal.Instant };

/** Tells whom it concerns what happened to a ticket. Asked twice about one event, they are told once. */
export async function tellTicketEvent({ db, now }: Moment, { eventId }: { eventId: bigint }): Promise<void> {
  await db.$transaction(async (tx) => {
    const event = await tx.ticketEvent.findUnique({
      where: { id: eventId },
      select: { id: true, ticketId: true, type: true, data: true, at: true, actorId: true, actor: { select: { role: true } }, ticket: { select: { requesterId: true, assigneeId: true, departmentId: true } } },
    });
    if (!event || !isTold(event.type)) return;
    const facts = await readFacts(tx, event);
    const told = whoIsTold({ type: event.type, actorId: event.actorId, isByStaff: event.actor !== null && event.actor.role !== "customer" }, facts);
    const about = { ticketEventId: event.id, ticketId: event.ticketId };
    await keepNotifications(tx, { now, tellings: told.map((each): Telling => ({ ...each, source: `ticket-event:${event.id}`, about, at: event.at })) });
  });
}

/** Tells whoever it is about, or who is to decide on an appeal. */
export async function tellConductEvent({ db, now }: Moment, { eventId }: { eventId: bigint }): Promise<void> {
  await db.$transaction(async (tx) => {
    const event = await tx.conductEvent.findUnique({ where: { id: eventId }, select: { id: true, type: true, aboutId: true, actorId: true, at: true } });
    if (!event || !isToldConduct(event.type)) return;
    const admins = event.type === "conduct.appealed" ? await tx.user.findMany({ where: { role: "admin", id: { not: event.aboutId } }, select: { id: true } }) : null;
    const userIds = (admins?.map(({ id }) => id) ?? [event.aboutId]).filter((id) => id !== event.actorId);
    await keepNotifications(tx, { now, tellings: userIds.map((userId): Telling => ({ userId, topic: "conduct", source: `conduct-event:${event.id}`, about: { conductEventId: event.id }, at: event.at })) });
  });
}

/** Tells those who may authorise that a contract's hours, or its days, run out. What is told again after more hours is another telling. */
export async function tellContract({ db, now }: Moment, { contractId }: { contractId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const contract = await tx.contract.findUnique({
      where: { id: contractId },
      select: { id: true, organizationId: true, authorisers: true, namedAuthorisers: { select: { userId: true } }, notices: true, organization: { select: { users: { where: { suspendedAt: null }, select: { id: true } } } } },
    });
    if (!contract) return;
    const authoriserIds = contract.namedAuthorisers.map(({ userId }) => userId);
    const tellings: Telling[] = [];
    for (const { id: userId } of contract.organization.users) {
      const person = await findReader({ db: tx }, userId);
      if (!person || !mayAuthorise(person, { ...contract, authoriserIds })) continue;
      for (const { kind, at } of contract.notices) tellings.push({ userId, topic: "contracts", source: `contract:${contractId}:${kind}:${at.toISOString()}`, about: { contractId, contractNotice: kind }, at });
    }
    await keepNotifications(tx, { now, tellings });
  });
}

type EventRow = { id: bigint; ticketId: string; type: string; data: unknown; at: Date; actorId: string | null; ticket: { requesterId: string; assigneeId: string | null; departmentId: string } };

async function readFacts(tx: Tx, { ticketId, type, data, at, actorId, ticket }: EventRow): Promise<TicketFacts> {
  const assigned = type === "ticket.assigned" ? ticketEventSchemas["ticket.assigned"].parse(data).to : null;
  const followers = await tx.departmentFollow.findMany({ where: { departmentId: ticket.departmentId }, select: { userId: true } });
  const admins = type.startsWith("sla.") ? await tx.user.findMany({ where: { role: "admin", suspendedAt: null }, select: { id: true } }) : [];
  const quote = type.startsWith("quote.") ? await tx.quote.findUnique({ where: { reference: ticketEventSchemas["quote.sent"].parse(data).quote }, select: { createdById: true, sentById: true } }) : null;
  const appointment = type.startsWith("appointment.") ? await tx.appointment.findUnique({ where: { id: ofAppointment.parse(data).appointmentId }, select: { agentId: true } }) : null;
  const ended = type === "ticket.snooze-ended" ? ticketEventSchemas["ticket.snooze-ended"].parse(data) : null;
  // What the customer wrote, and what one did oneself, is known already.
  const snoozerId = ended?.why === "time" ? ended.by : null;
  const concernedId = type === "ticket.escalated" ? ticketEventSchemas["ticket.escalated"].parse(data).to : snoozerId;
  const replies = await tx.ticketEvent.count({ where: { ticketId, type: "ticket.replied", actorId, at } });
  return {
    requesterId: ticket.requesterId,
    assigneeId: ticket.assigneeId,
    followerIds: followers.map(({ userId }) => userId),
    adminIds: admins.map(({ id }) => id),
    assignedId: assigned,
    quoteOwnerIds: quote ? [...new Set([quote.createdById, ...(quote.sentById ? [quote.sentById] : [])])] : [],
    appointmentAgentId: appointment?.agentId ?? null,
    concernedId,
    isWithReply: type !== "ticket.replied" && replies > 0,
  };
}

const ofAppointment = z.object({ appointmentId: z.uuid() });
