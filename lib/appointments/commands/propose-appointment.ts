import "server-only";
import { createHash } from "node:crypto";
import { readBookable, type BookableRefusal } from "@/lib/appointments/bookable";
import type { Booked } from "@/lib/appointments/commands/book-appointment";
import { anyonesSlots, hasSlot, nearestSlots, readFreeSlots } from "@/lib/appointments/free-slots";
import { listProposals, placeAppointment, slotTaken, untilPlaced, withdrawProposals } from "@/lib/appointments/placing";
import { eventInstant, recordAppointment } from "@/lib/appointments/records";
import type { ProposeInput } from "@/lib/appointments/schema";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { getSlaInForce } from "@/lib/sla/queries";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "AGENT_UNAVAILABLE" | "SLOTS_OVERLAP" | "SLOT_TAKEN" | BookableRefusal;
type Answer = Result<Booked, Refusals>;

/** The desk proposes times of one agent, a few at once: the customer confirms one, and the others make room. What was proposed before does so now. */
export function proposeAppointment(ctx: Context<StaffActor>, input: ProposeInput): Promise<Answer> {
  return untilPlaced((): Promise<Answer> => ctx.db.$transaction((tx) => propose(tx, ctx, input)));
}

async function propose(tx: Tx, { actor, now }: Context<StaffActor>, input: ProposeInput): Promise<Answer> {
  const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
  if (!ticket) return refuse("NOT_FOUND");
  if (!canWorkOn(actor)) return refuse("FORBIDDEN");
  const sent = await tx.appointment.findFirst({ where: { bookedById: actor.userId, submissionKey: input.submissionKey, ticketId: ticket.id }, select: { id: true } });
  if (sent) return ok({ reference: ticket.reference, appointmentId: sent.id });
  if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
  const bookable = await readBookable(tx, ticket.id);
  if (!bookable.ok) return bookable;
  const { quoteId, rules, minutes } = bookable.data;
  // In one order for everybody: two who propose the same times must not wait for each other.
  const times = [...input.startsAt].sort(Temporal.Instant.compare);
  const overlaps = times.some((time, index) => index > 0 && Temporal.Instant.compare(times[index - 1]!.add({ minutes }), time) > 0);
  if (overlaps) return refuse("SLOTS_OVERLAP", { minutes });

  const proposals = await listProposals(tx, ticket.id);
  const { calendar } = await getSlaInForce({ db: tx });
  const [agent] = await readFreeSlots(tx, { calendar, rules, minutes, now, agentId: input.agentId, without: proposals.map(({ id }) => id) });
  if (!agent) return refuse("AGENT_UNAVAILABLE");
  const lost = times.find((time) => !hasSlot(agent, time));
  if (lost) return slotTaken(nearestSlots(anyonesSlots([agent]), lost));

  await withdrawProposals(tx, proposals, { ticket, actor, now });
  const common = { ...input, ticketId: ticket.id, quoteId, minutes, rules, actor, now };
  const placed = [];
  for (const [index, startsAt] of times.entries()) {
    const each = await placeAppointment(tx, { ...common, startsAt, submissionKey: keyOfTime(input.submissionKey, index) });
    await recordAppointment(tx, { ticket, type: "appointment.proposed", data: { appointmentId: each.id, startsAt: eventInstant(each.startsAt), kind: input.kind }, actor, now });
    placed.push(each);
  }
  return ok({ reference: ticket.reference, appointmentId: placed[0]!.id });
}

/** One form makes several rows, each with a key of its own: the form's for the first, the same others whenever it is sent again. */
function keyOfTime(submissionKey: string, index: number): string {
  if (index === 0) return submissionKey;
  const hex = createHash("sha256").update(`${submissionKey} ${index}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
