import "server-only";
import { createDb, type Db } from "@/lib/db/client";
import { env } from "@/lib/env";

// Development reloads modules; the connections are kept across reloads.
const kept = globalThis as typeof globalThis & { mesaDb?: Db };

/** The one client of this process. */
export function database(): Db {
  kept.mesaDb ??= createDb({ url: env().DATABASE_URL, poolSize: env().DATABASE_POOL });
  return kept.mesaDb;
}
