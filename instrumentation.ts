import type { FrontGate } from "@/lib/http/front-gate";

/** Once a process, before the first request: the environment is checked, the gate of the maintenance is put up and the jobs begin, unless they run apart. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/env");
  env();
  const [{ database }, { maintenanceGate }] = await Promise.all([import("@/lib/db/database"), import("@/lib/notices/maintenance-gate")]);
  const mesaFrontGate: FrontGate = maintenanceGate({ db: database(), clock: () => Temporal.Now.instant() });
  Object.assign(globalThis, { mesaFrontGate });
  const { startWebWork } = await import("@/lib/jobs/registry");
  await startWebWork();
}
