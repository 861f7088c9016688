import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the application is started with in tests: a whole environment, so that none of it comes from the machine. */
export function testEnvironment(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    APP_URL: "http://localhost:3000",
    APP_SECRET: "tests-only-K7d2mQ9xVb4nTz1LhR8sWc3",
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    // One folder a process: nothing is left in the one that the desk uses.
    DATA_DIR: join(tmpdir(), `mesa-test-files-${process.pid}`),
  };
}
