import "server-only";
import { attachmentsInOrder, toAttachmentView } from "@/lib/attachments/views";
import type { Prisma } from "@/lib/db/generated/client";
import { renderMarkdown } from "@/lib/markdown/render";
import { answersSelect, toAnswerView } from "@/lib/tickets/ticket-answers";
import { currentPromise } from "@/lib/tickets/promise-view";
import { environmentSelect, toEnvironmentView } from "@/lib/tickets/environment";
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
  batchId: true,
  isPaid: true,
  // At most one waits.
  quotes: { where: { state: "sent" }, select: { reference: true } },
  requester: { select: { id: true, name: true } },
  organization: { select: { name: true } },
  department: { select: { id: true, name: true } },
  product: { select: { id: true, name: true } },
  mergedInto: { select: { reference: true, subject: true } },
  notedChannel: true,
  notedBy: { select: { name: true } },
  answers: answersSelect,
  environment: { select: environmentSelect },
  messages: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: messageSelect },
  attachments: attachmentsInOrder,
} satisfies Prisma.TicketSelect;

type HeaderRow = Prisma.TicketGetPayload<{ select: typeof headerSelect }>;

export function toTicketHeader(row: HeaderRow, promises: PromiseView[], sentWith: TicketHeader["sentWith"]): TicketHeader {
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
    isPaid: row.isPaid,
    awaitedQuote: row.quotes[0]?.reference ?? null,
    mergedInto: row.mergedInto,
    noted: row.notedChannel && row.notedBy ? { channel: row.notedChannel, byName: row.notedBy.name } : null,
    sentWith,
    answers: row.answers.map(toAnswerView),
    environment: toEnvironmentView(row.environment),
    attachments: row.attachments.map(toAttachmentView),
  };
}
