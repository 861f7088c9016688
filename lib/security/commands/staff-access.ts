import "server-only";
import { giveAccess, takeAccess } from "@/lib/auth/access";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { canGovernSecurity } from "@/lib/security/policy";
import type { PersonInput } from "@/lib/security/schema";
import { LIVE_STATUSES } from "@/lib/tickets/transitions";

type Refusals = "FORBIDDEN" | "NOT_FOUND" | "OWN_ACCOUNT" | "LAST_ADMIN" | "INACTIVE_ALREADY" | "ACTIVE_ALREADY";

/**
 * Somebody leaves the desk: their sessions end at once, their tickets and all that they did stay. One administrator at least stays, also
 * when two take each other's access at the same moment.
 */
export function deactivateStaff({ db, actor, now }: Context<StaffActor>, { userId }: PersonInput): Promise<Result<null, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    if (!canGovernSecurity(actor)) return refuse("FORBIDDEN");
    if (userId === actor.userId) return refuse("OWN_ACCOUNT");
    const admins = await lockActiveAdmins(tx);
    if (!admins.includes(actor.userId)) return refuse("FORBIDDEN");
    const person = await lockStaff(tx, userId);
    if (!person) return refuse("NOT_FOUND");
    if (person.suspendedAt) return refuse("INACTIVE_ALREADY");
    if (admins.every((id) => id === userId)) return refuse("LAST_ADMIN");
    await takeAccess(tx, userId, now);
    const openTickets = await tx.ticket.count({ where: { assigneeId: userId, status: { in: LIVE_STATUSES } } });
    await recordSecurityEvent(tx, { type: "staff.deactivated", data: { openTickets }, userId, actorId: actor.userId, at: now });
    return ok(null);
  });
}

/** Somebody comes back, as they were. */
export function activateStaff({ db, actor, now }: Context<StaffActor>, { userId }: PersonInput): Promise<Result<null, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    if (!canGovernSecurity(actor)) return refuse("FORBIDDEN");
    const person = await lockStaff(tx, userId);
    if (!person) return refuse("NOT_FOUND");
    if (!person.suspendedAt) return refuse("ACTIVE_ALREADY");
    await giveAccess(tx, userId);
    await recordSecurityEvent(tx, { type: "staff.activated", data: {}, userId, actorId: actor.userId, at: now });
    return ok(null);
  });
}

/** In the order of their ids, so that two who do this at once wait for each other instead of blocking each other. */
async function lockActiveAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM app_user WHERE role = 'admin' AND suspended_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

async function lockStaff(tx: Tx, userId: string): Promise<{ suspendedAt: Date | null } | null> {
  const [row] = await tx.$queryRaw<{ suspendedAt: Date | null }[]>`
    SELECT suspended_at AS "suspendedAt" FROM app_user WHERE id = ${userId}::uuid AND role <> 'customer' FOR UPDATE`;
  return row ?? null;
}
