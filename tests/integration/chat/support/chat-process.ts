import { readFileSync } from "node:fs";
import { findReader } from "@/lib/auth/person-of-session";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";

export type Wanted = { at: string; talks: { customerId: string; conversationId: string; messages: { id: string; body: string }[] }[] };

/** A process that takes what fifty people write, all at once. To be killed while it does. */
async function main([file = ""]: string[]): Promise<void> {
  const { at, talks }: Wanted = JSON.parse(readFileSync(file, "utf8"));
  const db = createDb({ url: env().DATABASE_URL, poolSize: 8 });
  await Promise.all(
    talks.map(async ({ customerId, conversationId, messages }) => {
      const actor = await findReader({ db }, customerId);
      if (!actor) throw new Error("A customer of the test is not there.");
      for (const { id, body } of messages) await sendMessage({ db, actor, now: Temporal.Instant.from(at) }, { conversationId, clientMessageId: id, body, attachments: undefined });
    }),
  );
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exit(1);
  },
);
