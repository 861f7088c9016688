import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** What an appointment puts down as time of its agent: whole minutes, and those of them that count under the authorisation. */
export type AppointmentEntry = {
  ticketId: string;
  /** Null: nothing of it counts. */
  quoteId: string | null;
  appointmentId: string;
  agentId: string;
  startedAt: Temporal.Instant;
  minutes: number;
  billableMinutes: number;
  description: string;
  submissionKey: string;
  now: Temporal.Instant;
};

/**
 * Writes it in the caller's transaction, under the ticket's lock. For what is not worked but owed (a late change, an absence) and for what
 * nobody owes; time that is worked under an authorisation goes through `writeTimeEntry`, which rounds it and keeps it within the estimate.
 */
export async function writeAppointmentEntry(tx: Tx, { now, startedAt, ...entry }: AppointmentEntry): Promise<void> {
  await tx.timeEntry.create({ data: { ...entry, startedAt: toDate(startedAt), createdAt: toDate(now) } });
}
