import "server-only";
import { z } from "zod";
import { endUnconfirmed, recordReminders } from "@/lib/appointments/upkeep";
import { defineJob } from "@/lib/jobs/definitions";

/** One day and one hour before, both sides are reminded: it is shown wherever they look first. */
export const remindAppointmentsJob = defineJob({
  name: "appointments.remind",
  payload: z.object({}),
  cron: "*/5 * * * *",
  run: (ctx) => recordReminders(ctx),
});

/** What nobody confirmed in time, and what is ahead on a ticket that is over, takes no agent's time any more. */
export const endAppointmentsJob = defineJob({
  name: "appointments.end-unconfirmed",
  payload: z.object({}),
  cron: "*/5 * * * *",
  run: (ctx) => endUnconfirmed(ctx),
});
