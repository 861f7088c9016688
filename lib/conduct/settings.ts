import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernConduct } from "@/lib/conduct/policy";
import type { Db, Tx } from "@/lib/db/client";
import { getTranslator } from "@/lib/i18n/translator";

export type ConductSettings = { firstWarning: string; secondWarning: string; periodDays: number };

const PERIOD_DAYS = 180;

/** What is in force: the newest row, or what the product begins with. */
export async function readConductSettings(db: Db | Tx): Promise<ConductSettings> {
  return (await db.conductSettings.findFirst({ orderBy: { id: "desc" }, select: { firstWarning: true, secondWarning: true, periodDays: true } })) ?? initialSettings();
}

export type ConductSettingsView = ConductSettings & { version: number; updatedAt: string | null; updatedByName: string | null };

/** For the page of settings; null to whoever may not edit them. */
export async function findConductSettings({ db, actor }: Context<Actor>): Promise<ConductSettingsView | null> {
  if (!canGovernConduct(actor)) return null;
  const row = await db.conductSettings.findFirst({ orderBy: { id: "desc" }, select: { id: true, firstWarning: true, secondWarning: true, periodDays: true, updatedAt: true, editor: { select: { name: true } } } });
  if (!row) return { ...initialSettings(), version: 0, updatedAt: null, updatedByName: null };
  const { id, editor, updatedAt, ...rest } = row;
  return { ...rest, version: id, updatedAt: updatedAt.toISOString(), updatedByName: editor?.name ?? null };
}

function initialSettings(): ConductSettings {
  // Read as it is: its braces are the template's own.
  const t = getTranslator("conduct");
  return { firstWarning: t.raw("templates.first"), secondWarning: t.raw("templates.second"), periodDays: PERIOD_DAYS };
}
