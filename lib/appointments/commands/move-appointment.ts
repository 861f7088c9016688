import "server-only";
import { readWorkToBook } from "@/lib/appointments/authorised-work";
import { quoteOfChange } from "@/lib/appointments/change-quote";
import { inOrderOfChoice } from "@/lib/appointments/choose-agent";
import { anyonesSlots, hasSlot, nearestSlots, readFreeSlots } from "@/lib/appointments/free-slots";
import type { Booked } from "@/lib/appointments/commands/book-appointment";
import { placeAppointment, slotTaken, untilPlaced } from "@/lib/appointments/placing";
import { canChange, sideOf } from "@/lib/appointments/policy";
import { eventInstant, factsOf, lockAppointment, recordAppointment } from "@/lib/appointments/records";
import type { MoveInput } from "@/lib/appointments/schema";
import { readAppointmentRules } from "@/lib/appointments/settings";
import { writeCost } from "@/lib/appointments/work-time";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { GateRefusal } from "@/lib/billing/gate";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { getSlaInForce } from "@/lib/sla/queries";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals = "NOT_FOUND" | "APPOINTMENT_OVER" | "APPOINTMENT_BEGAN" | "CHANGE_COSTS" | "SLOT_TAKEN" | "SAME_TIME" | GateRefusal;
type Answer = Result<Booked, Refusals>;

/**
 * Another time for the same appointment: a new row that its calendar entry follows, proposed by whoever moves it; the other side confirms
 * anew. Same length, same agent where that one is free; the customer may be given another, the desk keeps its own.
 */
export function moveAppointment(ctx: Context<PersonActor>, input: MoveInput): Promise<Answer> {
  return untilPlaced((): Promise<Answer> => ctx.db.$transaction((tx) => move(tx, ctx, input)));
}

async function move(tx: Tx, { actor, now }: Context<PersonActor>, input: MoveInput): Promise<Answer> {
  const locked = await lockAppointment(tx, actor, input.appointmentId);
  if (!locked) return refuse("NOT_FOUND");
  const { ticket, appointment } = locked;
  const sent = await tx.appointment.findFirst({ where: { bookedById: actor.userId, submissionKey: input.submissionKey, ticketId: ticket.id }, select: { id: true } });
  if (sent) return ok({ reference: ticket.reference, appointmentId: sent.id });
  if (!canChange(actor, factsOf(appointment), now)) return refuse(appointment.state === "confirmed" || appointment.state === "proposed" ? "APPOINTMENT_BEGAN" : "APPOINTMENT_OVER");
  if (Temporal.Instant.compare(toInstant(appointment.startsAt), input.startsAt) === 0) return refuse("SAME_TIME");
  const work = await readWorkToBook(tx, ticket.id);
  if (!work.ok) return refuse(work.code);
  if (work.authorisation.quoteId !== appointment.quoteId) return refuse("WORK_CLOSED");
  const { costMinutes } = await quoteOfChange(tx, appointment, { actor, now });
  if (costMinutes > input.seenCost) return refuse("CHANGE_COSTS", { minutes: costMinutes });
  const rules = await readAppointmentRules(tx);
  const { calendar } = await getSlaInForce({ db: tx });
  const minutes = (appointment.endsAt.getTime() - appointment.startsAt.getTime()) / 60_000;
  const onlyAgent = sideOf(actor) === "desk" ? { agentId: appointment.agentId } : {};
  const agents = await readFreeSlots(tx, { calendar, rules, minutes, now, without: [appointment.id], ...onlyAgent });
  const chosen = inOrderOfChoice(agents.filter((agent) => hasSlot(agent, input.startsAt)), appointment.agentId)[0];
  if (!chosen) return slotTaken(nearestSlots(anyonesSlots(agents), input.startsAt));

  await tx.appointment.update({
    where: { id: appointment.id },
    data: { state: "cancelled", cancelledAt: toDate(now), cancelledById: actor.userId, costMinutes, joinCode: null, updatedAt: toDate(now) },
  });
  await writeCost(tx, { appointment, costMinutes, at: now });
  const { kind, quoteId, place, remoteTool, calendarUid, sequence } = appointment;
  const placed = await placeAppointment(tx, {
    ticketId: ticket.id, quoteId, agentId: chosen.id, kind, startsAt: input.startsAt, minutes, phone: null, rules, submissionKey: input.submissionKey, actor, now,
    moved: { id: appointment.id, calendarUid, sequence, place, remoteTool },
  });
  const data = { appointmentId: placed.id, from: eventInstant(appointment.startsAt), startsAt: eventInstant(placed.startsAt), cost: String(costMinutes) };
  await recordAppointment(tx, { ticket, type: "appointment.moved", data, actor, now });
  return ok({ reference: ticket.reference, appointmentId: placed.id });
}
