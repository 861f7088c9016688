import "server-only";
import { z } from "zod";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { visiblePeople } from "@/lib/customers/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { readEventsOf } from "@/lib/security/event-rows";
import { canHelpCustomers } from "@/lib/security/policy";
import { readSettings } from "@/lib/security/settings";
import type { CustomerAccessRow, CustomerAccessView } from "@/lib/security/types";

const FOUND_MAX = 20;

const rowSelect = {
  id: true,
  name: true,
  email: true,
  passwordHash: true,
  suspendedAt: true,
  organization: { select: { name: true, slug: true } },
  secondFactor: { select: { confirmedAt: true } },
  sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
} as const satisfies Prisma.UserSelect;

/** Whether one may help customers who lost their second factor. */
export async function mayHelpCustomers({ db, actor }: Context<StaffActor>): Promise<boolean> {
  return canHelpCustomers(actor, await readSettings(db));
}

/** Customers with this in their name or address; null to whoever may not help them, and none where nothing is asked for. */
export async function searchCustomerAccess(ctx: Context<StaffActor>, { search }: { search: string }): Promise<CustomerAccessRow[] | null> {
  if (!(await mayHelpCustomers(ctx))) return null;
  const text = search.toWellFormed().replaceAll("\0", "").trim();
  if (text === "") return [];
  const contains = { contains: text, mode: "insensitive" } as const;
  const rows = await ctx.db.user.findMany({ where: { AND: [visiblePeople(ctx.actor), { OR: [{ name: contains }, { email: contains }] }] }, orderBy: [{ name: "asc" }, { id: "asc" }], take: FOUND_MAX, select: rowSelect });
  return rows.map(rowView);
}

/** A customer with what happened to their access; null when there is none, or one may not help them. */
export async function findCustomerAccess(ctx: Context<StaffActor>, { userId }: { userId: string }): Promise<CustomerAccessView | null> {
  if (!z.uuid().safeParse(userId).success || !(await mayHelpCustomers(ctx))) return null;
  const row = await ctx.db.user.findFirst({ where: { AND: [visiblePeople(ctx.actor), { id: userId }] }, select: rowSelect });
  if (!row) return null;
  return { ...rowView(row), organizationSlug: row.organization?.slug ?? null, hasPassword: row.passwordHash !== null, events: await readEventsOf(ctx.db, userId) };
}

function rowView({ id, name, email, suspendedAt, organization, secondFactor, sessions }: Prisma.UserGetPayload<{ select: typeof rowSelect }>): CustomerAccessRow {
  return { id, name, email, organizationName: organization?.name ?? null, isActive: suspendedAt === null, hasFactor: Boolean(secondFactor?.confirmedAt), lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null };
}
