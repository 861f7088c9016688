import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths";
import { freePort } from "./postgres";

export type ServedDesk = { url: string; pid: number; logFile: string; stop: () => Promise<void> };

type Options = {
  databaseUrl: string;
  /** Where its secret and password go; also its log. */
  directory: string;
  data: "demo" | "empty";
  env?: Record<string, string>;
  /** Of the log's file: several processes serve one desk. */
  logName?: string;
};

/** A first start may build. */
const PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 15_000;

/** The product itself in a process of its own, as `npm start` runs it, on a free port; resolves when it answers. */
export async function serveDesk({ databaseUrl, directory, data, env = {}, logName = "server" }: Options): Promise<ServedDesk> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const args = ["--import", "tsx", "--disable-warning=ExperimentalWarning", join(ROOT, "scripts/commands/start.ts"), ...(data === "empty" ? ["--empty"] : [])];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...(inherited() as NodeJS.ProcessEnv), DATABASE_URL: databaseUrl, DATA_DIR: directory, PORT: String(port), APP_URL: url, APP_SECRET: "", LOG_LEVEL: "warn", ...env },
  });
  const logFile = join(directory, `${logName}.log`);
  const output = collect(child, logFile);
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The server ended (${signal ?? code}) before it answered:\n${output()}`)));
  });
  ended.catch(() => {}); // later ends are the caller's doing
  try {
    await Promise.race([untilHealthy(url, output), ended]);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, pid: child.pid ?? 0, logFile, stop: () => stop(child) };
}

/** What this process runs as (a test, with a runner's flags) is not how the product runs. */
function inherited(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "NODE_ENV" && name !== "NODE_OPTIONS"));
}

function collect(child: ChildProcess, logFile: string): () => string {
  const file = createWriteStream(logFile);
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      file.write(chunk);
      tail = (tail + String(chunk)).slice(-6000);
    });
  }
  return () => tail;
}

async function untilHealthy(url: string, output: () => string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The server did not answer within ${PATIENCE_MS / 1000} s:\n${output()}`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
    child.once("exit", () => {
      clearTimeout(patience);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
