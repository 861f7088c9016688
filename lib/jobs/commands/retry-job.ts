import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canSeeJobs } from "@/lib/jobs/policy";
import { log } from "@/lib/log";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<{ jobId: string }, "FORBIDDEN" | "JOB_NOT_FAILED">;

/** Puts a job that failed back into its queue, for one more try; pressed twice, it is one. */
export function retryJob({ db, actor }: Context<StaffActor>, { jobId }: { jobId: string }): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!canSeeJobs(actor)) return refuse("FORBIDDEN");
    const [job] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.job WHERE id = ${jobId}::uuid AND state = 'failed' FOR UPDATE`;
    if (!job) return refuse("JOB_NOT_FAILED");
    const boss = new PgBoss({ db: fromPrisma(tx as never), supervise: false, schedule: false, migrate: false });
    await boss.retry(job.name, jobId);
    log.info({ jobId, job: job.name, actorId: actor.userId }, "job tried again by hand");
    return ok({ jobId });
  });
}
