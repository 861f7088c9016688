import "server-only";
import { randomUUID } from "node:crypto";
import type { Db, Tx } from "@/lib/db/client";
import type { Result } from "@/lib/result";
import { decrypt, encrypt } from "@/lib/secrets/cipher";
import type { SealedEntry } from "@/lib/secrets/types";
import { toDate } from "@/lib/time/instants";

/** Sealed values end with their ticket, or after so many days. */
export const SEALED_DAYS = 14;

/** Writes what was moved out of a text, in the transaction that writes the text. */
export async function writeSealed(tx: Tx, { ticketId, messageId, authorId, sealed, at }: {
  ticketId: string;
  /** Null: the ticket's own text. */
  messageId: string | null;
  authorId: string;
  sealed: readonly SealedEntry[];
  at: Temporal.Instant;
}): Promise<void> {
  if (sealed.length === 0) return;
  const expiresAt = toDate(at.add({ hours: SEALED_DAYS * 24 }));
  await tx.sealedValue.createMany({
    data: sealed.map(({ mark, kind, value }) => {
      const id = randomUUID();
      return { id, ticketId, originTicketId: ticketId, messageId, mark, kind, authorId, ...encrypt(value, [ticketId, id]), createdAt: toDate(at), expiresAt };
    }),
  });
}

/** The closing of a ticket takes its sealed values along; the rows stay. */
export async function endSealedOf(tx: Tx, { ticketId, at }: { ticketId: string; at: Temporal.Instant }): Promise<void> {
  await tx.sealedValue.updateMany({ where: { ticketId, goneAt: null }, data: { cipher: null, keyId: null, goneAt: toDate(at), goneReason: "closed" } });
}

/** What can still be read goes on with the ticket that goes on; it is bound to that one from now on. What cannot be opened stays, as it is. */
export async function carrySealed(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const rows = await tx.sealedValue.findMany({ where: { ticketId: from }, select: { id: true, keyId: true, cipher: true } });
  for (const { id, keyId, cipher } of rows) {
    if (!keyId || !cipher) continue;
    const opened = decrypt({ keyId, cipher }, [from, id]);
    if (opened.ok) await tx.sealedValue.update({ where: { id }, data: { ticketId: to, ...encrypt(opened.data, [to, id]) } });
  }
}

export function openSealed(row: { id: string; ticketId: string; keyId: string; cipher: Uint8Array }): Result<string, "SEALED_KEY_UNKNOWN" | "SEALED_DAMAGED"> {
  return decrypt(row, [row.ticketId, row.id]);
}

const BATCH = 500;

/** @returns how many went */
export async function endExpired(db: Db, { at }: { at: Temporal.Instant }): Promise<number> {
  const { count } = await db.sealedValue.updateMany({
    where: { goneAt: null, expiresAt: { lte: toDate(at) } },
    data: { cipher: null, keyId: null, goneAt: toDate(at), goneReason: "expired" },
    limit: BATCH,
  });
  return count < BATCH ? count : count + (await endExpired(db, { at }));
}
