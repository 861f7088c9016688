import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { EnvironmentError, parseEnv, type Env } from "../../lib/env";
import { keptSecret } from "./kept-secret";
import { dataDirectory, ROOT } from "./paths";

/** Reads .env, fills in what can be generated, and parses the whole. Ends the process with the names of what is wrong. */
export function prepareEnvironment(databaseUrl: string): Env {
  process.env.DATABASE_URL = databaseUrl;
  process.env.APP_SECRET ||= keptSecret("app-secret");
  process.env.APP_URL ||= `http://localhost:${process.env.PORT || 3000}`;
  process.env.APP_VERSION ||= readVersion();
  // Whatever folder a process of ours is in, it means the same one.
  process.env.DATA_DIR = dataDirectory();
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

export function loadDotEnv(): void {
  const file = join(ROOT, ".env");
  if (existsSync(file)) loadEnvFile(file);
}

/** A wrong value is said before the database is started, not after. */
export function checkEnvironmentEarly(): void {
  const { APP_SECRET, APP_URL, DATABASE_URL } = process.env;
  prepareEnvironment(DATABASE_URL || "postgresql://not-started-yet");
  restore({ APP_SECRET, APP_URL, DATABASE_URL });
}

function restore(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return version;
}
