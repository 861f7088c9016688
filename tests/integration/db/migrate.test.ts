import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@/scripts/db/migrate";
import { ROOT } from "@/scripts/setup/paths";
import { createDatabase, dropDatabase, withConnection } from "@/tests/support/db";

const MIGRATIONS = readdirSync(join(ROOT, "prisma/migrations"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

let url: string;
beforeEach(async () => {
  url = await createDatabase();
});
afterEach(() => dropDatabase(url));

describe("migrate", () => {
  it("applies every migration in order, and nothing the second time", async () => {
    expect(await migrate(url)).toEqual(MIGRATIONS);
    expect(await migrate(url)).toEqual([]);
  });

  it("lets several processes start at once: each migration is applied by one of them", async () => {
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat().sort()).toEqual(MIGRATIONS);
    expect(await recorded(url)).toHaveLength(MIGRATIONS.length);
  });

  it("records what it did as Prisma does", async () => {
    await migrate(url);
    const columns = await withConnection(url, (client) =>
      client.query("SELECT column_name, data_type, character_maximum_length, is_nullable, column_default FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position"),
    );
    expect(columns.rows.map((row) => Object.values(row).join(" | "))).toEqual([
      "id | character varying | 36 | NO | ",
      "checksum | character varying | 64 | NO | ",
      "finished_at | timestamp with time zone |  | YES | ",
      "migration_name | character varying | 255 | NO | ",
      "logs | text |  | YES | ",
      "rolled_back_at | timestamp with time zone |  | YES | ",
      "started_at | timestamp with time zone |  | NO | now()",
      "applied_steps_count | integer |  | NO | 0",
    ]);
    const rows = await recorded(url);
    expect(rows.map((row) => row.migration_name)).toEqual(MIGRATIONS);
    for (const row of rows) {
      const sql = readFileSync(join(ROOT, "prisma/migrations", row.migration_name, "migration.sql"));
      expect(row).toMatchObject({ checksum: createHash("sha256").update(sql).digest("hex"), applied_steps_count: 1, rolled_back_at: null });
      expect(row.finished_at).not.toBeNull();
    }
  });

  it("refuses a migration that was edited after it was applied, and names it", async () => {
    await migrate(url);
    await withConnection(url, (client) => client.query("UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = $1", [MIGRATIONS[0]]));
    await expect(migrate(url)).rejects.toThrow(`The migration ${MIGRATIONS[0]} was changed after it was applied.`);
  });

  it("undoes the whole of a migration that fails, names it, and goes on once it is mended", async () => {
    const directory = mkdtempSync(join(tmpdir(), "mesa-migrations-"));
    try {
      write(directory, "1_first", "CREATE TABLE first (id int);");
      write(directory, "2_broken", "CREATE TABLE second (id int); CREATE TABLE second (id int);");
      await expect(migrate(url, { directory })).rejects.toThrow(/^The migration 2_broken failed and was undone: relation "second" already exists$/);
      expect(await tables(url)).toEqual(["_prisma_migrations", "first"]);

      write(directory, "2_broken", "CREATE TABLE second (id int);");
      expect(await migrate(url, { directory })).toEqual(["2_broken"]);
      expect(await tables(url)).toEqual(["_prisma_migrations", "first", "second"]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null; applied_steps_count: number };

async function recorded(databaseUrl: string): Promise<Row[]> {
  const { rows } = await withConnection(databaseUrl, (client) => client.query<Row>("SELECT * FROM _prisma_migrations ORDER BY migration_name"));
  return rows;
}

async function tables(databaseUrl: string): Promise<string[]> {
  const { rows } = await withConnection(databaseUrl, (client) => client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"));
  return rows.map((row) => row.name);
}

function write(directory: string, name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, "migration.sql"), sql);
}
