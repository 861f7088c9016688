import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { env } from "@/lib/env";
import { keepMessage } from "@/lib/inbound/commands/keep-message";
import { minutesUntilNextPoll, TOLD_AT_FAILURES } from "@/lib/inbound/poll-waits";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import { readImapAddress } from "@/lib/mail/inbound/imap-address";
import { readInbox, type InboxPatience } from "@/lib/mail/inbound/imap-inbox";
import { toDate } from "@/lib/time/instants";

export const READ_MAILBOX = "inbound.read-mailbox";

/** Longer than a round takes: nobody else reads meanwhile. Whoever died lets others wait so long. */
const LEASE_MINUTES = 5;

/**
 * One round of reading the mailbox, if there is one and nobody reads it now. Every minute by itself (`scheduled`), less often while it fails;
 * `now` tries in any case, and throws when it fails, so that a person sees it among the jobs and can try again.
 */
export async function pollInbox(ctx: Context<SystemActor>, { when, patience }: { when: "scheduled" | "now"; patience?: InboxPatience }): Promise<void> {
  const address = readImapAddress(env().INBOUND_IMAP_URL ?? "");
  if (!address || !(await takeLease(ctx, when))) return;
  try {
    await readInbox({ address, take: (bytes) => take(ctx, bytes), ...(patience ? { patience } : {}) });
  } catch (error) {
    await recordFailure(ctx, error);
    if (when === "now") throw error;
    log.warn({ err: error, host: address.host }, "inbound: the mailbox could not be read");
    return;
  }
  await ctx.db.inboundPoll.update({ where: { id: 1 }, data: { leaseUntil: null, succeededAt: toDate(ctx.now), failures: 0, nextAt: null, error: "" } });
}

async function take(ctx: Context<SystemActor>, bytes: Uint8Array): Promise<void> {
  const kept = await keepMessage(ctx, { bytes, door: "mailbox" });
  if (!kept.ok) throw new Error(kept.code);
}

async function takeLease({ db, now }: Context<SystemActor>, when: "scheduled" | "now"): Promise<boolean> {
  const free = { OR: [{ leaseUntil: null }, { leaseUntil: { lte: toDate(now) } }] };
  const due = when === "now" ? {} : { OR: [{ nextAt: null }, { nextAt: { lte: toDate(now) } }] };
  const { count } = await db.inboundPoll.updateMany({ where: { id: 1, AND: [free, due] }, data: { leaseUntil: toDate(now.add({ minutes: LEASE_MINUTES })), checkedAt: toDate(now) } });
  return count === 1;
}

/** One job an outage: at the fifth failure in a row. */
function recordFailure({ db, now }: Context<SystemActor>, error: unknown): Promise<void> {
  return db.$transaction(async (tx) => {
    const { failures } = await tx.inboundPoll.update({ where: { id: 1 }, data: { failures: { increment: 1 } }, select: { failures: true } });
    await tx.inboundPoll.update({ where: { id: 1 }, data: { leaseUntil: null, nextAt: toDate(now.add({ minutes: minutesUntilNextPoll(failures) })), error: error instanceof Error ? error.message : String(error) } });
    if (failures === TOLD_AT_FAILURES) await enqueue(tx, READ_MAILBOX, {});
  });
}
