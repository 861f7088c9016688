import { parseArgs } from "node:util";
import { z } from "zod";
import { createPasswordLink } from "@/lib/accounts/commands/set-password";
import { membershipForAddress } from "@/lib/customers/placing";
import { createDb } from "@/lib/db/client";
import { env } from "@/lib/env";

const VALID_HOURS = 24;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } } });
  const email = z.email().safeParse(values.email?.trim().toLowerCase());
  if (!email.success) throw new Error("Say for whom: npm run admin:create -- --email you@example.com [--name \"Your Name\"]");
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  try {
    const existing = await db.user.findUnique({ where: { email: email.data }, select: { id: true, role: true } });
    if (existing && existing.role !== "admin") throw new Error(`${email.data} exists already and is no administrator. Choose another address.`);
    // A customer's address is a customer: of the desk one is by an address of the desk's.
    const membership = existing ? null : await membershipForAddress(db, email.data);
    if (membership) throw new Error(`${email.data} has the domain of a customer. Choose an address of the desk.`);
    const user = existing ?? (await db.user.create({ data: { email: email.data, name: values.name?.trim() || email.data, role: "admin" }, select: { id: true } }));
    const token = await createPasswordLink({ db, now: Temporal.Now.instant() }, { userId: user.id, minutes: VALID_HOURS * 60 });
    process.stdout.write(`\nOpen this link within ${VALID_HOURS} hours to set the password of ${email.data}; it works once:\n  ${env().APP_URL}/set-password/${token}\n\n`);
  } finally {
    await db.$disconnect();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
