import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canSeeJobs } from "@/lib/jobs/policy";

export type FailedJob = { id: string; name: string; /** What went wrong at the last try, as the program said it. */ error: string; tries: number; createdAt: string; failedAt: string };

const SHOWN = 100;
const ERROR_MAX = 500;

/** Jobs that failed at their last try, newest first; the queue keeps them for two weeks. To whoever may not see them there are none. */
export async function listFailedJobs({ db, actor }: Context<Actor>): Promise<FailedJob[]> {
  if (!canSeeJobs(actor)) return [];
  const rows = await db.$queryRaw<{ id: string; name: string; output: unknown; tries: number; createdAt: Date; failedAt: Date }[]>`
    SELECT id, name, output, retry_count + 1 AS tries, created_on AS "createdAt", COALESCE(completed_on, created_on) AS "failedAt"
    FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC NULLS LAST, id LIMIT ${SHOWN}`;
  return rows.map(({ output, createdAt, failedAt, ...row }) => ({ ...row, error: errorOf(output), createdAt: createdAt.toISOString(), failedAt: failedAt.toISOString() }));
}

export type JobCounts = { waiting: number; running: number; retrying: number; failed: number };

/** How much there is to do: due, under way, to be tried again, given up. */
export async function countJobs({ db, actor, now }: Context<Actor>): Promise<JobCounts> {
  const none = { waiting: 0, running: 0, retrying: 0, failed: 0 };
  if (!canSeeJobs(actor)) return none;
  const [row] = await db.$queryRaw<JobCounts[]>`
    SELECT count(*) FILTER (WHERE state = 'created' AND start_after <= ${new Date(now.epochMilliseconds)})::int AS waiting,
      count(*) FILTER (WHERE state = 'active')::int AS running,
      count(*) FILTER (WHERE state = 'retry')::int AS retrying,
      count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM pgboss.job WHERE state < 'completed' OR state = 'failed'`;
  return row ?? none;
}

const spoken = z.object({ message: z.string() });

function errorOf(output: unknown): string {
  const read = spoken.safeParse(output);
  return read.success ? read.data.message.slice(0, ERROR_MAX).toWellFormed() : "";
}
