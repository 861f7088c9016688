import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser, NO_BROWSER } from "@/scripts/setup/browser";
import { startThrowAwayDatabase } from "@/scripts/setup/postgres";
import { serveDesk } from "@/scripts/setup/served-desk";
import { HOOK_SECRET } from "@/tests/support/browser-letters";
import { PEOPLE, signInOverHttp, STATE_DIRECTORY, stateFile } from "@/tests/support/browser-people";
import { reportServerErrors } from "@/tests/support/browser-server-log";

/** Starts what the browser tests need and signs everybody in, once a run; what it returns stops it again. */
export default async function startBrowserTests(): Promise<() => Promise<void>> {
  if (!(await findBrowser())) throw new Error(NO_BROWSER);
  const desk = process.env.E2E_URL ? runningDesk() : await throwAwayDesk();
  try {
    rmSync(STATE_DIRECTORY, { recursive: true, force: true });
    mkdirSync(STATE_DIRECTORY, { recursive: true });
    for (const person of PEOPLE) await signInOverHttp(person, stateFile(person));
  } catch (error) {
    await desk.stop();
    throw error;
  }
  return desk.stop;
}

type Desk = { stop: () => Promise<void> };

function runningDesk(): Desk {
  if (!process.env.SEED_PASSWORD) throw new Error("E2E_URL is set: say the demonstration password of that desk in SEED_PASSWORD too.");
  return { stop: async () => {} };
}

async function throwAwayDesk(): Promise<Desk> {
  const directory = mkdtempSync(join(tmpdir(), "mesa-browser-"));
  chmodSync(directory, 0o711);
  // The workers read these.
  process.env.SEED_PASSWORD = "browser-tests-only-1";
  const database = await startThrowAwayDatabase(join(directory, "postgres"));
  process.env.E2E_DATABASE_URL = database.url;
  try {
    const server = await serveDesk({ databaseUrl: database.url, directory, data: "demo", env: { INBOUND_MAIL_SECRET: HOOK_SECRET } });
    process.env.E2E_URL = server.url;
    process.env.E2E_LOG_FILE = server.logFile;
    return {
      async stop() {
        await server.stop();
        await database.stop();
        reportServerErrors(server.logFile);
        rmSync(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
