import "server-only";
import { randomBytes } from "node:crypto";
import { codeFrom } from "@/lib/appointments/join-link";
import { LIVE_STATES, type AppointmentKind, type AppointmentRules, type SlotView } from "@/lib/appointments/types";
import type { PersonActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { isConstraintError } from "@/lib/db/errors";
import type { Refusal, Result } from "@/lib/result";
import { eventInstant, recordAppointment } from "@/lib/appointments/records";
import type { LockedTicket } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

export type SlotTaken = Refusal<"SLOT_TAKEN", { slots: SlotView[] }>;

export function slotTaken(slots: SlotView[]): SlotTaken {
  return { ok: false, code: "SLOT_TAKEN", details: { slots } };
}

/** An agent can be lost to somebody else between reading and writing; then the slots are read anew. */
const MOST_TRIES = 5;

/**
 * Runs a transaction that places appointments until the database takes it: `appointment_apart` refuses an agent who was booked meanwhile,
 * and the next try sees that. What still finds no place is refused without others to show.
 */
export async function untilPlaced<T, C extends string>(place: () => Promise<Result<T, C>>): Promise<Result<T, C> | SlotTaken> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    try {
      return await place();
    } catch (error) {
      if (!isConstraintError(error, "appointment_apart")) throw error;
    }
  }
  return slotTaken([]);
}

type Placement = {
  ticketId: string;
  quoteId: string;
  agentId: string;
  kind: AppointmentKind;
  startsAt: Temporal.Instant;
  minutes: number;
  /** Of a call; null while the customer has not said it. */
  phone: string | null;
  rules: AppointmentRules;
  submissionKey: string;
  actor: PersonActor;
  now: Temporal.Instant;
  /** The one that this takes the place of. */
  moved?: { id: string; calendarUid: string; sequence: number; place: string; remoteTool: AppointmentRules["remoteTool"] | null };
};

/** Writes one appointment, confirmed by whoever proposes it. */
export async function placeAppointment(tx: Tx, placement: Placement): Promise<{ id: string; startsAt: Date }> {
  const { kind, startsAt, minutes, phone, rules, actor, now, moved } = placement;
  const isRemote = kind === "remote";
  return tx.appointment.create({
    data: {
      ticketId: placement.ticketId,
      quoteId: placement.quoteId,
      agentId: placement.agentId,
      kind,
      startsAt: toDate(startsAt),
      endsAt: toDate(startsAt.add({ minutes })),
      bookedById: actor.userId,
      customerConfirmedAt: actor.kind === "customer" ? toDate(now) : null,
      agentConfirmedAt: actor.kind === "staff" ? toDate(now) : null,
      place: moved?.place ?? (isRemote ? rules.linkTemplate : (phone ?? "")),
      joinCode: isRemote ? newCode() : null,
      remoteTool: isRemote ? (moved?.remoteTool ?? rules.remoteTool) : null,
      submissionKey: placement.submissionKey,
      createdAt: toDate(now),
      updatedAt: toDate(now),
      ...(moved ? { movedFromId: moved.id, calendarUid: moved.calendarUid, sequence: moved.sequence + 1 } : {}),
    },
    select: { id: true, startsAt: true },
  });
}

/** The times that the desk or the customer proposed and that nobody confirmed yet. */
export async function listProposals(tx: Tx, ticketId: string): Promise<{ id: string; startsAt: Date }[]> {
  return tx.appointment.findMany({ where: { ticketId, state: "proposed" }, orderBy: { startsAt: "asc" }, select: { id: true, startsAt: true } });
}

/** What else was proposed for the ticket makes room: it costs nobody anything. */
export async function withdrawProposals(tx: Tx, proposals: readonly { id: string; startsAt: Date }[], { ticket, actor, now }: { ticket: LockedTicket; actor: PersonActor; now: Temporal.Instant }): Promise<void> {
  if (proposals.length === 0) return;
  await tx.appointment.updateMany({
    where: { id: { in: proposals.map(({ id }) => id) } },
    data: { state: "cancelled", cancelledAt: toDate(now), cancelledById: actor.userId, joinCode: null, sequence: { increment: 1 }, updatedAt: toDate(now) },
  });
  for (const { id, startsAt } of proposals) {
    await recordAppointment(tx, { ticket, type: "appointment.cancelled", data: { appointmentId: id, startsAt: eventInstant(startsAt), cost: "0", why: "other_time" }, actor, now });
  }
}

/** What the ticket has already that stands in the way of another booking: what both stand by, or what the customer asked for. */
export async function findStanding(tx: Tx, ticketId: string): Promise<{ id: string; startsAt: Date } | null> {
  return tx.appointment.findFirst({
    where: { ticketId, state: { in: [...LIVE_STATES] }, OR: [{ state: { not: "proposed" } }, { customerConfirmedAt: { not: null } }] },
    select: { id: true, startsAt: true },
  });
}

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(24));
    if (code !== null) return code;
  }
}
