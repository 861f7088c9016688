import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { ownPicture } from "@/lib/markdown/own-pictures";
import { linesOf, picturesIn } from "@/lib/markdown/pictures";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** Pictures that a text shows, checked; those to be claimed are locked in this transaction. */
export type CheckedPictures = { readonly toClaim: readonly string[]; readonly of: string };

/**
 * Of a text that is about to be saved: each of its pictures is the article's, another article's, or an upload of the actor's own that
 * nothing has claimed. Anything else nobody who reads it could see. Before the first write; `claimPictures` follows once there is an article.
 * Refusals carry `lines`.
 */
export async function checkPictures(tx: Tx, actor: StaffActor, text: string): Promise<Result<CheckedPictures, "PICTURES_GONE">> {
  const shown = picturesIn(text).flatMap(({ address, line }) => {
    const id = ownPicture(address)?.id;
    return id === undefined ? [] : [{ id, address, line }];
  });
  const ids = [...new Set(shown.map(({ id }) => id))];
  if (ids.length === 0) return ok({ toClaim: [], of: actor.userId });
  // In one order, so that two texts with the same pictures do not wait for each other.
  const rows = await tx.$queryRaw<{ id: string; isFree: boolean }[]>`
    SELECT id, claimed_at IS NULL AS "isFree" FROM attachment
    WHERE id = ANY (${ids}::uuid[]) AND kind = 'image' AND (article_id IS NOT NULL OR (uploader_id = ${actor.userId}::uuid AND claimed_at IS NULL))
    ORDER BY id FOR UPDATE`;
  const known = new Set(rows.map((row) => row.id));
  const gone = shown.filter(({ id }) => !known.has(id));
  if (gone.length > 0) return refuse("PICTURES_GONE", { lines: linesOf(gone) });
  return ok({ toClaim: rows.filter((row) => row.isFree).map((row) => row.id), of: actor.userId });
}

/** They are the article's from now on: seen by whoever may read it, in its text and not in its list of files. */
export async function claimPictures(tx: Tx, { toClaim, of }: CheckedPictures, { articleId, at }: { articleId: string; at: Temporal.Instant }): Promise<void> {
  if (toClaim.length === 0) return;
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: [...toClaim] }, uploaderId: of, claimedAt: null },
    data: { articleId, isInText: true, claimedAt: toDate(at) },
  });
  if (count !== toClaim.length) throw new Error("A picture that was locked is not there any more.");
}
