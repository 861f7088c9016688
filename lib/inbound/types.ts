import type { InboundDoor, InboundVerdict } from "@/lib/db/generated/enums";

export type { InboundDoor, InboundVerdict } from "@/lib/db/generated/enums";

export const INBOUND_VERDICTS = ["answered", "answered_today", "over_limit", "automatic", "bounce", "receipt", "calendar", "bulk", "robot", "own_mail", "looped", "no_sender", "several_senders", "invalid_sender", "not_to_us", "not_genuine", "unreadable"] as const satisfies readonly InboundVerdict[];

/** What came in, as the administrators see it. Instants are ISO texts. */
export type InboundRow = { id: string; door: InboundDoor; sender: string; subject: string; verdict: InboundVerdict; evidence: string; receivedAt: string };

/** `body` without what looks like a secret; empty once the link is worth nothing. */
export type InboundView = InboundRow & { body: string; personName: string | null; ticketReference: string | null; answerId: string | null; linkExpiresAt: string | null };

/** How the two doors stand. */
export type DoorsView = {
  /** Where messages are handed in; null while it is closed. */
  hookUrl: string | null;
  mailbox: { host: string; folder: string; checkedAt: string | null; succeededAt: string | null; nextAt: string | null; failures: number; error: string } | null;
};
