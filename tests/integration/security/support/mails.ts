import type { PersonActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { sendMailJob } from "@/lib/notifications/jobs";
import { testDb } from "@/tests/support/db";

/** Lets what waits for somebody go out. @returns what they were sent of their account, oldest first */
export async function accountMailsTo({ userId }: PersonActor, now: Temporal.Instant) {
  const ctx = { db: testDb(), actor: mintSystem(), now: now.add({ minutes: 1 }) };
  const waiting = await testDb().mailMessage.findMany({ where: { userId, kind: "account", state: "waiting" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of waiting) await sendMailJob.run(ctx, { mailId: id });
  return testDb().mailMessage.findMany({ where: { userId, kind: "account", state: "kept" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { subject: true, bodyText: true, bodyHtml: true, address: true } });
}
