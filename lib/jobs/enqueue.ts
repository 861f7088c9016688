import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";

// A boss that only sends: it opens no connection of its own, every insert goes through the caller's transaction.
let sender: PgBoss | undefined;

/**
 * Puts a job into its queue inside `tx`: it exists exactly when what caused it does (an outbox).
 * @param startAfter the earliest instant to run at; at once when left out.
 */
export async function enqueue(tx: Tx, name: string, payload: object, { startAfter }: { startAfter?: Temporal.Instant } = {}): Promise<void> {
  sender ??= new PgBoss({ connectionString: env().DATABASE_URL, supervise: false, schedule: false, migrate: false });
  await sender.send(name, payload, {
    db: fromPrisma(tx as never),
    ...(startAfter ? { startAfter: new Date(startAfter.epochMilliseconds) } : {}),
  });
}
