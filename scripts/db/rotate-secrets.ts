import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { rotateSealed } from "@/lib/secrets/rotation";
import { rotateFactors } from "@/lib/security/rotation";

async function main(): Promise<void> {
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  const parts = [await rotateSealed(db), await rotateFactors(db)];
  await db.$disconnect();
  const [rotated, unreadable] = [parts.reduce((sum, part) => sum + part.rotated, 0), parts.reduce((sum, part) => sum + part.unreadable, 0)];
  process.stdout.write(`${rotated} sealed values are encrypted anew.\n`);
  if (unreadable === 0) return void process.stdout.write("APP_SECRET_PREVIOUS is not needed any more.\n");
  throw new Error(`${unreadable} cannot be opened: they were encrypted under a secret that APP_SECRET_PREVIOUS does not name, or are damaged. They were left as they are.`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
