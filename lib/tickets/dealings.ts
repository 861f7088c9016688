import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listUsableContracts, type UsableContract } from "@/lib/billing/usable-contracts";
import { todayAtDesk } from "@/lib/sla/today";
import { listSelect, toListItem } from "@/lib/tickets/ticket-rows";
import type { TicketListItem } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";

const MOST = 10;

/** What goes on with an organization, for its page at the desk: its last tickets, the newest change first, and its pólizas in force. */
export async function listDealings(ctx: Context<StaffActor>, organizationId: string): Promise<{ tickets: TicketListItem[]; contracts: UsableContract[] }> {
  const { db, actor } = ctx;
  const [rows, contracts] = await Promise.all([
    db.ticket.findMany({ where: { AND: [visibleTickets(actor), { organizationId }] }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }], take: MOST, select: listSelect(actor.userId) }),
    listUsableContracts(db, organizationId, await todayAtDesk(ctx)),
  ]);
  return { tickets: rows.map((row) => toListItem(row, "staff")), contracts };
}
