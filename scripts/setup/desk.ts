import { migrate } from "../db/migrate";
import { checkEnvironmentEarly, loadDotEnv, prepareEnvironment } from "./environment";
import { startDatabase, type RunningDatabase } from "./postgres";
import { CommandFailed, runScript } from "./run";
import type { Env } from "../../lib/env";

export type Desk = { env: Env; database: RunningDatabase };

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Environment, database, migrations and first data: what every command but the tests begins with. */
export async function openDesk({ data }: { data: "demo" | "empty" | "none" }): Promise<Desk> {
  loadDotEnv();
  checkEnvironmentEarly();
  if (!process.env.DATABASE_URL) say("Starting PostgreSQL …");
  const database = await startDatabase();
  try {
    const env = prepareEnvironment(database.url);
    const applied = await migrate(database.url);
    if (applied.length > 0) say(`Database migrated (${applied.length} ${applied.length === 1 ? "step" : "steps"}).`);
    if (data !== "none") await runScript("scripts/seed/main.ts", [data]);
    return { env, database };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Runs a command to its end; an error is said in its own words, without a stack unless it is a bug. */
export function runCommand(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      // What a command of ours printed has said why already.
      if (error instanceof CommandFailed) process.exit(1);
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`\n${message}\n${process.env.DEBUG && error instanceof Error ? `${error.stack}\n` : ""}`);
      process.exit(1);
    },
  );
}

/** Resolves at Ctrl-C or when the system asks the process to end. A second Ctrl-C does not wait. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}
