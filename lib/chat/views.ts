import "server-only";
import { attachmentsInOrder, toAttachmentView } from "@/lib/attachments/views";
import type { PersonActor } from "@/lib/auth/actor";
import { nameFor, shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { ChatMessageView, ConversationItem } from "@/lib/chat/types";
import { excerptOf } from "@/lib/i18n/excerpt";
import type { Prisma } from "@/lib/db/generated/client";

export const messageSelect = {
  id: true, seq: true, kind: true, clientMessageId: true, authorId: true, isStaff: true, body: true, createdAt: true,
  author: { select: shownNameSelect },
  attachments: attachmentsInOrder,
} as const satisfies Prisma.ConversationMessageSelect;

type MessageRow = Prisma.ConversationMessageGetPayload<{ select: typeof messageSelect }>;

export function toMessageView({ authorId, author, createdAt, attachments, ...rest }: MessageRow, actor: PersonActor): ChatMessageView {
  return { ...rest, authorName: author && nameFor(actor, author), isOwn: authorId === actor.userId, at: createdAt.toISOString(), attachments: attachments.map(toAttachmentView) };
}

export const itemSelect = {
  id: true, state: true, agentId: true, lastSeq: true, agentReadSeq: true, startedAt: true, closedAt: true,
  customer: { select: { name: true } },
  organization: { select: { name: true } },
  agent: { select: shownNameSelect },
  messages: { where: { kind: "text" }, orderBy: { seq: "desc" }, take: 1, select: { body: true, createdAt: true } },
} as const satisfies Prisma.ConversationSelect;

const EXCERPT_MAX = 90;

export function toItem(row: Prisma.ConversationGetPayload<{ select: typeof itemSelect }>, actor: PersonActor): ConversationItem {
  const [last] = row.messages;
  const isOwn = row.agentId === actor.userId;
  const text = (last?.body ?? "").replaceAll(/\s+/g, " ");
  return {
    id: row.id,
    state: row.state,
    customerName: row.customer.name,
    organization: row.organization?.name ?? null,
    agentName: row.agent && shownName(row.agent),
    isOwn,
    excerpt: excerptOf(text, EXCERPT_MAX),
    at: (row.closedAt ?? last?.createdAt ?? row.startedAt).toISOString(),
    unread: isOwn && row.state === "active" ? row.lastSeq - row.agentReadSeq : 0,
  };
}
