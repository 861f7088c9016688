import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { Prisma } from "@/lib/db/generated/client";
import { canRate } from "@/lib/satisfaction/policy";
import type { RatingView, Satisfaction } from "@/lib/satisfaction/types";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

const viewColumns = { satisfaction: true, comment: true, ratedAt: true } as const satisfies Prisma.TicketRatingSelect;

/** For the requester of a ticket that can be rated: what they said, if they did; null to everybody else. */
export async function findOwnRating({ db, actor, now }: Context<CustomerActor>, ticketId: string): Promise<{ rating: RatingView | null } | null> {
  const ticket = await db.ticket.findFirst({ where: { AND: [{ id: ticketId }, visibleTickets(actor)] }, select: { requesterId: true, status: true, solvedAt: true, mergedIntoId: true, rating: { select: viewColumns } } });
  if (!ticket || !canRate(actor, ticket, now)) return null;
  return { rating: ticket.rating && toView(ticket.rating) };
}

/** For the desk: what the customer said of a ticket. */
export async function findRating({ db, actor }: Context<StaffActor>, ticketId: string): Promise<RatingView | null> {
  const row = await db.ticketRating.findFirst({ where: { ticketId, ticket: visibleTickets(actor) }, select: viewColumns });
  return row && toView(row);
}

export type SatisfactionFigures = {
  /** How many were asked. */
  asked: number;
  given: Record<Satisfaction, number>;
  byAssignee: { id: string; name: string; given: Record<Satisfaction, number> }[];
  latest: { ticket: { reference: string; subject: string }; requesterName: string; satisfaction: Satisfaction; comment: string; ratedAt: string }[];
};

export const FIGURE_DAYS = 90;
const LATEST = 50;

/** What customers said in the last 90 days, of tickets that the actor may see. */
export async function getSatisfaction({ db, actor, now }: Context<StaffActor>): Promise<SatisfactionFigures> {
  const since = toDate(now.subtract({ hours: 24 * FIGURE_DAYS }));
  const where = { ratedAt: { gte: since }, ticket: visibleTickets(actor) };
  const [groups, asked, latest] = await Promise.all([
    db.ticketRating.groupBy({ by: ["assigneeId", "satisfaction"], where, _count: true }),
    db.ticketEvent.count({ where: { type: "satisfaction.asked", at: { gte: since }, ticket: visibleTickets(actor) } }),
    db.ticketRating.findMany({ where, orderBy: [{ ratedAt: "desc" }, { ticketId: "asc" }], take: LATEST, select: { ...viewColumns, user: { select: { name: true } }, ticket: { select: { reference: true, subject: true } } } }),
  ]);
  const staff = await db.user.findMany({ where: { id: { in: groups.flatMap(({ assigneeId }) => assigneeId ?? []) } }, orderBy: { name: "asc" }, select: { id: true, ...shownNameSelect } });
  const sum = (among: typeof groups): Record<Satisfaction, number> => {
    const given = { good: 0, fair: 0, bad: 0 };
    for (const { satisfaction, _count: count } of among) given[satisfaction] += count;
    return given;
  };
  return {
    asked,
    given: sum(groups),
    byAssignee: staff.map(({ id, ...each }) => ({ id, name: shownName(each), given: sum(groups.filter(({ assigneeId }) => assigneeId === id)) })),
    latest: latest.map(({ user, ticket, ...row }) => ({ ...toView(row), ticket, requesterName: user.name })),
  };
}

function toView({ ratedAt, ...row }: { satisfaction: Satisfaction; comment: string; ratedAt: Date }): RatingView {
  return { ...row, ratedAt: ratedAt.toISOString() };
}
