import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";

export type Db = PrismaClient;
/** The client inside a transaction. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

export function createDb({ url, poolSize }: { url: string; poolSize: number }): Db {
  const adapter = new PrismaPg({ connectionString: url, max: poolSize, statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 });
  return new PrismaClient({ adapter, transactionOptions: { timeout: 20_000, maxWait: 10_000 } });
}
