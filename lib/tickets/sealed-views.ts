import "server-only";
import type { Db } from "@/lib/db/client";
import { kindOf } from "@/lib/secrets/held-secrets";
import { ticketEventSchemas } from "@/lib/tickets/events";
import type { SealedView } from "@/lib/tickets/types";

/** The sealed fields of a ticket that the actor was found to see, those included that it took over or gave away in a merge. Nothing of their content is read. */
export async function loadSealedViews(db: Db, ticketId: string): Promise<SealedView[]> {
  const rows = await db.sealedValue.findMany({
    where: { OR: [{ ticketId }, { originTicketId: ticketId }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      mark: true,
      kind: true,
      messageId: true,
      ticketId: true,
      originTicketId: true,
      createdAt: true,
      expiresAt: true,
      goneAt: true,
      goneReason: true,
      ticket: { select: { reference: true } },
      origin: { select: { reference: true } },
    },
  });
  if (rows.length === 0) return [];
  const reads = await loadReads(db, [...new Set(rows.flatMap((row) => [row.ticketId, row.originTicketId]))]);
  return rows.map((row) => {
    const isMoved = row.ticketId !== row.originTicketId;
    return {
      id: row.id,
      mark: row.mark,
      kind: kindOf(row.kind),
      entryId: row.messageId ?? row.originTicketId,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      gone: row.goneAt && { at: row.goneAt.toISOString(), reason: row.goneReason === "closed" ? "closed" : "expired" },
      carriedFrom: isMoved && row.ticketId === ticketId ? row.origin.reference : null,
      carriedTo: isMoved && row.originTicketId === ticketId ? row.ticket.reference : null,
      reads: reads.get(row.id) ?? [],
    };
  });
}

async function loadReads(db: Db, ticketIds: string[]): Promise<Map<string, SealedView["reads"]>> {
  const events = await db.ticketEvent.findMany({
    where: { ticketId: { in: ticketIds }, type: "sealed.read" },
    orderBy: { id: "asc" },
    select: { data: true, at: true, actor: { select: { name: true } } },
  });
  const reads = new Map<string, SealedView["reads"]>();
  for (const { data, at, actor } of events) {
    const parsed = ticketEventSchemas["sealed.read"].safeParse(data);
    if (!parsed.success) continue;
    const { sealedId } = parsed.data;
    reads.set(sealedId, [...(reads.get(sealedId) ?? []), { by: actor?.name ?? "", at: at.toISOString() }]);
  }
  return reads;
}
