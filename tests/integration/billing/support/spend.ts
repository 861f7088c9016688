import { createDb } from "@/lib/db/client";
import { holdMinutes } from "@/lib/billing/ledger";
import { mintSystem } from "@/lib/auth/mint";

/**
 * A process of its own that asks for sixty minutes two hundred times at once, each under its key, and says what came of each.
 * `argv`: the contract. It may be killed at any moment, and run again.
 */
async function main(contractId: string): Promise<void> {
  const db = createDb({ url: process.env.DATABASE_URL!, poolSize: 20 });
  const at = Temporal.Instant.from("2026-11-18T18:00:00Z");
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const hold = { contractId, ticketId: null, quoteId: null, minutes: 60, reason: "Autorización", actor: mintSystem(), at, key: `spend:${index}` };
      const result = await db.$transaction((tx) => holdMinutes(tx, hold), { maxWait: 60_000, timeout: 60_000 });
      process.stdout.write(`${index} ${result.ok ? "held" : result.code}\n`);
    }),
  );
  await db.$disconnect();
}

main(process.argv[2]!).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
