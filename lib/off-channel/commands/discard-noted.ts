import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { NotedIdInput } from "@/lib/off-channel/schema";
import { slotOfNoted } from "@/lib/off-channel/slot";
import { visibleNotes } from "@/lib/off-channel/visibility";
import { ok, refuse, type Result } from "@/lib/result";
import { forgetSentDraft } from "@/lib/drafts/sent";

/** It was a mistake, or is no matter any more. The customer for whom it was noted may say so, and the desk. */
export function discardNoted({ db, actor, now }: Context<PersonActor>, { notedId }: NotedIdInput): Promise<Result<null, "NOTED_GONE">> {
  return db.$transaction(async (tx): Promise<Result<null, "NOTED_GONE">> => {
    const note = await tx.offChannelNote.findFirst({ where: { AND: [visibleNotes(actor, now), { id: notedId }] }, select: { customerId: true } });
    if (!note) return refuse("NOTED_GONE");
    // A confirmation at this moment has it held; then it is a ticket, and nothing is left to discard.
    const { count } = await tx.offChannelNote.deleteMany({ where: { id: notedId } });
    if (count === 0) return refuse("NOTED_GONE");
    await forgetSentDraft(tx, { userId: note.customerId, slot: slotOfNoted(notedId), versions: undefined });
    return ok(null);
  });
}
