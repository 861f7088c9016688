import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { hasDraftContent, isSameDraft, type KeptDraft } from "@/lib/drafts/choice";
import type { DiscardDraftInput, SaveDraftInput } from "@/lib/drafts/schema";
import { findKeptDraft } from "@/lib/drafts/queries";
import { findSentUnder, forgetSentDraft } from "@/lib/drafts/sent";
import { toDate } from "@/lib/time/instants";

const MOST_DRAFTS = 200;

/** `version` is null when nothing is left to keep. */
export type SavedDraft = { version: string | null; savedAt: string };
type Refusals = "OTHER_PERSON" | "DRAFT_SENT" | "DRAFT_GONE" | "DRAFT_CHANGED" | "TOO_MANY_DRAFTS";

/**
 * Keeps what a person typed and has not sent, in place of the text that it was based on. When that is not what is there any more, nothing
 * is written: DRAFT_CHANGED comes with the other text, DRAFT_SENT with what became of it, DRAFT_GONE when it was put away. An empty
 * draft is none, and takes the one that it was based on away.
 */
export async function saveDraft(ctx: Context<PersonActor>, input: SaveDraftInput): Promise<Result<SavedDraft, Refusals, { reference: string } | KeptDraft>> {
  const { db, actor, now } = ctx;
  const { slot, data, base, version } = input;
  if (input.owner !== actor.userId) return refuse("OTHER_PERSON");
  const reference = await findSentUnder(db, { userId: actor.userId, slot, key: data.submissionKey });
  if (reference) return refuse("DRAFT_SENT", { reference });
  const savedAt = toDate(now).toISOString();
  if (!hasDraftContent(data)) return putAway(ctx, input, savedAt);

  if (base === null && (await db.ticketDraft.count({ where: { userId: actor.userId } })) >= MOST_DRAFTS) {
    const isThere = await db.ticketDraft.count({ where: { userId: actor.userId, slot } });
    if (!isThere) return refuse("TOO_MANY_DRAFTS");
  }
  const row = { data, version, updatedAt: toDate(now) };
  // One statement each: of two that were based on the same text, the database lets one pass.
  const replaced = await db.ticketDraft.updateMany({ where: { userId: actor.userId, slot, version: { in: ancestorsOf(input) } }, data: row });
  if (replaced.count === 1) return ok({ version, savedAt });
  if (base === null) {
    const begun = await db.ticketDraft.createMany({ data: [{ userId: actor.userId, slot, ...row }], skipDuplicates: true });
    if (begun.count === 1) return ok({ version, savedAt });
  }
  const kept = await findKeptDraft(ctx, slot);
  if (!kept) return refuse("DRAFT_GONE");
  return isSameDraft(kept.data, data) ? ok({ version: kept.version, savedAt: kept.savedAt }) : refuse("DRAFT_CHANGED", kept);
}

async function putAway(ctx: Context<PersonActor>, input: SaveDraftInput, savedAt: string): Promise<Result<SavedDraft, "DRAFT_CHANGED", KeptDraft>> {
  await ctx.db.ticketDraft.deleteMany({ where: { userId: ctx.actor.userId, slot: input.slot, version: { in: ancestorsOf(input) } } });
  const kept = await findKeptDraft(ctx, input.slot);
  return kept ? refuse("DRAFT_CHANGED", kept) : ok({ version: null, savedAt });
}

function ancestorsOf({ base, unheard }: SaveDraftInput): string[] {
  return base === null ? unheard : [base, ...unheard];
}

/** What the form that asks for it has seen; a newer text of another tab stays. */
export async function discardDraft({ db, actor }: Context<PersonActor>, { slot, draft }: DiscardDraftInput): Promise<Result<null>> {
  await forgetSentDraft(db, { userId: actor.userId, slot, versions: draft });
  return ok(null);
}
