import "server-only";
import { quoteOfChange } from "@/lib/appointments/change-quote";
import { canChange } from "@/lib/appointments/policy";
import { writeCost } from "@/lib/appointments/work-time";
import { eventInstant, factsOf, lockAppointment, recordAppointment } from "@/lib/appointments/records";
import type { CancelInput } from "@/lib/appointments/schema";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ reference: string }, "NOT_FOUND" | "APPOINTMENT_OVER" | "APPOINTMENT_BEGAN" | "CHANGE_COSTS">;

/** Ends an appointment before it begins. What a late change costs was shown before, and is asked about again when it became more. */
export function cancelAppointment({ db, actor, now }: Context<PersonActor>, input: CancelInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const locked = await lockAppointment(tx, actor, input.appointmentId);
    if (!locked) return refuse("NOT_FOUND");
    const { ticket, appointment } = locked;
    if (appointment.state === "cancelled") return ok({ reference: ticket.reference });
    if (appointment.state === "finished" || appointment.state === "missed") return refuse("APPOINTMENT_OVER");
    if (!canChange(actor, factsOf(appointment), now)) return refuse("APPOINTMENT_BEGAN");
    const { costMinutes } = await quoteOfChange(tx, appointment, { actor, now });
    if (costMinutes > input.seenCost) return refuse("CHANGE_COSTS", { minutes: costMinutes });

    await tx.appointment.update({
      where: { id: appointment.id },
      data: {
        state: "cancelled",
        cancelledAt: toDate(now),
        cancelledById: actor.userId,
        cancelReason: input.reason === "" ? null : input.reason,
        costMinutes,
        joinCode: null,
        sequence: { increment: 1 },
        updatedAt: toDate(now),
      },
    });
    await writeCost(tx, { appointment, costMinutes, at: now });
    await recordAppointment(tx, { ticket, type: "appointment.cancelled", data: { appointmentId: appointment.id, startsAt: eventInstant(appointment.startsAt), cost: String(costMinutes), why: "asked" }, actor, now });
    return ok({ reference: ticket.reference });
  });
}
