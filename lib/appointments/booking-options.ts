import "server-only";
import { readWorkToBook } from "@/lib/appointments/authorised-work";
import { appointmentMinutes } from "@/lib/appointments/duration";
import { anyonesSlots, readFreeSlots } from "@/lib/appointments/free-slots";
import { sideOf } from "@/lib/appointments/policy";
import { readAppointmentRules } from "@/lib/appointments/settings";
import { LIVE_STATES, type AppointmentRules, type SlotView } from "@/lib/appointments/types";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { GateRefusal } from "@/lib/billing/gate";
import { isBarred } from "@/lib/conduct/suspension-rules";
import { readRunningSuspension } from "@/lib/conduct/suspensions";
import type { QuoteBasis } from "@/lib/db/generated/enums";
import { getSlaInForce } from "@/lib/sla/queries";
import { visibleTickets } from "@/lib/tickets/visibility";

/** What can be booked on a ticket, or why nothing can. */
export type BookingOptions = {
  ticket: { id: string; reference: string; subject: string; assigneeId: string | null };
  timeZone: string;
  rules: AppointmentRules;
  refusal: GateRefusal | "TICKET_CLOSED" | "ALREADY_BOOKED" | "ESTIMATE_USED_UP" | "CONDUCT_SUSPENDED" | null;
  /** Until when the customer may book nothing new here; what is booked already can be moved all the same. */
  suspendedUntil: string | null;
  authorisation: { quoteId: string; reference: string; basis: QuoteBasis; estimatedMinutes: number; usedMinutes: number } | null;
  /** How long the appointment is. */
  minutes: number;
  /** Of whom the slots are; null: of anybody. */
  agentId: string | null;
  agents: { id: string; name: string }[];
  slots: SlotView[];
};

/**
 * For the page that books, null when the ticket is none that the actor may see. A customer is offered what anybody has; the desk chooses an
 * agent (or gets the assignee, or oneself). @param moving an appointment whose own length is offered, and its time as if it were free
 */
export async function findBookingOptions(ctx: Context<PersonActor>, reference: string, { agentId, moving }: { agentId?: string; moving?: string } = {}): Promise<BookingOptions | null> {
  const { db, actor, now } = ctx;
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ reference }, visibleTickets(actor)] },
    select: {
      id: true, reference: true, subject: true, status: true, assigneeId: true, department: { select: { isEssential: true } },
      appointments: { where: { state: { in: [...LIVE_STATES] } }, select: { id: true, state: true, startsAt: true, endsAt: true, agentId: true, customerConfirmedAt: true } },
    },
  });
  if (!ticket) return null;
  const isCustomer = sideOf(actor) === "customer";
  const [work, rules, { calendar }, suspension] = await Promise.all([readWorkToBook(db, ticket.id), readAppointmentRules(db), getSlaInForce({ db }), isCustomer ? readRunningSuspension(db, { userId: actor.userId, now }) : null]);
  const { id, subject, assigneeId, appointments } = ticket;
  const moved = appointments.find((each) => each.id === moving);
  const standing = appointments.find(({ state, customerConfirmedAt }) => state !== "proposed" || customerConfirmedAt !== null);
  const authorisation = work.ok ? { ...work.authorisation, usedMinutes: work.usedMinutes } : null;
  const minutes = moved
    ? (moved.endsAt.getTime() - moved.startsAt.getTime()) / 60_000
    : authorisation && appointmentMinutes({ ...authorisation, slotMinutes: rules.slotMinutes });
  const refusal = refusalOf({ isClosed: ticket.status === "closed", gate: work.ok ? null : work.code, isBooked: standing !== undefined && !moved, isUsedUp: minutes === null, isBarred: !moved && isBarred(suspension, ticket.department) });
  const base = { ticket: { id, reference, subject, assigneeId }, timeZone: calendar.zone.id, rules, authorisation, minutes: minutes ?? 0, refusal, suspendedUntil: suspension?.endsAt ?? null };
  if (refusal) return { ...base, agentId: null, agents: [], slots: [] };

  const without = moved ? [moved.id] : appointments.map((each) => each.id);
  const everybody = await readFreeSlots(db, { calendar, rules, minutes: minutes ?? 0, now, without });
  const agents = everybody.map((agent) => ({ id: agent.id, name: agent.name }));
  if (isCustomer) return { ...base, agentId: null, agents, slots: anyonesSlots(everybody) };
  const wanted = moved?.agentId ?? [agentId, assigneeId, actor.userId].find((each) => agents.some((agent) => agent.id === each)) ?? agents[0]?.id ?? null;
  return { ...base, agentId: wanted, agents, slots: anyonesSlots(everybody.filter((agent) => agent.id === wanted)) };
}

function refusalOf(on: { isClosed: boolean; gate: GateRefusal | null; isBooked: boolean; isUsedUp: boolean; isBarred: boolean }): BookingOptions["refusal"] {
  if (on.isClosed) return "TICKET_CLOSED";
  if (on.gate) return on.gate;
  if (on.isBooked) return "ALREADY_BOOKED";
  if (on.isUsedUp) return "ESTIMATE_USED_UP";
  return on.isBarred ? "CONDUCT_SUSPENDED" : null;
}
