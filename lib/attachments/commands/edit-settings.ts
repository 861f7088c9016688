import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditAttachmentSettings } from "@/lib/attachments/policy";
import type { EditSettingsInput } from "@/lib/attachments/schema";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "ATTACHMENT_SETTINGS_CHANGED">;

/** Writes over the version that the editor saw, and over no other. In force with the next file: nothing keeps the limits in memory. */
export async function editAttachmentSettings({ db, actor, now }: Context<StaffActor>, { version, ...rules }: EditSettingsInput): Promise<Answer> {
  if (!canEditAttachmentSettings(actor)) return refuse("FORBIDDEN");
  const data = { ...rules, types: [...new Set(rules.types)], updatedAt: toDate(now), updatedById: actor.userId };
  if (version === 0) {
    try {
      await db.attachmentSettings.create({ data: { id: 1, ...data } });
      return ok({ version: 1 });
    } catch (error) {
      if (!isUniqueError(error)) throw error;
      return changed(await db.attachmentSettings.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } }));
    }
  }
  const { count } = await db.attachmentSettings.updateMany({ where: { id: 1, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 1) return ok({ version: version + 1 });
  return changed(await db.attachmentSettings.findUnique({ where: { id: 1 }, select: { version: true } }));
}

function changed(row: { version: number } | null): Answer {
  return refuse("ATTACHMENT_SETTINGS_CHANGED", { version: row?.version ?? 0 });
}
