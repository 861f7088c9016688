import { env } from "@/lib/env";
import type { Actor } from "@/lib/auth/actor";

/** What failed behind the pages is the administrators' to see and to try again. */
export function canSeeJobs(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** Whether web processes leave the jobs to `npm run worker`. */
export function areJobsApart(): boolean {
  return env().JOBS === "apart";
}
