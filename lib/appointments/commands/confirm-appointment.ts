import "server-only";
import { listProposals, withdrawProposals } from "@/lib/appointments/placing";
import { awaitedSide, canConfirm, sideOf } from "@/lib/appointments/policy";
import { eventInstant, factsOf, lockAppointment, recordAppointment } from "@/lib/appointments/records";
import { readWorkToBook } from "@/lib/appointments/authorised-work";
import type { ConfirmInput } from "@/lib/appointments/schema";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { GateRefusal } from "@/lib/billing/gate";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = "NOT_FOUND" | "APPOINTMENT_OVER" | "APPOINTMENT_AWAITS_OTHER" | "APPOINTMENT_PASSED" | "PHONE_NEEDED" | GateRefusal;

/** The side that did not propose says yes: from now on both stand by it. A second yes changes nothing. */
export function confirmAppointment({ db, actor, now }: Context<PersonActor>, input: ConfirmInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const locked = await lockAppointment(tx, actor, input.appointmentId);
    if (!locked) return refuse("NOT_FOUND");
    const { ticket, appointment } = locked;
    const side = sideOf(actor);
    if (appointment.state === "confirmed" || appointment.state === "under_way") return ok({ reference: ticket.reference });
    if (appointment.state !== "proposed") return refuse("APPOINTMENT_OVER");
    const facts = factsOf(appointment);
    if (awaitedSide(facts) !== side) return refuse("APPOINTMENT_AWAITS_OTHER");
    if (!canConfirm(actor, facts, now)) return refuse("APPOINTMENT_PASSED");
    const place = appointment.kind === "phone" && input.phone ? input.phone : appointment.place;
    if (place === "") return refuse("PHONE_NEEDED");
    const work = await readWorkToBook(tx, ticket.id);
    if (!work.ok) return refuse(work.code);
    if (work.authorisation.quoteId !== appointment.quoteId) return refuse("WORK_CLOSED");

    const others = (await listProposals(tx, ticket.id)).filter(({ id }) => id !== appointment.id);
    await withdrawProposals(tx, others, { ticket, actor, now });
    await tx.appointment.update({
      where: { id: appointment.id },
      data: {
        state: "confirmed",
        place,
        sequence: { increment: 1 },
        updatedAt: toDate(now),
        ...(side === "customer" ? { customerConfirmedAt: toDate(now) } : { agentConfirmedAt: toDate(now) }),
      },
    });
    await recordAppointment(tx, { ticket, type: "appointment.confirmed", data: { appointmentId: appointment.id, startsAt: eventInstant(appointment.startsAt) }, actor, now });
    return ok({ reference: ticket.reference });
  });
}
