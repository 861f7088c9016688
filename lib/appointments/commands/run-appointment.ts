import "server-only";
import { costOfMissing } from "@/lib/appointments/change-rules";
import { readLeft } from "@/lib/appointments/change-quote";
import { canMarkMissed, canStart } from "@/lib/appointments/policy";
import { eventInstant, factsOf, lockAppointment, recordAppointment } from "@/lib/appointments/records";
import type { AppointmentIdInput, MissInput, StopInput } from "@/lib/appointments/schema";
import { readAppointmentRules } from "@/lib/appointments/settings";
import { writeCost, writeWorked, type Worked } from "@/lib/appointments/work-time";
import { readWorkToBook } from "@/lib/appointments/authorised-work";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { GateRefusal } from "@/lib/billing/gate";
import type { Tx } from "@/lib/db/client";
import { isConstraintError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { toDate } from "@/lib/time/instants";

type Started = Result<{ reference: string }, "NOT_FOUND" | "FORBIDDEN" | "APPOINTMENT_OVER" | "APPOINTMENT_NOT_CONFIRMED" | "APPOINTMENT_TOO_EARLY" | "ANOTHER_UNDER_WAY" | GateRefusal>;

/** The session begins; its minutes count from now. */
export async function startAppointment({ db, actor, now }: Context<StaffActor>, { appointmentId }: AppointmentIdInput): Promise<Started> {
  try {
    return await db.$transaction((tx) => start(tx, { actor, now }, appointmentId));
  } catch (error) {
    // Two sessions of one agent, of different tickets, were begun at once: the database lets one through.
    if (isConstraintError(error, "appointment_one_under_way")) return refuse("ANOTHER_UNDER_WAY");
    throw error;
  }
}

async function start(tx: Tx, { actor, now }: Pick<Context<StaffActor>, "actor" | "now">, appointmentId: string): Promise<Started> {
  const locked = await lockAppointment(tx, actor, appointmentId);
  if (!locked) return refuse("NOT_FOUND");
  const { ticket, appointment } = locked;
  if (!canWorkOn(actor)) return refuse("FORBIDDEN");
  if (appointment.state === "under_way") return ok({ reference: ticket.reference });
  if (appointment.state === "proposed") return refuse("APPOINTMENT_NOT_CONFIRMED");
  if (appointment.state !== "confirmed") return refuse("APPOINTMENT_OVER");
  if (!canStart(actor, factsOf(appointment), now)) return refuse("APPOINTMENT_TOO_EARLY");
  const work = await readWorkToBook(tx, ticket.id);
  if (!work.ok) return refuse(work.code);
  if (work.authorisation.quoteId !== appointment.quoteId) return refuse("WORK_CLOSED");
  if (await tx.appointment.count({ where: { agentId: appointment.agentId, state: "under_way" } })) return refuse("ANOTHER_UNDER_WAY");

  await tx.appointment.update({ where: { id: appointment.id }, data: { state: "under_way", startedAt: toDate(now), updatedAt: toDate(now) } });
  await recordAppointment(tx, { ticket, type: "appointment.started", data: { appointmentId: appointment.id }, actor, now });
  return ok({ reference: ticket.reference });
}

type Stopped = Result<{ reference: string } & Worked, "NOT_FOUND" | "FORBIDDEN" | "APPOINTMENT_NOT_UNDER_WAY">;

/** The session ends: its minutes become time under the authorisation, and what goes beyond it is recorded as not billed. Its code is void. */
export function stopAppointment({ db, actor, now }: Context<StaffActor>, { appointmentId, description }: StopInput): Promise<Stopped> {
  return db.$transaction(async (tx): Promise<Stopped> => {
    const locked = await lockAppointment(tx, actor, appointmentId);
    if (!locked) return refuse("NOT_FOUND");
    const { ticket, appointment } = locked;
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (appointment.state !== "under_way") return refuse("APPOINTMENT_NOT_UNDER_WAY");

    const worked = await writeWorked(tx, { ticket, appointment, description, actor, now });
    await tx.appointment.update({ where: { id: appointment.id }, data: { state: "finished", endedAt: toDate(now), joinCode: null, updatedAt: toDate(now) } });
    const data = { appointmentId: appointment.id, minutes: String(worked.minutes), billable: String(worked.billableMinutes) };
    await recordAppointment(tx, { ticket, type: "appointment.finished", data, actor, now });
    return ok({ reference: ticket.reference, ...worked });
  });
}

type Missed = Result<{ reference: string }, "NOT_FOUND" | "FORBIDDEN" | "APPOINTMENT_OVER" | "APPOINTMENT_NOT_CONFIRMED" | "APPOINTMENT_NOT_MISSED">;

/** One side was not there. The customer's absence costs as a late change does; the desk's costs the customer nothing. */
export function missAppointment({ db, actor, now }: Context<StaffActor>, { appointmentId, missedBy }: MissInput): Promise<Missed> {
  return db.$transaction(async (tx): Promise<Missed> => {
    const locked = await lockAppointment(tx, actor, appointmentId);
    if (!locked) return refuse("NOT_FOUND");
    const { ticket, appointment } = locked;
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (appointment.state === "missed") return ok({ reference: ticket.reference });
    if (appointment.state === "proposed") return refuse("APPOINTMENT_NOT_CONFIRMED");
    if (appointment.state !== "confirmed") return refuse("APPOINTMENT_OVER");
    if (!canMarkMissed(actor, factsOf(appointment), now)) return refuse("APPOINTMENT_NOT_MISSED");
    const costMinutes = costOfMissing({ rules: await readAppointmentRules(tx), missedBy, leftMinutes: await readLeft(tx, appointment.quoteId) });

    await tx.appointment.update({ where: { id: appointment.id }, data: { state: "missed", costMinutes, joinCode: null, updatedAt: toDate(now) } });
    await writeCost(tx, { appointment, costMinutes, isMissed: true, at: now });
    const data = { appointmentId: appointment.id, startsAt: eventInstant(appointment.startsAt), by: missedBy, cost: String(costMinutes) };
    await recordAppointment(tx, { ticket, type: "appointment.missed", data, actor, now });
    return ok({ reference: ticket.reference });
  });
}
