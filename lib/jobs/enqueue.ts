import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Tx } from "@/lib/db/client";

/**
 * Puts a job into its queue inside `tx`: it exists exactly when what caused it does (an outbox).
 * @param startAfter the earliest instant to run at; at once when left out.
 */
export async function enqueue(tx: Tx, name: string, payload: object, { startAfter }: { startAfter?: Temporal.Instant } = {}): Promise<void> {
  // A boss on the transaction itself: it opens no connection, and everything it reads and writes is part of the caller's work.
  const boss = new PgBoss({ db: fromPrisma(tx as never), supervise: false, schedule: false, migrate: false });
  await boss.send(name, payload, startAfter ? { startAfter: new Date(startAfter.epochMilliseconds) } : {});
}
