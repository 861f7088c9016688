import type pg from "pg";

export type Row = Record<string, string | number | boolean | null | string[] | object>;

const BATCH = 2_000;

/** Rows into a table, a few thousand a statement. Columns that the rows do not name get their defaults. */
export async function insertRows(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = JSON.stringify(rows.slice(at, at + BATCH));
    await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`, [batch]);
  }
}
