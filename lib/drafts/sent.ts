import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { forgetHeld } from "@/lib/secrets/held-secrets";

/** The reference of what was sent from this slot under that key, however long ago; articles are saved by versions and have no key. */
export async function findSentUnder(db: Db | Tx, { userId, slot, key }: { userId: string; slot: string; key: string | undefined }): Promise<string | null> {
  if (!key || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return null;
  if (slot.startsWith("call:") || slot.startsWith("article:")) return null;
  if (slot === "new" || slot.startsWith("noted:")) return findSentTicket(db, { userId, key });
  const where = { ticketId_authorId_submissionKey: { ticketId: slot.slice(slot.indexOf(":") + 1), authorId: userId, submissionKey: key } };
  const select = { ticket: { select: { reference: true } } };
  const sent = slot.startsWith("note:") ? await db.ticketNote.findUnique({ where, select }) : await db.ticketMessage.findUnique({ where, select });
  return sent?.ticket.reference ?? null;
}

/** As a ticket of its own, as several, or in another one that was about the same. */
async function findSentTicket(db: Db | Tx, { userId, key }: { userId: string; key: string }): Promise<string | null> {
  const ticket = await db.ticket.findUnique({ where: { requesterId_submissionKey: { requesterId: userId, submissionKey: key } }, select: { reference: true } });
  if (ticket) return ticket.reference;
  const batch = await db.ticketBatch.findUnique({
    where: { requesterId_submissionKey: { requesterId: userId, submissionKey: key } },
    select: { tickets: { orderBy: { batchPosition: "asc" }, take: 1, select: { reference: true } } },
  });
  if (batch?.tickets[0]) return batch.tickets[0].reference;
  const added = await db.duplicateDecision.findFirst({ where: { userId, submissionKey: key, verdict: "added" }, select: { candidate: { select: { reference: true } } } });
  return added?.candidate.reference ?? null;
}

/**
 * In the transaction that sends: the draft is gone with it. Only what the form has seen goes; a text that another tab has saved since is
 * no part of this message, and stays with what was sealed in it. @param versions as the form gives them; undefined for all
 */
export async function forgetSentDraft(tx: Tx | Db, { userId, slot, versions }: { userId: string; slot: string; versions: string | undefined }): Promise<void> {
  const own = versions?.split(" ").filter((each) => /^[0-9a-f-]{36}$/.test(each));
  await tx.ticketDraft.deleteMany({ where: { userId, slot, ...(own ? { version: { in: own } } : {}) } });
  if ((await tx.ticketDraft.count({ where: { userId, slot } })) === 0) await forgetHeld(tx, { userId, slot });
}

/** Those that nobody has written on since; their files go with the next round of the janitor. */
export async function forgetOldDrafts(db: Db, { before }: { before: Date }): Promise<void> {
  await db.ticketDraft.deleteMany({ where: { updatedAt: { lt: before } } });
}
