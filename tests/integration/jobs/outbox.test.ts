import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { JOBS } from "@/lib/jobs/registry";
import { createQueues, workJobs } from "@/lib/jobs/worker";
import { RECORD_BREACH } from "@/lib/sla/targets";
import { at } from "@/tests/support/clock";
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

  it("know every job by a name of its own, and its queue exists in a fresh database", async () => {
    const names = JOBS.map((job) => job.name);
    expect(new Set(names).size).toBe(names.length);
    const queues = await testDb().$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.queue`;
    expect(queues.map((queue) => queue.name)).toEqual(expect.arrayContaining(names));
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("It did not happen within 20 seconds.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
