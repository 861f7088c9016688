import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import pg from "pg";
import { createDb, type Db } from "@/lib/db/client";
import { testEnvironment } from "@/tests/support/environment";

let cloned: { url: string; db: Db } | undefined;

/** The database of this test file, cloned from the migrated template at the first use and dropped at the end. */
export function testDb(): Db {
  return clonedDatabase().db;
}

export function testDatabaseUrl(): string {
  return clonedDatabase().url;
}

export function useDatabase(): void {
  beforeAll(async () => {
    const url = await createDatabase({ template: "mesa" });
    Object.assign(process.env, testEnvironment(url));
    cloned = { url, db: createDb({ url, poolSize: 10 }) };
  }, 60_000);

  afterAll(async () => {
    await cloned?.db.$disconnect();
    if (cloned) await dropDatabase(cloned.url);
    // The files that its tests kept (tests/support/environment.ts).
    rmSync(testEnvironment("").DATA_DIR!, { recursive: true, force: true });
  }, 60_000);
}

/** A database beside the template: a copy of it, or an empty one. */
export async function createDatabase({ template }: { template?: "mesa" } = {}): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
  return serverUrl().replace(/\/mesa$/, `/${name}`);
}

export async function dropDatabase(url: string): Promise<void> {
  await administer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** Runs `work` on a connection of its own, outside of Prisma. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function administer(statement: string): Promise<void> {
  await withConnection(serverUrl().replace(/\/mesa$/, "/postgres"), (client) => client.query(statement));
}

function clonedDatabase(): { url: string; db: Db } {
  if (!cloned) throw new Error("Call useDatabase() at the top of the test file, and use the database inside of tests.");
  return cloned;
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("There is no test database: run integration tests through `npm test` or jest with its config.");
  return url;
}
