import "server-only";
import type { CalendarEntry } from "@/lib/appointments/calendar-file";
import { LIVE_STATES, type AppointmentView } from "@/lib/appointments/types";
import { appointmentSelect, toAppointmentViews } from "@/lib/appointments/views";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { getSlaInForce } from "@/lib/sla/queries";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import type { Page } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";
import { dayAt } from "@/lib/time/days";
import { toDate, toInstant } from "@/lib/time/instants";

/** Of the tickets that the actor may see. */
function visibleAppointments(actor: PersonActor): Prisma.AppointmentWhereInput {
  return { ticket: { is: visibleTickets(actor) } };
}

const live: Prisma.AppointmentWhereInput = { state: { in: [...LIVE_STATES] } };
const MOST_OF_TICKET = 30;

/** Every appointment of a ticket, the last first; those that are live before the rest. */
export async function listTicketAppointments(ctx: Context<PersonActor>, ticketId: string): Promise<AppointmentView[]> {
  const where = { AND: [visibleAppointments(ctx.actor), { ticketId }] };
  const rows = await ctx.db.appointment.findMany({ where, orderBy: [{ startsAt: "desc" }, { id: "desc" }], take: MOST_OF_TICKET, select: appointmentSelect });
  const isLive = ({ state }: { state: string }) => (LIVE_STATES as readonly string[]).includes(state);
  return toAppointmentViews(ctx, [...rows.filter(isLive).reverse(), ...rows.filter((row) => !isLive(row))]);
}

export type CustomerAppointmentFilter = "ahead" | "past";
const PAGE_SIZE = 25;

/** A customer's appointments: those ahead by when they are, those past with the last first. */
export async function listCustomerAppointments(ctx: Context<CustomerActor>, { filter, cursor }: { filter: CustomerAppointmentFilter; cursor?: string }): Promise<Page<AppointmentView>> {
  const isAhead = filter === "ahead";
  const after = decodeCursor(cursor);
  const step = isAhead ? "gt" : "lt";
  const where: Prisma.AppointmentWhereInput[] = [visibleAppointments(ctx.actor), isAhead ? live : { NOT: live }];
  if (after) where.push({ OR: [{ startsAt: { [step]: after.at } }, { startsAt: after.at, id: { [step]: after.id } }] });
  const order = isAhead ? "asc" : "desc";
  const rows = await ctx.db.appointment.findMany({ where: { AND: where }, orderBy: [{ startsAt: order }, { id: order }], take: PAGE_SIZE + 1, select: appointmentSelect });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { items: await toAppointmentViews(ctx, shown), nextCursor: last ? encodeCursor({ at: last.startsAt, id: last.id }) : null };
}

/** The day that it is at the desk, and in which zone. */
export async function findDeskDay({ db, now }: Context<PersonActor>): Promise<{ today: Temporal.PlainDate; timeZone: string }> {
  const { calendar } = await getSlaInForce({ db });
  return { today: dayAt(now, calendar.zone.id), timeZone: calendar.zone.id };
}

const WEEK_DAYS = 7;
const MOST_OF_WEEK = 300;

/** The desk's seven days from the one of `from` on, in its zone: everything that was not cancelled; of one agent, or of all. */
export async function listDeskAppointments(ctx: Context<StaffActor>, { from, agentId }: { from: Temporal.PlainDate; agentId?: string }): Promise<AppointmentView[]> {
  const { calendar } = await getSlaInForce({ db: ctx.db });
  const begins = from.toZonedDateTime(calendar.zone.id);
  const span = { gte: toDate(begins.toInstant()), lt: toDate(begins.add({ days: WEEK_DAYS }).toInstant()) };
  const rows = await ctx.db.appointment.findMany({
    where: { AND: [visibleAppointments(ctx.actor), { startsAt: span, state: { not: "cancelled" }, ...(agentId ? { agentId } : {}) }] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_OF_WEEK,
    select: appointmentSelect,
  });
  return toAppointmentViews(ctx, rows);
}

/** What somebody was reminded of and what has not begun: shown on the first pages of both areas. An agent's own, a customer's of all their tickets. */
export async function listReminders(ctx: Context<PersonActor>): Promise<AppointmentView[]> {
  const { actor, now } = ctx;
  const rows = await ctx.db.appointment.findMany({
    where: {
      AND: [
        visibleAppointments(actor),
        actor.kind === "staff" ? { agentId: actor.userId } : {},
        { state: "confirmed", startsAt: { gt: toDate(now) }, OR: [{ dayRemindedAt: { not: null } }, { hourRemindedAt: { not: null } }] },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 5,
    select: appointmentSelect,
  });
  return toAppointmentViews(ctx, rows);
}

const MOST_AWAITED = 50;

/** What still wants the reader's word, the soonest first: times that the desk proposed to a customer, or bookings that wait for the desk. */
export async function listAwaiting(ctx: Context<PersonActor>): Promise<AppointmentView[]> {
  const { actor, now } = ctx;
  const awaited: Prisma.AppointmentWhereInput = actor.kind === "customer" ? { customerConfirmedAt: null } : { agentConfirmedAt: null };
  const rows = await ctx.db.appointment.findMany({
    where: { AND: [visibleAppointments(actor), awaited, { state: "proposed", startsAt: { gt: toDate(now) } }] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: MOST_AWAITED,
    select: appointmentSelect,
  });
  return toAppointmentViews(ctx, rows);
}

/** What a calendar file is made of; texts are the page's to word. */
export type CalendarFacts = Pick<CalendarEntry, "uid" | "sequence" | "isCancelled" | "isTentative" | "startsAt" | "endsAt" | "changedAt"> & { appointment: AppointmentView };

/** The newest state of the appointment with this id, where it was moved to included; null when the actor may not see it. */
export async function findCalendarFacts(ctx: Context<PersonActor>, id: string): Promise<CalendarFacts | null> {
  const asked = await ctx.db.appointment.findFirst({ where: { AND: [visibleAppointments(ctx.actor), { id }] }, select: { calendarUid: true } });
  const row = asked && (await ctx.db.appointment.findFirst({
    where: { AND: [visibleAppointments(ctx.actor), { calendarUid: asked.calendarUid }] },
    orderBy: [{ sequence: "desc" }, { createdAt: "desc" }],
    select: { ...appointmentSelect, calendarUid: true, sequence: true, updatedAt: true },
  }));
  if (!row) return null;
  const [appointment] = await toAppointmentViews(ctx, [row]);
  return {
    uid: row.calendarUid,
    sequence: row.sequence,
    isCancelled: row.state === "cancelled",
    isTentative: row.state === "proposed",
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    changedAt: toInstant(row.updatedAt),
    appointment: appointment!,
  };
}

/** What a ticket's page says of its appointments; null where there are none and nothing was to be paid, so that nothing could be booked. */
export async function findTicketSummary(ctx: Context<PersonActor>, ticketId: string): Promise<{ next: AppointmentView | null; count: number } | null> {
  const ticket = await ctx.db.ticket.findFirst({
    where: { AND: [{ id: ticketId }, visibleTickets(ctx.actor)] },
    select: { isPaid: true, _count: { select: { appointments: true } }, appointments: { where: live, orderBy: [{ startsAt: "asc" }, { id: "asc" }], take: 1, select: appointmentSelect } },
  });
  if (!ticket || (!ticket.isPaid && ticket._count.appointments === 0)) return null;
  return { next: (await toAppointmentViews(ctx, ticket.appointments))[0] ?? null, count: ticket._count.appointments };
}
