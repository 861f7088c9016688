import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../db/migrate";
import { startThrowAwayDatabase } from "../setup/postgres";
import { runScript } from "../setup/run";
import { serveDesk, type ServedDesk } from "../setup/served-desk";

export const BENCH_SECRET = "benchmark-only-M4tq81LrZs0xVb7Kd2Hn6Yc";

type Desk = { databaseUrl: string; server: ServedDesk; directory: string };

/** Runs `measure` against the production build on a database of its own, and leaves nothing behind. */
export async function withDesk(options: { data: "demo" | "empty"; fill?: string; env?: Record<string, string> }, measure: (desk: Desk) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-bench-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  try {
    const environment = { DATABASE_URL: database.url, APP_URL: "http://localhost:3000", APP_SECRET: BENCH_SECRET, LOG_LEVEL: "warn" };
    if (options.fill) {
      await migrate(database.url);
      await runScript("scripts/seed/main.ts", ["empty"], { env: environment });
      await runScript(options.fill, [], { env: environment });
    }
    const server = await serveDesk({ databaseUrl: database.url, directory, data: options.data, env: { APP_SECRET: BENCH_SECRET, ...options.env } });
    try {
      await measure({ databaseUrl: database.url, server, directory });
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
