import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { ROOT } from "../setup/paths";

const MIGRATIONS = join(ROOT, "prisma", "migrations");
/** Any number, as long as nothing else in this database uses it. */
const LOCK = 7_233_001;

/**
 * Applies prisma/migrations in order, each in a transaction, and records them as Prisma does (same table, columns and checksums), so
 * that `prisma migrate deploy` agrees with it where its engine is at hand. Several processes may call it at once.
 * @returns the names applied now
 * @throws when an applied migration was edited afterwards, naming it
 */
export async function migrate(databaseUrl: string, { directory = MIGRATIONS }: { directory?: string } = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(PRISMA_TABLE);
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const fresh: string[] = [];
    for (const migration of readMigrations(directory)) {
      const known = applied.get(migration.name);
      if (known === undefined) {
        await apply(client, migration);
        fresh.push(migration.name);
      } else if (known !== migration.checksum) {
        throw new Error(`The migration ${migration.name} was changed after it was applied. Restore the file and write a new migration instead (during development: npm run db:reset).`);
      }
    }
    return fresh;
  } finally {
    await client.end();
  }
}

type Migration = { name: string; sql: string; checksum: string };

function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => {
    const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;
