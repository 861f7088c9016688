import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { createQueues } from "@/lib/jobs/worker";
import { JOBS } from "@/lib/jobs/registry";
import { seedBase } from "@/prisma/seed/base";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { demoPassword } from "../setup/demo-password";

/** `main.ts empty` lays what every desk needs; `main.ts demo` adds the demonstration to a desk without people. Both can run again. */
async function main(): Promise<void> {
  const kind = process.argv[2] === "demo" ? "demo" : "empty";
  const db = createDb({ url: env().DATABASE_URL, poolSize: 4 });
  try {
    await createQueues(env().DATABASE_URL, JOBS);
    const now = Temporal.Now.instant();
    await seedBase({ db, now });
    if (kind === "empty" || (await db.user.count()) > 0) return;
    process.stdout.write("Loading the demonstration data …\n");
    await seedDemonstration({ db, now, password: demoPassword() });
  } finally {
    await db.$disconnect();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
