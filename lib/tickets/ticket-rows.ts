import "server-only";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { Prisma } from "@/lib/db/generated/client";
import { turnOf } from "@/lib/tickets/transitions";
import type { TicketListItem } from "@/lib/tickets/types";

/** The row of a list, from Prisma. `reads` holds the reader's own mark alone. */
export function listSelect(readerId: string) {
  return {
    id: true,
    reference: true,
    subject: true,
    status: true,
    priority: true,
    createdAt: true,
    updatedAt: true,
    nextDueAt: true,
    lastCustomerMessageAt: true,
    lastAgentReplyAt: true,
    department: { select: { name: true } },
    requester: { select: { name: true } },
    organization: { select: { name: true } },
    assignee: { select: shownNameSelect },
    reads: { where: { userId: readerId }, select: { readAt: true } },
  } as const satisfies Prisma.TicketSelect;
}

type ListRow = Prisma.TicketGetPayload<{ select: ReturnType<typeof listSelect> }>;

/** @param side whose reading counts: unread is what the other side wrote since */
export function toListItem(row: ListRow, side: "customer" | "staff"): TicketListItem {
  const written = side === "customer" ? row.lastAgentReplyAt : row.lastCustomerMessageAt;
  const readAt = row.reads[0]?.readAt;
  return {
    id: row.id,
    reference: row.reference,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    departmentName: row.department.name,
    requesterName: row.requester.name,
    organizationName: row.organization?.name ?? null,
    assigneeName: row.assignee && shownName(row.assignee),
    turn: turnOf(row.status),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    dueAt: row.nextDueAt?.toISOString() ?? null,
    isUnread: written !== null && (readAt === undefined || readAt < written),
  };
}
