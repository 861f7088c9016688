import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { JOBS } from "@/lib/jobs/registry";
import { createQueues } from "@/lib/jobs/worker";
import { seedBase } from "@/prisma/seed/base";
import { at } from "@/tests/support/clock";
import { seedCast } from "@/tests/support/cast";

/** Fills the template that every test file's database is cloned from: queues, hours, promises, departments and the cast. */
async function main(): Promise<void> {
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  await createQueues(env().DATABASE_URL, JOBS);
  await seedBase({ db, now: at("2026-11-18T10:00") });
  await seedCast(db);
  await db.$disconnect();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
