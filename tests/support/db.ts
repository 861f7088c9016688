import { randomUUID } from "node:crypto";
import pg from "pg";
import { createDb, type Db } from "@/lib/db/client";
import { testEnvironment } from "@/tests/support/environment";

let cloned: { name: string; db: Db } | undefined;

/** The database of this test file, cloned from the migrated template at the first use and dropped at the end. */
export function testDb(): Db {
  if (!cloned) throw new Error("Call useDatabase() at the top of the test file.");
  return cloned.db;
}

export function useDatabase(): void {
  const template = process.env.TEST_DATABASE_URL;
  if (!template) throw new Error("There is no test database: run integration tests through `npm test` or jest with its config.");

  beforeAll(async () => {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    await administer(template, `CREATE DATABASE ${name} TEMPLATE mesa`);
    const url = template.replace(/\/mesa$/, `/${name}`);
    Object.assign(process.env, testEnvironment(url));
    cloned = { name, db: createDb({ url, poolSize: 10 }) };
  }, 60_000);

  afterAll(async () => {
    await cloned?.db.$disconnect();
    if (cloned) await administer(template, `DROP DATABASE ${cloned.name} WITH (FORCE)`);
  }, 60_000);
}

async function administer(template: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: template.replace(/\/mesa$/, "/postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
