import "server-only";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { readEventsOf } from "@/lib/security/event-rows";
import { canGovernSecurity } from "@/lib/security/policy";
import { LIVE_STATUSES } from "@/lib/tickets/transitions";
import type { StaffMemberView, StaffRowView } from "@/lib/security/types";

const isOpen = { status: { in: LIVE_STATUSES } };

const rowSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  suspendedAt: true,
  secondFactor: { select: { confirmedAt: true } },
  sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
  _count: { select: { assignedTickets: { where: isOpen } } },
} as const;

type Row = { id: string; name: string; email: string; role: string; suspendedAt: Date | null; secondFactor: { confirmedAt: Date | null } | null; sessions: { lastSeenAt: Date }[]; _count: { assignedTickets: number } };

/** Everybody of the desk, those who left last; to whoever may not see to their access there are none. */
export async function listStaff({ db, actor }: Context<StaffActor>): Promise<StaffRowView[]> {
  if (!canGovernSecurity(actor)) return [];
  const rows = await db.user.findMany({ where: { role: { not: "customer" } }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 500, select: rowSelect });
  const views = rows.map(rowView);
  return [...views.filter(({ isActive }) => isActive), ...views.filter(({ isActive }) => !isActive)];
}

const SHOWN_TICKETS = 100;

/** One of the desk with the tickets that are theirs and what happened to their access; null when there is none, or one may not see it. */
export async function findStaffMember({ db, actor }: Context<StaffActor>, { userId }: { userId: string }): Promise<StaffMemberView | null> {
  if (!canGovernSecurity(actor) || !z.uuid().safeParse(userId).success) return null;
  const row = await db.user.findFirst({ where: { id: userId, role: { not: "customer" } }, select: rowSelect });
  if (!row) return null;
  const [tickets, events] = await Promise.all([
    db.ticket.findMany({ where: { assigneeId: userId, ...isOpen }, orderBy: [{ nextDueAt: { sort: "asc", nulls: "last" } }, { id: "asc" }], take: SHOWN_TICKETS, select: { reference: true, subject: true } }),
    readEventsOf(db, userId),
  ]);
  return { ...rowView(row), tickets, events };
}

function rowView({ suspendedAt, secondFactor, sessions, _count, role, ...row }: Row): StaffRowView {
  return { ...row, isAdmin: role === "admin", isActive: suspendedAt === null, inactiveSince: suspendedAt?.toISOString() ?? null, hasFactor: Boolean(secondFactor?.confirmedAt), lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null, openTickets: _count.assignedTickets };
}
