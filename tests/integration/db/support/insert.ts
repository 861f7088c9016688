import { ana } from "@/tests/support/cast";

export const UUID = "gen_random_uuid()";
export const KEY = "'00000000-0000-4000-8000-000000000777'";
export const ANA = `'${ana.userId}'`;

export function insert(table: string, values: Record<string, string>): string {
  return `INSERT INTO ${table} (${Object.keys(values).join(", ")}) VALUES (${Object.values(values).join(", ")})`;
}
