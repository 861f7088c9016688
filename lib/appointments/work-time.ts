import "server-only";
import { createHash } from "node:crypto";
import type { LockedAppointment } from "@/lib/appointments/records";
import { splitWorked, workedMinutes } from "@/lib/appointments/worked-split";
import type { StaffActor } from "@/lib/auth/actor";
import { findAuthorisation } from "@/lib/billing/authorisation";
import type { Tx } from "@/lib/db/client";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { writeAppointmentEntry } from "@/lib/quotes/appointment-time";
import { writeTimeEntry } from "@/lib/quotes/commands/post-time";
import { minutesLeft } from "@/lib/quotes/time-rules";
import { authorisedWork, lockAuthorised } from "@/lib/quotes/work-record";
import type { LockedTicket } from "@/lib/tickets/record";
import { toInstant } from "@/lib/time/instants";

/**
 * What a late change or an absence costs, as billable time under the authorisation. Its key is the appointment's id: an appointment costs
 * once, whatever happens twice. The cost was cut to what is left of the estimate before.
 */
export async function writeCost(tx: Tx, { appointment, costMinutes, isMissed = false, at }: {
  appointment: Pick<LockedAppointment, "id" | "ticketId" | "quoteId" | "agentId" | "startsAt">;
  costMinutes: number;
  isMissed?: boolean;
  at: Temporal.Instant;
}): Promise<void> {
  if (costMinutes === 0) return;
  const t = getTranslator("appointments");
  const when = formatDateTime(toInstant(appointment.startsAt), { now: at });
  await writeAppointmentEntry(tx, {
    ticketId: appointment.ticketId,
    quoteId: appointment.quoteId,
    appointmentId: appointment.id,
    agentId: appointment.agentId,
    startedAt: at,
    minutes: costMinutes,
    billableMinutes: costMinutes,
    description: isMissed ? t("entry.missed", { when }) : t("entry.lateChange", { when }),
    submissionKey: appointment.id,
    now: at,
  });
}

export type Worked = { minutes: number; billableMinutes: number; restMinutes: number };

/**
 * Writes a session's time: under its authorisation up to the estimate, and the rest as time that nobody pays. It never refuses: a session
 * that ended has ended, also where the work was closed or used up meanwhile.
 */
export async function writeWorked(tx: Tx, { ticket, appointment, description, actor, now }: {
  ticket: LockedTicket;
  appointment: LockedAppointment;
  description: string;
  actor: StaffActor;
  now: Temporal.Instant;
}): Promise<Worked> {
  const startedAt = toInstant(appointment.startedAt!);
  const minutes = workedMinutes(startedAt, now);
  const bounds = await readBounds(tx, { ticket, appointment });
  const split = splitWorked({ workedMinutes: minutes, ...bounds });
  const billableMinutes = split.billable > 0 ? await writeBillable() : null;
  const rest = billableMinutes === null ? minutes : split.rest;
  if (rest > 0) {
    await writeAppointmentEntry(tx, {
      ticketId: ticket.id, quoteId: null, appointmentId: appointment.id, agentId: actor.userId, minutes: rest, billableMinutes: 0, now,
      startedAt: startedAt.add({ minutes: minutes - rest }),
      description: getTranslator("appointments")("entry.over", { description }).slice(0, DESCRIPTION_MAX),
      submissionKey: keyOfRest(appointment.id),
    });
  }
  return { minutes, billableMinutes: billableMinutes ?? 0, restMinutes: rest };

  async function writeBillable(): Promise<number | null> {
    const entry = { startedAt, minutes: split.billable, description, isBillable: true, submissionKey: appointment.id, appointmentId: appointment.id };
    const written = await writeTimeEntry(tx, { actor, now, ticket }, entry);
    return written.ok ? written.data.billableMinutes : null;
  }
}

const DESCRIPTION_MAX = 2000;

/** What is left to work under the appointment's own authorisation; nothing where another is in force, or none. */
async function readBounds(tx: Tx, { ticket, appointment }: { ticket: LockedTicket; appointment: LockedAppointment }): Promise<{ leftMinutes: number | null; roundingMinutes: number }> {
  const nothing = { leftMinutes: 0, roundingMinutes: 1 };
  const authorisation = ticket.status === "closed" ? null : await findAuthorisation(tx, ticket.id);
  if (authorisation?.quoteId !== appointment.quoteId) return nothing;
  const quote = await lockAuthorised(tx, { quoteId: appointment.quoteId, ticketId: ticket.id });
  if (!quote) return nothing;
  const work = authorisedWork(quote);
  return { leftMinutes: minutesLeft(work, quote.usedMinutes), roundingMinutes: work.roundingMinutes };
}

/** A session writes up to two entries; the second has a key that follows from the first's. */
function keyOfRest(appointmentId: string): string {
  const hex = createHash("sha256").update(`${appointmentId} rest`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
