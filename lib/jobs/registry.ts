import "server-only";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { workJobs } from "@/lib/jobs/worker";
import { forgetSearchesJob, forgetVisitorsJob } from "@/lib/kb/jobs";
import { closeSolvedJob, forgetDraftsJob, recordBreachJob } from "@/lib/tickets/jobs";

/** Every job of the product. */
export const JOBS = [recordBreachJob, closeSolvedJob, forgetDraftsJob, forgetVisitorsJob, forgetSearchesJob] as const;

const running = globalThis as typeof globalThis & { mesaStopJobs?: () => Promise<void> };

/** Starts the workers of this process, once; server.ts calls what is kept in `mesaStopJobs` when it ends. */
export async function startJobs(): Promise<void> {
  if (running.mesaStopJobs) return;
  running.mesaStopJobs = async () => {};
  const { stop } = await workJobs({ db: database(), databaseUrl: env().DATABASE_URL, jobs: JOBS as never });
  running.mesaStopJobs = async () => {
    await stop();
    await database().$disconnect();
  };
}
