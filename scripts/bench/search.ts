import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../db/migrate";
import { startThrowAwayDatabase } from "../setup/postgres";
import { runScript } from "../setup/run";
import { BENCH_SECRET } from "./throw-away-desk";

const TICKETS = 100_000;
const ARTICLES = 100_000;

/** The finders on 100,000 tickets and 100,000 articles, in a database of their own, measured inside one process. */
export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-bench-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  try {
    const env = { DATABASE_URL: database.url, APP_URL: "http://localhost:3000", APP_SECRET: BENCH_SECRET, LOG_LEVEL: "warn" };
    await migrate(database.url);
    await runScript("scripts/seed/main.ts", ["empty"], { env });
    console.log(`Finders: ${TICKETS.toLocaleString("en")} tickets, ${ARTICLES.toLocaleString("en")} articles. Filling a database of their own:`);
    await runScript("scripts/bench/search/fill.ts", [String(TICKETS), String(ARTICLES)], { env });
    await runScript("scripts/bench/search/main.ts", [], { env });
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
