import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { readRules } from "@/lib/attachments/queries";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export type ClaimRefusal = "ATTACHMENT_GONE" | "ATTACHMENTS_TOO_MANY";

export type ClaimOwner = { ticketId: string } | { messageId: string } | { noteId: string } | { articleId: string } | { chargeId: string } | { chatMessageId: string };

/** Ids that were checked and are locked in this transaction. */
export type CheckedUploads = { readonly ids: readonly string[]; readonly of: string };

/**
 * Locks what a message wants to claim: complete uploads of the actor's own that nothing has claimed, no more than a message may have.
 * Before the first write of the transaction; `claimUploads` follows once there is a row to own them.
 */
export async function checkUploads(tx: Tx, actor: PersonActor, given: readonly string[] | undefined): Promise<Result<CheckedUploads, ClaimRefusal>> {
  const ids = [...new Set((given ?? []).map((id) => id.toLowerCase()))];
  if (ids.length === 0) return ok({ ids, of: actor.userId });
  const { maxFiles } = await readRules(tx);
  if (ids.length > maxFiles) return refuse("ATTACHMENTS_TOO_MANY", { count: ids.length, max: maxFiles });
  // In one order, so that two messages that want the same files do not wait for each other.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM attachment WHERE id = ANY (${ids}::uuid[]) AND uploader_id = ${actor.userId}::uuid AND claimed_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.length === ids.length ? ok({ ids, of: actor.userId }) : refuse("ATTACHMENT_GONE", { count: ids.length - rows.length });
}

/** In the order in which they were given. @param after how many files the owner has already */
export async function claimUploads(tx: Tx, uploads: CheckedUploads, owner: ClaimOwner, at: Temporal.Instant, after = 0): Promise<void> {
  for (const [place, id] of uploads.ids.entries()) {
    const position = after + place;
    const { count } = await tx.attachment.updateMany({
      where: { id, uploaderId: uploads.of, claimedAt: null },
      data: { ...owner, position, claimedAt: toDate(at) },
    });
    if (count !== 1) throw new Error("An upload that was locked is not there any more.");
  }
}

/**
 * The same files once more, for another message that is sent along: rows of their own, to be claimed, on the same bytes. Of what is locked
 * (checkUploads) and not claimed yet.
 */
export async function copyUploads(tx: Tx, uploads: CheckedUploads): Promise<CheckedUploads> {
  const rows = await tx.attachment.findMany({ where: { id: { in: [...uploads.ids] }, uploaderId: uploads.of, claimedAt: null } });
  const copies = new Map(rows.map((row) => [row.id, { ...row, id: crypto.randomUUID() }]));
  if (copies.size !== uploads.ids.length) throw new Error("An upload that was locked is not there any more.");
  await tx.attachment.createMany({ data: [...copies.values()] });
  return { ids: uploads.ids.map((id) => copies.get(id)!.id), of: uploads.of };
}

/** The files of a conversation once more, as files of the ticket that it became: rows of their own on the same bytes, behind those it has. */
export async function copyToTicket(tx: Tx, { chatMessageIds, ticketId, at }: { chatMessageIds: readonly string[]; ticketId: string; at: Temporal.Instant }): Promise<void> {
  if (chatMessageIds.length === 0) return;
  const rows = await tx.attachment.findMany({ where: { chatMessageId: { in: [...chatMessageIds] } }, orderBy: [{ claimedAt: "asc" }, { position: "asc" }, { id: "asc" }] });
  const after = await tx.attachment.count({ where: { ticketId } });
  await tx.attachment.createMany({ data: rows.map((row, place) => ({ ...row, id: crypto.randomUUID(), chatMessageId: null, ticketId, position: after + place, claimedAt: toDate(at) })) });
}

/** Whether any of these is still waiting to be sent: a form that was sent before and has a file more than it had then. */
export async function hasUnclaimed(tx: Tx, actor: PersonActor, ids: readonly string[] | undefined): Promise<boolean> {
  if (!ids || ids.length === 0) return false;
  return (await tx.attachment.count({ where: { id: { in: [...ids] }, uploaderId: actor.userId, claimedAt: null } })) > 0;
}
