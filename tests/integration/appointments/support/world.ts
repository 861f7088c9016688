import { createHash, randomUUID } from "node:crypto";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { AppointmentState } from "@/lib/appointments/types";
import type { Prisma } from "@/lib/db/generated/client";
import type { OpenedTicket } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { ana, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";

/** Of 18 November 2026, a Wednesday at noon; the desk is open from 9 to 18 on working days. */
export function context<A extends PersonActor>(actor: A, now: Temporal.Instant = NOON) {
  return { db: testDb(), actor, now };
}

/** A ticket with what its customer authorised, by event. */
export async function authorisedTicket({ requester = ana, estimatedMinutes = 60, assigneeId = null, at = NOON }: { requester?: CustomerActor; estimatedMinutes?: number; assigneeId?: string | null; at?: Temporal.Instant } = {}): Promise<OpenedTicket & { quoteId: string }> {
  const ticket = await ticketRow({ requester, isPaid: true, status: "open", assigneeId });
  const quoteId = await authorisation(ticket.id, { estimatedMinutes, at });
  return { ...ticket, quoteId };
}

/** As the quotes' own commands leave it. */
export async function authorisation(ticketId: string, { estimatedMinutes = 60, at = NOON.subtract({ hours: 1 }), state = "authorised" }: { estimatedMinutes?: number; at?: Temporal.Instant; state?: "authorised" | "sent" } = {}): Promise<string> {
  const db = testDb();
  const when = toDate(at.subtract({ hours: 1 }));
  await db.rateCardVersion.createMany({ data: [{ number: 99, note: "", publishedAt: when }], skipDuplicates: true });
  const card = await db.rateCardVersion.findFirstOrThrow({ select: { id: true } });
  const text = `mesa-quote v1\n${randomUUID()}\n`;
  const { id } = await db.quote.create({
    data: {
      reference: `COT-${randomUUID().slice(0, 9).toUpperCase()}`, ticketId, revision: (await db.quote.count({ where: { ticketId } })) + 1, basis: "event", rateCardVersionId: card.id, state,
      scope: "Revisar", exclusions: "", paymentTerms: "Contado", validUntil: toDate(at.add({ hours: 240 })), subtotalCents: 0n, discountCents: 0n, vatCents: 0n, totalCents: 0n,
      estimatedMinutes, text, sha256: createHash("sha256").update(text).digest("hex"), createdAt: when, createdById: carla.userId, updatedAt: when, sentAt: when, sentById: carla.userId, closedAt: state === "sent" ? null : when,
    },
    select: { id: true },
  });
  if (state === "authorised") {
    const decided = `mesa-authorisation v1\n${id}\n`;
    await db.quoteDecision.create({
      data: { quoteId: id, verdict: "authorised", userId: ana.userId, at: when, address: "203.0.113.7", browser: "Firefox", accepted: ["Acepto"], text: decided, sha256: createHash("sha256").update(decided).digest("hex") },
    });
  }
  return id;
}

/** Monday to Friday from nine to six, as the desk's own hours. */
export async function availableAllWeek(...agents: StaffActor[]): Promise<void> {
  for (const { userId } of agents) {
    await testDb().agentAvailability.deleteMany({ where: { agentId: userId } });
    await testDb().agentAvailability.createMany({ data: [1, 2, 3, 4, 5].map((weekday) => ({ agentId: userId, weekday, startsMinute: 540, endsMinute: 1080 })) });
  }
}

/** A row in the state that it names. */
export async function appointmentRow({ ticketId, quoteId, state = "confirmed", startsAt = NOON.add({ hours: 3 }), minutes = 60, ...more }: Omit<Partial<Prisma.AppointmentUncheckedCreateInput>, "startsAt"> & {
  ticketId: string;
  quoteId: string;
  state?: AppointmentState;
  startsAt?: Temporal.Instant;
  minutes?: number;
}): Promise<{ id: string }> {
  const at = toDate(NOON);
  const isConfirmed = state !== "proposed" && state !== "cancelled";
  return testDb().appointment.create({
    data: {
      ticketId, quoteId, agentId: carla.userId, kind: "phone", place: "+525512345678", bookedById: ana.userId, submissionKey: randomUUID(), createdAt: at, updatedAt: at, state,
      startsAt: toDate(startsAt), endsAt: toDate(startsAt.add({ minutes })), customerConfirmedAt: at, agentConfirmedAt: isConfirmed ? at : null,
      startedAt: state === "under_way" || state === "finished" ? toDate(startsAt) : null,
      endedAt: state === "finished" ? toDate(startsAt.add({ minutes })) : null,
      cancelledAt: state === "cancelled" ? at : null,
      ...more,
    } as Prisma.AppointmentUncheckedCreateInput,
    select: { id: true },
  });
}
