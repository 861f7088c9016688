import { createDb, type Db } from "@/lib/db/client";
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
    if (kind === "empty") return;
    if (await isHalfLoaded(db)) throw new Error("The demonstration data was interrupted while it was loaded. Begin anew with: npm run db:reset");
    if ((await db.user.count()) > 0) return;
    process.stdout.write("Loading the demonstration data …\n");
    await db.$executeRawUnsafe(`COMMENT ON TABLE organization IS '${LOADING}'`);
    await seedDemonstration({ db, now, password: demoPassword() });
    await db.$executeRawUnsafe("COMMENT ON TABLE organization IS NULL");
  } finally {
    await db.$disconnect();
  }
}

/** Stands on a table while the demonstration is loaded, so that half of one is never taken for a whole. */
const LOADING = "demonstration being loaded";

async function isHalfLoaded(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ comment: string | null }[]>`SELECT obj_description('organization'::regclass) AS comment`;
  return row?.comment === LOADING;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)}\n`);
    process.exit(1);
  },
);
