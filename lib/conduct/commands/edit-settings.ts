import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernConduct } from "@/lib/conduct/policy";
import type { ConductSettingsInput } from "@/lib/conduct/schema";
import type { Db, Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "CONDUCT_SETTINGS_CHANGED">;

/** Follows the version that the editor saw, and no other; earlier ones stay. In force with the next warning. */
export async function editConductSettings({ db, actor, now }: Context<StaffActor>, { version, ...fields }: ConductSettingsInput): Promise<Answer> {
  if (!canGovernConduct(actor)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const newest = await readNewest(tx);
      if (newest.version !== String(version)) return refuse("CONDUCT_SETTINGS_CHANGED", newest);
      // The number is part of the promise: of two who follow one version, the key lets one through.
      await tx.conductSettings.create({ data: { id: version + 1, ...fields, updatedAt: toDate(now), updatedBy: actor.userId } });
      return ok({ version: version + 1 });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("CONDUCT_SETTINGS_CHANGED", await readNewest(db));
  }
}

/** What is in force, by the names of the form, so that it can stand beside what was typed. */
async function readNewest(db: Db | Tx): Promise<{ version: string; theirs?: Record<string, string> }> {
  const row = await db.conductSettings.findFirst({ orderBy: { id: "desc" }, select: { id: true, firstWarning: true, secondWarning: true, periodDays: true } });
  return row ? { version: String(row.id), theirs: { firstWarning: row.firstWarning, secondWarning: row.secondWarning, periodDays: String(row.periodDays) } } : { version: "0" };
}
