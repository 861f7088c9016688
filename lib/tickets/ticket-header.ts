import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { renderMarkdown } from "@/lib/markdown/render";
import { currentPromise } from "@/lib/tickets/promise-view";
import { messageSelect } from "@/lib/tickets/thread";
import { turnOf } from "@/lib/tickets/transitions";
import type { PromiseView, TicketHeader } from "@/lib/tickets/types";

/** What both sides see of a ticket: no note, no assignee, no address. */
export const headerSelect = {
  id: true,
  reference: true,
  subject: true,
  body: true,
  status: true,
  priority: true,
  createdAt: true,
  updatedAt: true,
  mergedIntoId: true,
  requester: { select: { id: true, name: true } },
  organization: { select: { name: true } },
  department: { select: { id: true, name: true } },
  product: { select: { id: true, name: true } },
  mergedInto: { select: { reference: true, subject: true } },
  messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: messageSelect },
} satisfies Prisma.TicketSelect;

type HeaderRow = Prisma.TicketGetPayload<{ select: typeof headerSelect }>;

export function toTicketHeader(row: HeaderRow, promises: PromiseView[]): TicketHeader {
  return {
    id: row.id,
    reference: row.reference,
    subject: row.subject,
    html: renderMarkdown(row.body),
    status: row.status,
    priority: row.priority,
    department: row.department,
    product: row.product,
    requester: { id: row.requester.id, name: row.requester.name },
    organizationName: row.organization?.name ?? null,
    turn: turnOf(row.status),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    promise: currentPromise(promises),
    mergedInto: row.mergedInto,
  };
}
