import { spawn } from "node:child_process";
import { join } from "node:path";
import { openDesk, runCommand, say, untilAskedToStop } from "../setup/desk";
import { ROOT } from "../setup/paths";

/** Works the jobs in a process of its own, beside desks that are started with JOBS=apart; any number of them share the work. */
runCommand(async () => {
  const stopAsked = untilAskedToStop();
  const { database } = await openDesk({ data: "none" });
  try {
    const worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", join(ROOT, "scripts/jobs/worker.ts")], { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } });
    const ended = new Promise<number>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("exit", (code) => resolve(code ?? 1));
    });
    const early = await Promise.race([ended, stopAsked]);
    if (early !== undefined) throw new Error(`The worker ended by itself (${early}).`);
    say("\nStopping …");
    worker.kill("SIGTERM");
    await ended;
  } finally {
    await database.stop();
  }
});
