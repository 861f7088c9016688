import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { forgetMaintenance, readMaintenance, type KeptMaintenance } from "@/lib/notices/current-maintenance";
import { maintenanceStateAt } from "@/lib/notices/maintenance";
import { canEditNotices } from "@/lib/notices/policy";
import { recordNoticeEvent } from "@/lib/notices/record";
import type { SetMaintenanceInput } from "@/lib/notices/schema";
import { wallTime } from "@/lib/notices/wall-time";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toDateOrNull } from "@/lib/time/instants";

type Answer = Result<{ version: number; state: "off" | "planned" | "on" }, "FORBIDDEN" | "MAINTENANCE_ENDS_FIRST" | "MAINTENANCE_CHANGED">;

/** Closes the desk to everybody but its staff, now or at a time, or opens it again. Over the row that was read, and over no other. */
export async function setMaintenance({ db, actor, now }: Context<StaffActor>, { version, isOn, message, startsAt, expectedUntil }: SetMaintenanceInput): Promise<Answer> {
  if (!canEditNotices(actor)) return refuse("FORBIDDEN");
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('maintenance'))`;
    const newest = await readMaintenance(tx);
    const state = maintenanceStateAt(newest, now);
    if (!isOn && state === "off") return ok({ version: newest?.version ?? 0, state });
    if ((newest?.version ?? 0) !== version) return refuse("MAINTENANCE_CHANGED", theirsOf(newest));

    // Whoever changes the words of one that has begun does not begin another.
    const from = startsAt ?? (state === "on" && newest ? newest.startsAt : now);
    const later = Temporal.Instant.compare(from, now) > 0 ? from : now;
    if (isOn && expectedUntil !== null && Temporal.Instant.compare(expectedUntil, later) <= 0) return refuse("MAINTENANCE_ENDS_FIRST");
    const data = isOn ? { message, startsAt: toDate(from), expectedUntil: toDateOrNull(expectedUntil) } : { message: newest?.message ?? "" };
    const { id } = await tx.maintenance.create({ data: { ...data, isOn, at: toDate(now), byId: actor.userId }, select: { id: true } });
    if (isOn) await recordNoticeEvent(tx, { maintenanceId: id, type: "maintenance.on", data: { message, startsAt: from.toString(), expectedUntil: expectedUntil?.toString() ?? null }, actor, at: now });
    else await recordNoticeEvent(tx, { maintenanceId: id, type: "maintenance.off", data: {}, actor, at: now });
    return ok({ version: id, state: maintenanceStateAt({ isOn, startsAt: from }, now) });
  });
  forgetMaintenance(db);
  return answer;
}

/** What somebody else decided meanwhile, as the form would have it. */
function theirsOf(newest: KeptMaintenance | null) {
  const theirs = newest?.isOn ? { message: newest.message, startsAt: wallTime(newest.startsAt), expectedUntil: wallTime(newest.expectedUntil) } : undefined;
  return { version: String(newest?.version ?? 0), ...(theirs ? { theirs } : {}) };
}
