import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditKnowledgeSettings } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { readNewestSettings } from "@/lib/kb/settings/queries";
import type { SaveKbSettingsInput } from "@/lib/kb/settings/schema";
import type { KbSettings } from "@/lib/kb/settings/types";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "KB_SETTINGS_CHANGED">;

/** A new row over the one that the editor saw, and over no other; the ones before it tell what held when. */
export async function saveKbSettings({ db, actor, now }: Context<StaffActor>, { version, firstList, ...input }: SaveKbSettingsInput): Promise<Answer> {
  if (!canEditKnowledgeSettings(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kb_settings'))`;
    const { version: newest, ...theirs } = await readNewestSettings(tx);
    const settings: KbSettings = { ...input, isRecentFirst: firstList === "recent" };
    if (isSame(theirs, settings)) return ok({ version: newest });
    if (newest !== version) return refuse("KB_SETTINGS_CHANGED", { version: newest, theirs });
    const { id } = await tx.kbSettings.create({ data: { ...settings, updatedAt: toDate(now), updatedBy: actor.userId }, select: { id: true } });
    await recordKbEvent(tx, { subjectId: actor.userId, type: "settings.saved", data: settings, actor, at: now });
    return ok({ version: id });
  });
}

function isSame(one: KbSettings, other: KbSettings): boolean {
  return (["mostReadShown", "newestShown", "isRecentFirst", "reviewMonths"] as const).every((name) => one[name] === other[name]);
}
