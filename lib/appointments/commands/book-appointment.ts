import "server-only";
import { readBookable, type BookableRefusal } from "@/lib/appointments/bookable";
import { inOrderOfChoice } from "@/lib/appointments/choose-agent";
import { anyonesSlots, hasSlot, nearestSlots, readFreeSlots } from "@/lib/appointments/free-slots";
import { listProposals, placeAppointment, slotTaken, untilPlaced, withdrawProposals } from "@/lib/appointments/placing";
import { eventInstant, recordAppointment } from "@/lib/appointments/records";
import type { BookInput } from "@/lib/appointments/schema";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { getSlaInForce } from "@/lib/sla/queries";
import { lockVisibleTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";

export type Booked = { reference: string; appointmentId: string };
type Refusals = "NOT_FOUND" | "TICKET_CLOSED" | "TICKET_MERGED" | "SLOT_TAKEN" | BookableRefusal | BarredRefusal;
type Answer = Result<Booked, Refusals>;

/** A customer takes a slot of any agent who has it: who has the ticket first, then who has least. The desk still confirms it. */
export function bookAppointment(ctx: Context<CustomerActor>, input: BookInput): Promise<Answer> {
  return untilPlaced((): Promise<Answer> => ctx.db.$transaction((tx) => book(tx, ctx, input)));
}

async function book(tx: Tx, { actor, now }: Context<CustomerActor>, input: BookInput): Promise<Answer> {
  const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
  if (!ticket) return refuse("NOT_FOUND");
  const sent = await tx.appointment.findFirst({ where: { bookedById: actor.userId, submissionKey: input.submissionKey, ticketId: ticket.id }, select: { id: true } });
  if (sent) return ok({ reference: ticket.reference, appointmentId: sent.id });
  if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
  const { isEssential } = await tx.department.findUniqueOrThrow({ where: { id: ticket.departmentId }, select: { isEssential: true } });
  const suspended = await refuseSuspended(tx, { userId: actor.userId, isEssential, now });
  if (suspended) return suspended;
  const bookable = await readBookable(tx, ticket.id);
  if (!bookable.ok) return bookable;
  const { quoteId, rules, minutes } = bookable.data;

  // What the desk proposed makes room: one of those times may be the one that is taken.
  const proposals = await listProposals(tx, ticket.id);
  const { calendar } = await getSlaInForce({ db: tx });
  const agents = await readFreeSlots(tx, { calendar, rules, minutes, now, without: proposals.map(({ id }) => id) });
  const chosen = inOrderOfChoice(agents.filter((agent) => hasSlot(agent, input.startsAt)), ticket.assigneeId)[0];
  if (!chosen) return slotTaken(nearestSlots(anyonesSlots(agents), input.startsAt));

  await withdrawProposals(tx, proposals, { ticket, actor, now });
  const placed = await placeAppointment(tx, { ...input, ticketId: ticket.id, quoteId, agentId: chosen.id, minutes, rules, actor, now });
  await recordAppointment(tx, { ticket, type: "appointment.proposed", data: { appointmentId: placed.id, startsAt: eventInstant(placed.startsAt), kind: input.kind }, actor, now });
  return ok({ reference: ticket.reference, appointmentId: placed.id });
}
