import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { ok, refuse, type Result } from "@/lib/result";
import { canGovernSecurity } from "@/lib/security/policy";
import type { SettingsInput } from "@/lib/security/schema";
import { toDate } from "@/lib/time/instants";

/** Follows the version that the editor saw, and no other. Whoever forces a second factor has one: nobody locks everybody out, themselves first. */
export async function editSecuritySettings({ db, actor, now }: Context<StaffActor>, { version, ...fields }: SettingsInput): Promise<Result<null, "FORBIDDEN" | "OWN_FACTOR_FIRST" | "SECURITY_SETTINGS_CHANGED">> {
  if (!canGovernSecurity(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<null, "OWN_FACTOR_FIRST" | "SECURITY_SETTINGS_CHANGED">> => {
    const own = await tx.secondFactor.count({ where: { userId: actor.userId, confirmedAt: { not: null } } });
    if (fields.isStaffFactorRequired && own === 0) return refuse("OWN_FACTOR_FIRST");
    const { count } = await tx.securitySettings.updateMany({ where: { id: 1, version }, data: { ...fields, version: version + 1, updatedAt: toDate(now), updatedBy: actor.userId } });
    if (count === 0) return refuse("SECURITY_SETTINGS_CHANGED");
    await recordSecurityEvent(tx, { type: "settings.changed", data: fields, userId: null, actorId: actor.userId, at: now });
    return ok(null);
  });
}
