import "server-only";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { headerLine, readMailAddress } from "@/lib/mail/address";
import { mailBytes } from "@/lib/mail/mail-bytes";
import { claimMail, keepContent, markHandedOver, recordOutcome, settleClaimed, type ClaimedMail, type MailContent } from "@/lib/mail/outbox";
import { handOver, type Patience } from "@/lib/mail/postman";
import { mailSender } from "@/lib/mail/sender";
import { readMailServer } from "@/lib/mail/server-address";
import { toDate } from "@/lib/time/instants";

/** Makes what a message says now, inside the transaction that takes it; null when there is nothing that its reader may see. */
export type ContentMaker = (tx: Tx, mail: ClaimedMail) => Promise<MailContent | null>;

const NOBODY = "INVALID_ADDRESS";

/**
 * One try to send a message: take it, say it, hand it over, record what came of it. May be called for any message at any time, by any
 * number of processes.
 */
export async function deliverMail({ db, now }: Context<SystemActor>, { mailId, makeContent, patience }: { mailId: string; makeContent: ContentMaker; patience?: Patience }): Promise<void> {
  const { SMTP_URL, APP_URL } = env();
  const taken = await db.$transaction(async (tx) => {
    const mail = await claimMail(tx, { mailId, now });
    if (!mail) return null;
    const made = await makeContent(tx, mail);
    if (!made) return void (await settleClaimed(tx, { id: mail.id, state: "withdrawn" }));
    const address = readMailAddress(made.address);
    const content = { ...made, subject: headerLine(made.subject), address: address ?? headerLine(made.address) };
    // Where there is no server the administrator's outbox is the only way that a link has out.
    await keepContent(tx, { id: mail.id, content: SMTP_URL ? withoutSecret(content) : content });
    if (address === null) return void (await settleClaimed(tx, { id: mail.id, state: "failed", answer: NOBODY }));
    if (!SMTP_URL) return void (await settleClaimed(tx, { id: mail.id, state: "kept" }));
    return { mail, content };
  });
  if (!taken || !SMTP_URL) return;

  const { mail, content } = taken;
  const host = new URL(APP_URL).hostname;
  const from = mailSender();
  const bytes = await mailBytes({ ...content, from, to: { name: content.name, address: content.address }, messageKey: mail.messageKey, host, at: toDate(now) });
  const outcome = await handOver({
    server: readMailServer(SMTP_URL),
    // An answer that cannot be delivered comes back to nobody (RFC 3834, 3.3): two robots that answer each other's troubles never end.
    parcel: { from: content.answers ? "" : from.address, to: content.address, bytes },
    beforeText: () => markHandedOver(db, { id: mail.id, leaseId: mail.leaseId, now }),
    name: host,
    ...(patience ? { patience } : {}),
  });
  await insist(() => recordOutcome(db, { mail, outcome, now }));
}

function withoutSecret({ secret, ...content }: MailContent): MailContent {
  if (!secret) return content;
  return { ...content, text: content.text.replaceAll(secret, COVER), html: content.html.replaceAll(secret, COVER) };
}

const COVER = "…";

const INSIST_MS = [200, 1_000, 5_000, 15_000];

/** The server has it, or has refused it: a database that is away for a moment must not make it be sent again. */
async function insist(record: () => Promise<void>): Promise<void> {
  for (const pause of INSIST_MS) {
    try {
      return await record();
    } catch (error) {
      log.warn({ err: error }, "mail: what came of a message could not be recorded yet");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await record();
}
