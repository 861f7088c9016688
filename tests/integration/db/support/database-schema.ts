import type { Db } from "@/lib/db/client";
import type { Schema } from "@/tests/integration/db/support/models";

/** The tables, columns and enums that the migrations made, in the same shape as the models. */
export async function readDatabase(db: Db): Promise<Schema> {
  const columns = await db.$queryRaw<{ table: string; column: string; type: string; isNullable: boolean }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column",
      CASE
        WHEN c.data_type = 'ARRAY' THEN substr(c.udt_name, 2) || '[]'
        WHEN c.data_type LIKE 'timestamp%' THEN c.udt_name || '(' || c.datetime_precision || ')'
        ELSE c.udt_name
      END AS type,
      c.is_nullable = 'YES' AS "isNullable"
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`;
  const values = await db.$queryRaw<{ name: string; value: string }[]>`
    SELECT t.typname AS name, e.enumlabel AS value
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = 'public' ORDER BY t.typname, e.enumsortorder`;
  const enums: Record<string, string[]> = {};
  for (const { name, value } of values) (enums[name] ??= []).push(value);
  return { columns, enums };
}
