import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../db/migrate";
import { startThrowAwayDatabase } from "../setup/postgres";
import { runScript } from "../setup/run";
import { BENCH_SECRET } from "./throw-away-desk";

const LINES = 50_000;

/** A table of 50,000 products, as an old spreadsheet writes it: looked at, applied, and looked at again, through the functions that the pages call. */
export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-bench-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  try {
    const env = { DATABASE_URL: database.url, APP_URL: "http://localhost:3000", APP_SECRET: BENCH_SECRET, LOG_LEVEL: "warn" };
    await migrate(database.url);
    await runScript("scripts/seed/main.ts", ["empty"], { env });
    await runScript("scripts/bench/import/main.ts", [String(LINES)], { env });
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
