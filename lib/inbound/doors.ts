import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { env } from "@/lib/env";
import { canSeeInbound } from "@/lib/inbound/policy";
import type { DoorsView } from "@/lib/inbound/types";
import { readImapAddress } from "@/lib/mail/inbound/imap-address";

/** How the doors stand; null to whoever may not know. Never a secret, a user or a password. */
export async function findDoors({ db, actor }: Context<Actor>): Promise<DoorsView | null> {
  if (!canSeeInbound(actor)) return null;
  const { INBOUND_MAIL_SECRET, INBOUND_IMAP_URL, APP_URL } = env();
  const address = readImapAddress(INBOUND_IMAP_URL ?? "");
  const hookUrl = INBOUND_MAIL_SECRET === undefined ? null : `${APP_URL}/api/mail/inbound`;
  if (!address) return { hookUrl, mailbox: null };
  const poll = await db.inboundPoll.findUniqueOrThrow({ where: { id: 1 } });
  return {
    hookUrl,
    mailbox: {
      host: address.host,
      folder: address.folder,
      checkedAt: poll.checkedAt?.toISOString() ?? null,
      succeededAt: poll.succeededAt?.toISOString() ?? null,
      nextAt: poll.failures > 0 ? (poll.nextAt?.toISOString() ?? null) : null,
      failures: poll.failures,
      error: poll.error,
    },
  };
}
