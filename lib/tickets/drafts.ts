import "server-only";
import type { PersonActor, CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listOwnUploads } from "@/lib/attachments/queries";
import { ok, refuse, type Result } from "@/lib/result";
import { hasDraftContent, type KeptDraft } from "@/lib/tickets/draft-choice";
import { draftDataSchema, type CheckDraftInput } from "@/lib/tickets/draft-schema";
import { findSentUnder } from "@/lib/tickets/sent-draft";
import { visibleTickets } from "@/lib/tickets/visibility";

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

/** `ticket` is null for a new one. */
export type UnsentDraft = { ticket: { reference: string; subject: string } | null; excerpt: string; fileCount: number; savedAt: string };

const MOST_LISTED = 10;
const EXCERPT = 90;

/** The customer's unsent texts, the newest first. Those on tickets that can be seen no more are not listed. */
export async function listUnsentDrafts({ db, actor }: Context<CustomerActor>): Promise<UnsentDraft[]> {
  const rows = await db.ticketDraft.findMany({ where: { userId: actor.userId }, orderBy: { updatedAt: "desc" }, take: MOST_LISTED, select: { slot: true, data: true, updatedAt: true } });
  if (rows.length === 0) return [];
  const ids = rows.map((row) => ticketOf(row.slot)).filter((id) => id !== null);
  const tickets = await db.ticket.findMany({ where: { AND: [visibleTickets(actor), { id: { in: ids } }] }, select: { id: true, reference: true, subject: true } });
  const byId = new Map(tickets.map((ticket) => [ticket.id, { reference: ticket.reference, subject: ticket.subject }]));
  return rows.flatMap(({ slot, data, updatedAt }): UnsentDraft[] => {
    // What the desk noted is shown by itself, with what was put right in it.
    if (/^(?:noted|call):/.test(slot)) return [];
    const parsed = draftDataSchema.safeParse(data);
    if (!parsed.success || !hasDraftContent(parsed.data)) return [];
    const ticketId = ticketOf(slot);
    const ticket = ticketId ? byId.get(ticketId) : null;
    if (ticket === undefined) return [];
    const text = (parsed.data.subject?.trim() || parsed.data.body?.trim()) ?? "";
    return [{ ticket, excerpt: text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed().trimEnd()}…` : text, fileCount: parsed.data.attachments?.length ?? 0, savedAt: updatedAt.toISOString() }];
  });
}

function ticketOf(slot: string): string | null {
  return slot === "new" ? null : slot.slice(slot.indexOf(":") + 1);
}
