/** Once a process, before the first request: the environment is checked and the jobs begin. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/env");
  env();
  const { startJobs } = await import("@/lib/jobs/registry");
  await startJobs();
}
