import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@/scripts/db/migrate";
import { startThrowAwayDatabase } from "@/scripts/setup/postgres";
import { runScript } from "@/scripts/setup/run";
import { testEnvironment } from "@/tests/support/environment";

/** One throw-away PostgreSQL a run, with a migrated template that each test file clones. */
export default async function startDatabase(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-test-"));
  chmodSync(directory, 0o711);
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  process.env.TEST_DATABASE_URL = database.url;
  await migrate(database.url);
  await runScript("tests/support/prepare-template.ts", [], { env: testEnvironment(database.url) });
  Object.assign(globalThis, { mesaTestDatabase: { stop: database.stop, directory } });
}
