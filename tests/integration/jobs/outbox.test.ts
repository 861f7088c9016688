import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { retryJob } from "@/lib/jobs/commands/retry-job";
import { listFailedJobs } from "@/lib/jobs/failed-jobs";
import { JOBS } from "@/lib/jobs/registry";
import { createQueues, workJobs } from "@/lib/jobs/worker";
import { RECORD_BREACH } from "@/lib/sla/targets";
import { diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase } from "@/tests/support/db";

useDatabase();

const PAYLOAD = { targetId: "00000000-0000-4000-8000-000000000001" };

function jobsIn(db: Pick<Db, "$queryRaw">, name: string) {
  return db.$queryRaw<{ data: unknown; state: string; startAfter: Date }[]>`
    SELECT data, state::text AS state, start_after AS "startAfter" FROM pgboss.job WHERE name = ${name}`;
}

describe("a job sent inside a transaction", () => {
  it("does not exist when the transaction is rolled back", async () => {
    const failing = testDb().$transaction(async (tx) => {
      await enqueue(tx, RECORD_BREACH, PAYLOAD);
      expect(await jobsIn(tx as Db, RECORD_BREACH)).toHaveLength(1);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await jobsIn(testDb(), RECORD_BREACH)).toEqual([]);
  });

  it("is seen by others only once the transaction is committed, with the instant to run at", async () => {
    const startAfter = at("2030-01-02T03:04:05");
    await testDb().$transaction(async (tx) => {
      await enqueue(tx, RECORD_BREACH, PAYLOAD, { startAfter });
      expect(await jobsIn(testDb(), RECORD_BREACH)).toEqual([]);
    });
    const [job] = await jobsIn(testDb(), RECORD_BREACH);
    expect(job).toEqual({ data: PAYLOAD, state: "created", startAfter: new Date(startAfter.epochMilliseconds) });
  });

  it("into a queue that does not exist is a mistake, and takes the transaction with it", async () => {
    await expect(testDb().$transaction((tx) => enqueue(tx, "no.such-queue", {}))).rejects.toThrow(/no\.such-queue/);
  });
});

describe("the workers", () => {
  it("run a job as the system, with its payload checked, and retry what fails", async () => {
    const seen: unknown[] = [];
    const job = defineJob({
      name: "tests.greet",
      payload: z.strictObject({ name: z.string() }),
      async run({ actor, now, db }, { name }) {
        seen.push([actor.kind, now instanceof Temporal.Instant, db === testDb(), name]);
      },
    });
    await createQueues(testDatabaseUrl(), [job]);
    await testDb().$transaction((tx) => enqueue(tx, job.name, { name: "Ana" }));
    await testDb().$transaction((tx) => enqueue(tx, job.name, { nombre: "mal" }));
    const { stop } = await workJobs({ db: testDb(), databaseUrl: testDatabaseUrl(), jobs: [job] as never });
    try {
      await until(async () => (await jobsIn(testDb(), job.name)).some((each) => each.state === "retry"));
    } finally {
      await stop();
    }
    expect(seen).toContainEqual(["system", true, true, "Ana"]);
    expect((await jobsIn(testDb(), job.name)).every((each) => each.state === "completed" || each.state === "retry")).toBe(true);
  }, 30_000);

  it("on one database share the work, and one scheduler sends what comes by itself, however many they are", async () => {
    const seen: string[] = [];
    const counted = defineJob({ name: "tests.counted", payload: z.strictObject({ number: z.number() }), run: async (_ctx, { number }) => void seen.push(`counted ${number}`) });
    const scheduled = defineJob({ name: "tests.scheduled", payload: z.object({}), cron: "* * * * *", run: async ({ now }) => void seen.push(`scheduled ${now.toString().slice(0, 16)}`) });
    const jobs = [counted, scheduled] as never;
    await createQueues(testDatabaseUrl(), [counted, scheduled]);
    for (let number = 0; number < 30; number += 1) await testDb().$transaction((tx) => enqueue(tx, counted.name, { number }));
    const workers = await Promise.all([1, 2, 3].map(() => workJobs({ db: testDb(), databaseUrl: testDatabaseUrl(), jobs })));
    try {
      // Into the next minute: each of the three has looked at the clock several times by then.
      await until(async () => new Set(seen.filter((each) => each.startsWith("scheduled"))).size >= 2 && seen.filter((each) => each.startsWith("counted")).length >= 30, 100_000);
    } finally {
      await Promise.all(workers.map(({ stop }) => stop()));
    }
    expect(seen.filter((each) => each.startsWith("counted")).toSorted()).toEqual(Array.from({ length: 30 }, (_, number) => `counted ${number}`).toSorted());
    const sent = await testDb().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = ${scheduled.name} GROUP BY date_trunc('minute', created_on)`;
    expect(sent.map(({ count }) => Number(count)).every((count) => count === 1)).toBe(true);
  }, 130_000);

  it("show what failed to the end with its error, and try it once more when asked", async () => {
    let isBroken = true;
    const job = defineJob({ name: "tests.breaks", payload: z.object({}), async run() { if (isBroken) throw new Error("El servidor no contesta."); } });
    await createQueues(testDatabaseUrl(), [job]);
    await testDb().$transaction((tx) => enqueue(tx, job.name, {}));
    // As after its last try.
    await testDb().$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE name = ${job.name}`;
    const { stop } = await workJobs({ db: testDb(), databaseUrl: testDatabaseUrl(), jobs: [job] as never });
    const desk = { db: testDb(), actor: diego, now: NOON };
    try {
      await until(async () => (await listFailedJobs(desk)).length === 1);
      const [failed] = await listFailedJobs(desk);
      expect(failed).toMatchObject({ name: job.name, error: "El servidor no contesta.", tries: 1 });
      isBroken = false;
      expect([await retryJob(desk, { jobId: failed!.id }), await retryJob(desk, { jobId: failed!.id })]).toMatchObject([{ ok: true }, { code: "JOB_NOT_FAILED" }]);
      await until(async () => (await jobsIn(testDb(), job.name)).every(({ state }) => state === "completed"));
    } finally {
      await stop();
    }
    expect(await listFailedJobs(desk)).toEqual([]);
  }, 60_000);

  it("know every job by a name of its own, and its queue exists in a fresh database", async () => {
    const names = JOBS.map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
    const queues = await testDb().$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.queue`;
    expect(queues.map((queue) => queue.name)).toEqual(expect.arrayContaining(names));
  });
});

async function until(holds: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${patienceMs / 1000} seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
