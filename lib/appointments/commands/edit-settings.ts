import "server-only";
import { canEditAppointmentSettings } from "@/lib/appointments/policy";
import type { AppointmentSettingsInput } from "@/lib/appointments/schema";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "APPOINTMENT_SETTINGS_CHANGED">;

/** Writes over the version that the editor saw, and over no other. In force with the next booking; what is booked keeps its link. */
export async function editAppointmentSettings({ db, actor, now }: Context<StaffActor>, { version, ...rules }: AppointmentSettingsInput): Promise<Answer> {
  if (!canEditAppointmentSettings(actor)) return refuse("FORBIDDEN");
  const data = { ...rules, updatedAt: toDate(now), updatedById: actor.userId };
  if (version === 0) {
    try {
      await db.appointmentSettings.create({ data: { id: 1, ...data } });
      return ok({ version: 1 });
    } catch (error) {
      if (!isUniqueError(error)) throw error;
      return changed(await db.appointmentSettings.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } }));
    }
  }
  const { count } = await db.appointmentSettings.updateMany({ where: { id: 1, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 1) return ok({ version: version + 1 });
  return changed(await db.appointmentSettings.findUnique({ where: { id: 1 }, select: { version: true } }));
}

function changed(row: { version: number } | null): Answer {
  return refuse("APPOINTMENT_SETTINGS_CHANGED", { version: row?.version ?? 0 });
}
