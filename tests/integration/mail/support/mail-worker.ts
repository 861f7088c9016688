import { mintSystem } from "@/lib/auth/mint";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { deliverMail } from "@/lib/mail/deliver";
import { makeMailContent } from "@/lib/notifications/mail-content";

/** A worker of its own process, which tries to send the one message that it is told of. To be killed while it does. */
async function main([mailId = "", at = ""]: string[]): Promise<void> {
  const now = Temporal.Instant.from(at);
  const ctx = { db: createDb({ url: env().DATABASE_URL, poolSize: 2 }), actor: mintSystem(), now };
  await deliverMail(ctx, { mailId, makeContent: (tx, mail) => makeMailContent(tx, mail, now) });
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
