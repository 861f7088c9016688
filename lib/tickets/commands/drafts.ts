import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import type { SaveDraftInput } from "@/lib/tickets/schema";
import { toDate } from "@/lib/time/instants";

const MOST_DRAFTS = 200;

/** Keeps what a person typed and has not sent; the newest text of a slot wins. */
export async function saveDraft({ db, actor, now }: Context<PersonActor>, { slot, data }: SaveDraftInput): Promise<Result<null, "TOO_MANY_DRAFTS">> {
  const where = { userId_slot: { userId: actor.userId, slot } };
  const kept = await db.ticketDraft.count({ where: { userId: actor.userId } });
  if (kept >= MOST_DRAFTS && !(await db.ticketDraft.findUnique({ where, select: { slot: true } }))) return refuse("TOO_MANY_DRAFTS");
  const updatedAt = toDate(now);
  await db.ticketDraft.upsert({ where, create: { userId: actor.userId, slot, data, updatedAt }, update: { data, updatedAt } });
  return ok(null);
}

export async function discardDraft({ db, actor }: Context<PersonActor>, { slot }: { slot: string }): Promise<Result<null>> {
  await db.ticketDraft.deleteMany({ where: { userId: actor.userId, slot } });
  return ok(null);
}
