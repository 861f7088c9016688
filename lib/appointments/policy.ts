import { DOOR_MINUTES, MISSED_AFTER_MINUTES } from "@/lib/appointments/rules";
import type { AppointmentState, Side } from "@/lib/appointments/types";
import type { Actor } from "@/lib/auth/actor";

/** Who may do what to an appointment of a ticket that they may see (lib/tickets/visibility.ts decides that), and when. */

export function canEditAppointmentSettings(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** An agent's week and absences are the agent's own and the administrators'. */
export function canEditAvailability(actor: Actor, agentId: string): boolean {
  return actor.kind === "staff" && (actor.userId === agentId || actor.role === "admin");
}

export function sideOf(actor: Actor): Side {
  return actor.kind === "customer" ? "customer" : "desk";
}

type Facts = { state: AppointmentState; startsAt: Temporal.Instant; customerConfirmed: boolean; agentConfirmed: boolean };

/** Whose word is still wanted. */
export function awaitedSide({ state, customerConfirmed, agentConfirmed }: Omit<Facts, "startsAt">): Side | null {
  if (state !== "proposed") return null;
  if (!customerConfirmed) return "customer";
  return agentConfirmed ? null : "desk";
}

export function canConfirm(actor: Actor, appointment: Facts, now: Temporal.Instant): boolean {
  return awaitedSide(appointment) === sideOf(actor) && isBefore(now, appointment.startsAt);
}

/** Before it begins; what began is stopped, or was missed. */
export function canChange(_actor: Actor, { state, startsAt }: Pick<Facts, "state" | "startsAt">, now: Temporal.Instant): boolean {
  return (state === "proposed" || state === "confirmed") && isBefore(now, startsAt);
}

/** From DOOR_MINUTES before it: an earlier start would be another appointment. */
export function canStart(actor: Actor, { state, startsAt }: Pick<Facts, "state" | "startsAt">, now: Temporal.Instant): boolean {
  return actor.kind === "staff" && state === "confirmed" && !isBefore(now, startsAt.subtract({ minutes: DOOR_MINUTES }));
}

export function canStop(actor: Actor, { state }: Pick<Facts, "state">): boolean {
  return actor.kind === "staff" && state === "under_way";
}

export function canMarkMissed(actor: Actor, { state, startsAt }: Pick<Facts, "state" | "startsAt">, now: Temporal.Instant): boolean {
  return actor.kind === "staff" && state === "confirmed" && !isBefore(now, startsAt.add({ minutes: MISSED_AFTER_MINUTES }));
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
