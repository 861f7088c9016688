"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editAppointmentSettings } from "@/lib/appointments/commands/edit-settings";
import { appointmentSettingsSchema } from "@/lib/appointments/schema";

export const editAction = defineAction({
  name: "appointments.edit-settings",
  actor: "staff",
  input: appointmentSettingsSchema,
  run: editAppointmentSettings,
  onDone: () => revalidatePath("/agent/settings/appointments"),
});
