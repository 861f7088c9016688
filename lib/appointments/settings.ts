import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { canEditAppointmentSettings } from "@/lib/appointments/policy";
import { DEFAULT_RULES } from "@/lib/appointments/rules";
import type { AppointmentRules } from "@/lib/appointments/types";

const ruleColumns = { slotMinutes: true, leadMinutes: true, lateMinutes: true, lateCostMinutes: true, remoteTool: true, linkTemplate: true } as const;

/** What is in force now. */
export async function readAppointmentRules(db: Db | Tx): Promise<AppointmentRules> {
  return (await db.appointmentSettings.findUnique({ where: { id: 1 }, select: ruleColumns })) ?? DEFAULT_RULES;
}

export type AppointmentSettingsView = AppointmentRules & { version: number; updatedAt: string | null; updatedByName: string | null };

/** For the page of settings; null to whoever may not edit them. */
export async function findAppointmentSettings({ db, actor }: Context<Actor>): Promise<AppointmentSettingsView | null> {
  if (!canEditAppointmentSettings(actor)) return null;
  const row = await db.appointmentSettings.findUnique({ where: { id: 1 }, select: { ...ruleColumns, version: true, updatedAt: true, updatedBy: { select: { name: true } } } });
  if (!row) return { ...DEFAULT_RULES, version: 0, updatedAt: null, updatedByName: null };
  const { updatedAt, updatedBy, ...rest } = row;
  return { ...rest, updatedAt: updatedAt.toISOString(), updatedByName: updatedBy?.name ?? null };
}
