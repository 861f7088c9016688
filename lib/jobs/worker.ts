import "server-only";
import { PgBoss, type JobResult } from "pg-boss";
import { mintSystem } from "@/lib/auth/mint";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import type { JobDefinition } from "@/lib/jobs/definitions";
import { log } from "@/lib/log";

/** Makes the queues; their schema is PostgreSQL's own (`pgboss`). Safe to call again. */
export async function createQueues(databaseUrl: string, jobs: readonly { name: string }[]): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 });
  boss.on("error", (error) => log.error({ err: error }, "jobs: queue set-up"));
  await boss.start();
  try {
    for (const job of jobs) await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true });
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Works the queues until `stop` is called; a failed job is logged and tried again by itself, up to five times. */
export async function workJobs({ db, databaseUrl, jobs }: { db: Db; databaseUrl: string; jobs: readonly JobDefinition[] }): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 4, application_name: "mesa-jobs" });
  boss.on("error", (error) => log.error({ err: error }, "jobs"));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true });
    // Each job of a batch has its own outcome: one that cannot succeed must not take the others with it.
    await boss.work(job.name, { batchSize: 10, pollingIntervalSeconds: 5, perJobResults: true }, async (batch) => {
      const results: JobResult[] = [];
      for (const each of batch) results.push(await runJob(db, job, each));
      return results;
    });
    if (job.cron) await boss.schedule(job.name, job.cron, {}, { tz: DESK_TIME_ZONE });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

async function runJob(db: Db, job: JobDefinition, { id, data }: { id: string; data: unknown }): Promise<JobResult> {
  try {
    await job.run({ db, actor: mintSystem(), now: Temporal.Now.instant() }, job.payload.parse(data ?? {}));
    return { id, status: "completed" };
  } catch (error) {
    log.error({ err: error, job: job.name, jobId: id }, "job failed");
    return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
  }
}
