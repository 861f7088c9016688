import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { InboundMailDetails, InboundTemplate } from "@/lib/inbound/mail-details";
import { queueMail } from "@/lib/mail/outbox";

/** Puts the answer into the outbox, in the transaction that keeps what it answers; its words and its link are made when it is sent. */
export function queueAnswer(tx: Tx, { inboundId, sender, reader, hasTicket, messageId, references, now }: {
  inboundId: string;
  sender: string;
  /** Whose account has the sender's address; null where nobody's does. */
  reader: PersonActor | null;
  hasTicket: boolean;
  messageId: string | null;
  references: readonly string[];
  now: Temporal.Instant;
}): Promise<string> {
  const details: InboundMailDetails = { template: templateOf({ reader, hasTicket }), inboundId, messageId, references: [...references] };
  return queueMail(tx, { kind: "inbound", userId: reader?.userId ?? null, to: { name: reader?.name ?? "", address: sender }, details, now });
}

function templateOf({ reader, hasTicket }: { reader: PersonActor | null; hasTicket: boolean }): InboundTemplate {
  if (!reader) return "inboundstranger";
  return hasTicket ? "inboundreply" : "inbound";
}
