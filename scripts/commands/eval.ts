import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../db/migrate";
import { runCommand } from "../setup/desk";
import { startThrowAwayDatabase } from "../setup/postgres";
import { runScript } from "../setup/run";

/** `npm run eval -- all | fit | <set folder> --out run.jsonl`: what the finders find, measured in a database of its own. */
runCommand(async () => {
  const directory = mkdtempSync(join(tmpdir(), "mesa-eval-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  try {
    await migrate(database.url);
    await runScript("scripts/eval/main.ts", process.argv.slice(2), { env: { DATABASE_URL: database.url, APP_URL: "http://localhost:3000", APP_SECRET: "evaluation-only-W7xq2Lr9Zs0vVb4Kd", LOG_LEVEL: "warn" } });
  } finally {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
