import { sendLink } from "@/lib/accounts/commands/send-link";
import { linkRequestSchema, SEND_LINK, type LinkRequest } from "@/lib/accounts/link-requests";
import { findReader } from "@/lib/auth/person-of-session";
import { mintSystem } from "@/lib/auth/mint";
import type { PersonActor } from "@/lib/auth/actor";
import { sendMailJob } from "@/lib/notifications/jobs";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, withConnection } from "@/tests/support/db";

export const PASSWORD = "una contraseña larga 1";

export const ctxAt = (minutesLater = 0) => ({ db: testDb(), now: NOON.add({ minutes: minutesLater }) });

/** Each request comes from a network address of its own, unless the limits are what a test is about. */
let asked = 0;
export function network(): string {
  asked += 1;
  return `10.2.${Math.floor(asked / 250)}.${asked % 250}`;
}

/** What waits to be written by the job, oldest first. */
export async function requestsWaiting(): Promise<LinkRequest[]> {
  const rows = await testDb().$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = ${SEND_LINK} ORDER BY created_on, id`;
  return rows.map(({ data }) => linkRequestSchema.parse(data));
}

/** What an earlier test asked for and nobody wrote. */
export async function forgetRequests(): Promise<void> {
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${SEND_LINK}`;
}

type Mail = { to: string; subject: string; text: string; state: string; token: string | null };

/** Lets the jobs do what they are asked: writes the mails, and sends them into the outbox of a desk without a server. @returns the new ones, oldest first */
export async function letJobsRun(minutesLater = 0): Promise<Mail[]> {
  const now = NOON.add({ minutes: minutesLater });
  const ctx = { db: testDb(), actor: mintSystem(), now };
  for (const request of await requestsWaiting()) await sendLink(ctx, request);
  await forgetRequests();
  const waiting = await testDb().mailMessage.findMany({ where: { state: "waiting", kind: "account" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: { id: true } });
  for (const { id } of waiting) await sendMailJob.run(ctx, { mailId: id });
  const mails = await testDb().mailMessage.findMany({ where: { id: { in: waiting.map(({ id }) => id) } }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return mails.map(({ address, subject, bodyText, state }) => ({ to: address, subject, text: bodyText, state, token: tokenIn(bodyText) }));
}

/** The one token that a mail carries; null where its link leads to a page of everybody's. */
export function tokenIn(text: string): string | null {
  return /\/(?:set-password|sign-up|invitations|change-address)\/([\w-]{43})(?![\w-])/.exec(text)?.[1] ?? null;
}

export async function personOf(email: string): Promise<PersonActor | null> {
  const row = await testDb().user.findUnique({ where: { email }, select: { id: true } });
  return row && findReader({ db: testDb() }, row.id);
}

/** Lets `count` posts pile up behind a lock, and then lets them go all at once. @param lock a statement that takes it */
export function whileHeldUp<T>({ lock, values = [], count }: { lock: string; values?: unknown[]; count: number }, start: () => Promise<T>[]): Promise<T[]> {
  return withConnection(testDatabaseUrl(), async (client) => {
    await client.query("BEGIN");
    await client.query(lock, values);
    const posts = start();
    const end = Date.now() + 10_000;
    for (let waiting = 0; waiting < count && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [locked] = await testDb().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      waiting = locked?.count ?? 0;
    }
    await client.query("COMMIT");
    return Promise.all(posts);
  });
}
