import "server-only";
import { leftMinutes } from "@/lib/appointments/authorised-work";
import { costOfChange, type ChangeCost } from "@/lib/appointments/change-rules";
import { sideOf } from "@/lib/appointments/policy";
import type { LockedAppointment } from "@/lib/appointments/records";
import { readAppointmentRules } from "@/lib/appointments/settings";
import type { Actor } from "@/lib/auth/actor";
import type { Db, Tx } from "@/lib/db/client";
import { usedMinutesOf } from "@/lib/quotes/work-record";
import { getSlaInForce } from "@/lib/sla/queries";
import { toInstant } from "@/lib/time/instants";

/** What a change of this appointment costs whoever asks, now, by the rules in force. */
export async function quoteOfChange(db: Db | Tx, appointment: Pick<LockedAppointment, "state" | "startsAt" | "quoteId">, { actor, now }: { actor: Actor; now: Temporal.Instant }): Promise<ChangeCost> {
  // One after another: a transaction has one connection.
  const { calendar } = await getSlaInForce({ db });
  const rules = await readAppointmentRules(db);
  const left = await readLeft(db, appointment.quoteId);
  return costOfChange({ calendar, rules, state: appointment.state, startsAt: toInstant(appointment.startsAt), by: sideOf(actor), leftMinutes: left, now });
}

/** What may still be taken of an authorisation, in minutes; nothing once the work under it is closed. */
export async function readLeft(db: Db | Tx, quoteId: string): Promise<number> {
  const quote = await db.quote.findFirst({ where: { id: quoteId, state: "authorised", closing: null }, select: { estimatedMinutes: true } });
  return quote ? leftMinutes(quote, await usedMinutesOf(db, quoteId)) : 0;
}
