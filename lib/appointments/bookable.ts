import "server-only";
import { readWorkToBook } from "@/lib/appointments/authorised-work";
import { appointmentMinutes } from "@/lib/appointments/duration";
import { findStanding } from "@/lib/appointments/placing";
import { readAppointmentRules } from "@/lib/appointments/settings";
import type { GateRefusal } from "@/lib/billing/gate";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";

export type BookableRefusal = GateRefusal | "ALREADY_BOOKED" | "ESTIMATE_USED_UP";
type Bookable = { quoteId: string; rules: Awaited<ReturnType<typeof readAppointmentRules>>; minutes: number };

/** What an appointment of a ticket would be booked under and how long it would take, or why none can be: the same for both sides. */
export async function readBookable(tx: Tx, ticketId: string): Promise<Result<Bookable, BookableRefusal>> {
  const work = await readWorkToBook(tx, ticketId);
  if (!work.ok) return refuse(work.code);
  if (await findStanding(tx, ticketId)) return refuse("ALREADY_BOOKED");
  const rules = await readAppointmentRules(tx);
  const { quoteId, reference, estimatedMinutes } = work.authorisation;
  const minutes = appointmentMinutes({ estimatedMinutes, usedMinutes: work.usedMinutes, slotMinutes: rules.slotMinutes });
  if (minutes === null) return refuse("ESTIMATE_USED_UP", { reference });
  return ok({ quoteId, rules, minutes });
}
