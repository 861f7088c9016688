import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { hasDraftContent } from "@/lib/drafts/choice";
import { draftDataSchema } from "@/lib/drafts/schema";
import { excerptOf } from "@/lib/i18n/excerpt";
import { visibleTickets } from "@/lib/tickets/visibility";

/** `ticket` is null for a new one. */
export type UnsentDraft = { ticket: { reference: string; subject: string } | null; excerpt: string; fileCount: number; savedAt: string };

const MOST_LISTED = 10;
const EXCERPT = 90;

/** The customer's unsent texts, the newest first. Those on tickets that can be seen no more are not listed. */
export async function listUnsentDrafts({ db, actor }: Context<CustomerActor>): Promise<UnsentDraft[]> {
  // What the desk noted is shown by itself, with what was put right in it.
  const slots = [{ slot: "new" }, { slot: { startsWith: "reply:" } }];
  const rows = await db.ticketDraft.findMany({ where: { userId: actor.userId, OR: slots }, orderBy: { updatedAt: "desc" }, take: MOST_LISTED, select: { slot: true, data: true, updatedAt: true } });
  if (rows.length === 0) return [];
  const ids = rows.map((row) => ticketOf(row.slot)).filter((id) => id !== null);
  const tickets = await db.ticket.findMany({ where: { AND: [visibleTickets(actor), { id: { in: ids } }] }, select: { id: true, reference: true, subject: true } });
  const byId = new Map(tickets.map((ticket) => [ticket.id, { reference: ticket.reference, subject: ticket.subject }]));
  return rows.flatMap(({ slot, data, updatedAt }): UnsentDraft[] => {
    const parsed = draftDataSchema.safeParse(data);
    if (!parsed.success || !hasDraftContent(parsed.data)) return [];
    const ticketId = ticketOf(slot);
    const ticket = ticketId ? byId.get(ticketId) : null;
    if (ticket === undefined) return [];
    const text = (parsed.data.subject?.trim() || parsed.data.body?.trim()) ?? "";
    return [{ ticket, excerpt: excerptOf(text, EXCERPT), fileCount: parsed.data.attachments?.length ?? 0, savedAt: updatedAt.toISOString() }];
  });
}

function ticketOf(slot: string): string | null {
  return slot === "new" ? null : slot.slice(slot.indexOf(":") + 1);
}
