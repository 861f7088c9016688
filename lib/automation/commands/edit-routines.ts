import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernAutomation } from "@/lib/automation/policy";
import type { RoutinesInput } from "@/lib/automation/schema";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "ROUTINES_CHANGED">;

/** Writes over the version that the editor saw, and over no other. In force with the next look of the jobs. */
export async function editRoutines({ db, actor, now }: Context<StaffActor>, { version, ...routines }: RoutinesInput): Promise<Answer> {
  if (!canGovernAutomation(actor)) return refuse("FORBIDDEN");
  const data = { ...routines, updatedAt: toDate(now), updatedById: actor.userId };
  if (version === 0) {
    try {
      await db.routineSettings.create({ data: { id: 1, ...data } });
      return ok({ version: 1 });
    } catch (error) {
      if (!isUniqueError(error)) throw error;
    }
  } else {
    const { count } = await db.routineSettings.updateMany({ where: { id: 1, version }, data: { ...data, version: { increment: 1 } } });
    if (count === 1) return ok({ version: version + 1 });
  }
  const theirs = await db.routineSettings.findUniqueOrThrow({ where: { id: 1 } });
  const { firstReminderDays, secondReminderDays, closeAfterDays, asksSatisfaction } = theirs;
  return refuse("ROUTINES_CHANGED", { version: String(theirs.version), theirs: { firstReminderDays, secondReminderDays, closeAfterDays, asksSatisfaction } });
}
