import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listOwnUploads } from "@/lib/attachments/queries";
import { ok, refuse, type Result } from "@/lib/result";
import type { KeptDraft } from "@/lib/drafts/choice";
import { draftDataSchema, type CheckDraftInput } from "@/lib/drafts/schema";
import { findSentUnder } from "@/lib/drafts/sent";

/** What the person left unsent there. A key that was sent meanwhile is left out: the text would be refused as another one of the same form. */
export async function findKeptDraft({ db, actor, now }: Context<PersonActor>, slot: string): Promise<KeptDraft | null> {
  const { userId } = actor;
  const row = await db.ticketDraft.findUnique({ where: { userId_slot: { userId, slot } }, select: { data: true, version: true, updatedAt: true } });
  const parsed = draftDataSchema.safeParse(row?.data);
  if (!row || !parsed.success) return null;
  const isSpent = await findSentUnder(db, { userId, slot, key: parsed.data.submissionKey });
  const { attachments, ...texts } = isSpent ? { ...parsed.data, submissionKey: undefined } : parsed.data;
  const files = attachments ? await listOwnUploads({ db, actor, now }, attachments) : [];
  const data = files.length > 0 ? { ...texts, attachments: files.map(({ id }) => id) } : texts;
  return { version: row.version, data, savedAt: row.updatedAt.toISOString(), ...(files.length > 0 ? { files } : {}) };
}

/** For a page that comes into view again: what is kept now, and whether what it shows was sent meanwhile. */
export async function checkDraft(ctx: Context<PersonActor>, { slot, owner, key }: CheckDraftInput): Promise<Result<{ draft: KeptDraft | null; sent: string | null }, "OTHER_PERSON">> {
  const { userId } = ctx.actor;
  if (owner !== userId) return refuse("OTHER_PERSON");
  const [draft, sent] = await Promise.all([findKeptDraft(ctx, slot), findSentUnder(ctx.db, { userId, slot, key })]);
  return ok({ draft, sent });
}
