import "server-only";
import { eventInstant, lockAppointment, recordAppointment } from "@/lib/appointments/records";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";

/** Writes who is to be reminded, each once: one day before, and one hour before. */
export async function recordReminders({ db, now }: Context<SystemActor>): Promise<void> {
  const at = toDate(now);
  const within = (hours: number) => ({ gt: at, lte: toDate(now.add({ hours })) });
  await db.appointment.updateMany({ where: { state: "confirmed", dayRemindedAt: null, hourRemindedAt: null, startsAt: within(24) }, data: { dayRemindedAt: at } });
  await db.appointment.updateMany({ where: { state: "confirmed", hourRemindedAt: null, startsAt: within(1) }, data: { hourRemindedAt: at } });
}

const BATCH = 200;

/** Cancels, at nobody's cost, what was proposed and not confirmed before its time, and what is ahead on a closed ticket or under closed work. */
export async function endUnconfirmed({ db, actor, now }: Context<SystemActor>): Promise<void> {
  const unconfirmed: Prisma.AppointmentWhereInput = { state: "proposed", startsAt: { lte: toDate(now) } };
  const over: Prisma.AppointmentWhereInput = { state: { in: ["proposed", "confirmed"] }, OR: [{ ticket: { is: { status: "closed" } } }, { quote: { is: { closing: { isNot: null } } } }] };
  const due = await db.appointment.findMany({ where: { OR: [unconfirmed, over] }, orderBy: { startsAt: "asc" }, take: BATCH, select: { id: true } });
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      const locked = await lockAppointment(tx, actor, id);
      // Somebody may have confirmed or begun it since the list was read.
      if (!locked || !(await tx.appointment.count({ where: { AND: [{ id }, { OR: [unconfirmed, over] }] } }))) return;
      const { ticket, appointment } = locked;
      await tx.appointment.update({ where: { id }, data: { state: "cancelled", cancelledAt: toDate(now), joinCode: null, sequence: { increment: 1 }, updatedAt: toDate(now) } });
      const why = appointment.state === "proposed" && appointment.startsAt <= toDate(now) ? "unconfirmed" : "over";
      await recordAppointment(tx, { ticket, type: "appointment.cancelled", data: { appointmentId: id, startsAt: eventInstant(appointment.startsAt), cost: "0", why }, actor, now });
    });
  }
}
