import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { canGovernSecurity } from "@/lib/security/policy";
import type { SecuritySettingsView } from "@/lib/security/types";

const ROW = { id: 1 } as const;
const SETTINGS = { version: true, isStaffFactorRequired: true, isProviderFactorEnough: true, canAgentsResetFactors: true } as const;

export function readSettings(db: Db | Tx): Promise<{ version: number; isStaffFactorRequired: boolean; isProviderFactorEnough: boolean; canAgentsResetFactors: boolean }> {
  return db.securitySettings.findUniqueOrThrow({ where: ROW, select: SETTINGS });
}

/** For the page of settings; null to whoever may not edit them. */
export async function findSecuritySettings({ db, actor }: Context<StaffActor>): Promise<SecuritySettingsView | null> {
  if (!canGovernSecurity(actor)) return null;
  const [row, without] = await Promise.all([
    db.securitySettings.findUniqueOrThrow({ where: ROW, select: { ...SETTINGS, updatedAt: true, editor: { select: { name: true } } } }),
    db.user.findMany({ where: { role: { not: "customer" }, suspendedAt: null, OR: [{ secondFactor: null }, { secondFactor: { confirmedAt: null } }] }, orderBy: { name: "asc" }, take: 50, select: { name: true } }),
  ]);
  const { editor, updatedAt, ...settings } = row;
  return { ...settings, updatedAt: updatedAt?.toISOString() ?? null, updatedByName: editor?.name ?? null, without: without.map(({ name }) => name) };
}
