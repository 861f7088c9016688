import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import type { KbSettings, KbSettingsView } from "@/lib/kb/settings/types";
import { toInstant } from "@/lib/time/instants";

const columns = { id: true, mostReadShown: true, newestShown: true, isRecentFirst: true, reviewMonths: true } as const;
const NEVER_SET: KbSettings = { mostReadShown: 6, newestShown: 6, isRecentFirst: false, reviewMonths: 12 };

/** What holds now: nothing that the pages do not show. */
export async function getKbSettings({ db }: PublicContext): Promise<KbSettings> {
  const { version: _, ...settings } = await readNewestSettings(db);
  return settings;
}

/** With who set it, for whoever may; null for everybody else. */
export async function findKbSettings({ db, actor }: Context<StaffActor>): Promise<KbSettingsView | null> {
  if (!canEditKnowledgeSettings(actor)) return null;
  const row = await db.kbSettings.findFirst({ orderBy: { id: "desc" }, select: { updatedAt: true, editor: { select: { name: true } } } });
  return { ...(await readNewestSettings(db)), updatedAt: row ? toInstant(row.updatedAt).toString() : null, updatedByName: row?.editor?.name ?? null };
}

/** The newest row holds; its id is the version. */
export async function readNewestSettings(db: Db | Tx): Promise<KbSettings & { version: number }> {
  const row = await db.kbSettings.findFirst({ orderBy: { id: "desc" }, select: columns });
  if (!row) return { ...NEVER_SET, version: 0 };
  const { id: version, ...settings } = row;
  return { ...settings, version };
}
