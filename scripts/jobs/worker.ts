import { env } from "@/lib/env";
import { startJobs, stopJobs } from "@/lib/jobs/registry";

async function main(): Promise<void> {
  env();
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  await startJobs();
  process.stdout.write("The jobs are being worked. Ctrl-C stops it.\n");
  await asked;
  // What is under way is finished first, for ten seconds at most.
  await stopJobs();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
