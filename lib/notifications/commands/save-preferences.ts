import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { tickedIn, type PreferencesInput } from "@/lib/notifications/schema";
import { isFixed, topicsOf } from "@/lib/notifications/topics";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** One's own, whole: what is not ticked is off. What the other side's form would tick is left alone. */
export function savePreferences({ db, actor, now }: Context<PersonActor>, input: PreferencesInput): Promise<Result<null, "UNKNOWN_DEPARTMENT">> {
  const { userId } = actor;
  const updatedAt = toDate(now);
  return db.$transaction(async (tx): Promise<Result<null, "UNKNOWN_DEPARTMENT">> => {
    const wanted = actor.kind === "staff" ? [...new Set(input.departments)] : [];
    const known = await tx.department.count({ where: { id: { in: wanted } } });
    if (known !== wanted.length) return refuse("UNKNOWN_DEPARTMENT");
    for (const topic of topicsOf(actor.kind)) {
      if (isFixed(topic)) continue;
      const channels = { ...tickedIn(input, topic), updatedAt };
      await tx.notificationChoice.upsert({ where: { userId_topic: { userId, topic } }, create: { userId, topic, ...channels }, update: channels });
    }
    if (actor.kind === "customer") return ok(null);
    const settings = { keepsQuietHours: input.keepsQuietHours, updatedAt };
    await tx.notificationSettings.upsert({ where: { userId }, create: { userId, ...settings }, update: settings });
    await tx.departmentFollow.deleteMany({ where: { userId, departmentId: { notIn: wanted } } });
    await tx.departmentFollow.createMany({ data: wanted.map((departmentId) => ({ userId, departmentId })), skipDuplicates: true });
    return ok(null);
  });
}
