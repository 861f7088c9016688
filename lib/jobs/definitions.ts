import type { z } from "zod";
import type { Context } from "@/lib/auth/context";
import type { SystemActor } from "@/lib/auth/actor";

/** A job: its queue name, the shape of its payload, and the command that it calls as the system. */
export type JobDefinition<S extends z.ZodType = z.ZodType> = {
  name: string;
  payload: S;
  /** Cron expression, in the desk's zone, for jobs that come by themselves. */
  cron?: string;
  run: (ctx: Context<SystemActor>, payload: z.output<S>) => Promise<void>;
};

export function defineJob<S extends z.ZodType>(definition: JobDefinition<S>): JobDefinition<S> {
  return definition;
}
