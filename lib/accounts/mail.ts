import "server-only";
import type { AccountMailDetails, AccountTemplate } from "@/lib/accounts/mail-details";
import type { Tx } from "@/lib/db/client";
import { queueMail } from "@/lib/mail/outbox";

/** Puts a mail about an account into the outbox, in the transaction of its cause; its words and its link are made when it is sent. */
export function queueAccountMail(tx: Tx, { template, to, userId = null, linkId = null, facts = {}, now }: {
  template: AccountTemplate;
  to: { name: string; address: string };
  /** Whose mail it is, where the address is a person's here. */
  userId?: string | null;
  linkId?: string | null;
  facts?: Record<string, string>;
  now: Temporal.Instant;
}): Promise<string> {
  const details: AccountMailDetails = { template, linkId, path: null, facts };
  return queueMail(tx, { kind: "account", userId, to, details, now });
}
