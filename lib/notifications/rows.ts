import "server-only";
import { z } from "zod";
import type { PersonActor } from "@/lib/auth/actor";
import { isToldConduct } from "@/lib/conduct/events";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { excerptOf } from "@/lib/i18n/excerpt";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { pathOf, sentenceOf, type Happening } from "@/lib/notifications/sentences";
import type { NotificationTopic } from "@/lib/notifications/topics";
import { isTold } from "@/lib/tickets/events";

/** What a reader is told: made of what there is now, in rows that visibleNotifications let through. */
export type NotificationView = {
  id: string;
  topic: NotificationTopic;
  sentence: string;
  /** A path of the desk. */
  href: string;
  ticket: { id: string; reference: string; subject: string } | null;
  /** The public message that it is about. */
  messageId: string | null;
  at: string;
  isRead: boolean;
};

export const rowSelect = {
  id: true,
  topic: true,
  at: true,
  readAt: true,
  contractNotice: true,
  ticketEvent: { select: { type: true, data: true, actor: { select: { name: true } }, ticket: { select: { id: true, reference: true, subject: true, department: { select: { name: true } } } } } },
  conductEvent: { select: { type: true, data: true, caseId: true, aboutId: true } },
  contract: { select: { reference: true, name: true } },
  conversation: { select: { id: true, customer: { select: { name: true } } } },
  signUp: { select: { name: true, state: true } },
} as const satisfies Prisma.NotificationSelect;

type Row = Prisma.NotificationGetPayload<{ select: typeof rowSelect }>;

const eventData = z.record(z.string(), z.unknown());
const ofMessage = z.object({ messageId: z.uuid() });

export function notificationView(actor: PersonActor, row: Row, now: Temporal.Instant): NotificationView | null {
  const happening = happeningOf(actor, row);
  if (!happening) return null;
  const ticket = row.ticketEvent?.ticket ?? null;
  const message = ofMessage.safeParse(row.ticketEvent?.data);
  return {
    id: row.id,
    topic: row.topic,
    sentence: sentenceOf(actor.kind, happening, { actorName: row.ticketEvent?.actor?.name ?? null, now }),
    href: pathOf(actor.kind, happening),
    ticket: ticket && { id: ticket.id, reference: ticket.reference, subject: ticket.subject },
    messageId: row.ticketEvent?.type === "ticket.replied" && message.success ? message.data.messageId : null,
    at: row.at.toISOString(),
    isRead: row.readAt !== null,
  };
}

const EXCERPT_MAX = 600;

/** The beginnings of public messages by their id, with what looks like a secret covered: mail goes over others' machines. */
export async function readExcerpts(db: Db | Tx, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.ticketMessage.findMany({ where: { id: { in: [...messageIds] } }, select: { id: true, body: true } });
  return new Map(rows.map(({ id, body }) => [id, excerptOf(hideSecrets(body), EXCERPT_MAX)]));
}

function happeningOf(actor: PersonActor, { ticketEvent, conductEvent, contract, contractNotice, conversation, signUp }: Row): Happening | null {
  if (ticketEvent && isTold(ticketEvent.type)) {
    return { kind: "ticket", type: ticketEvent.type, data: eventData.parse(ticketEvent.data), reference: ticketEvent.ticket.reference, department: ticketEvent.ticket.department.name };
  }
  if (conductEvent && isToldConduct(conductEvent.type)) return { kind: "conduct", type: conductEvent.type, data: eventData.parse(conductEvent.data), caseId: conductEvent.caseId, isAboutReader: conductEvent.aboutId === actor.userId };
  if (contract && contractNotice) return { kind: "contract", notice: contractNotice, reference: contract.reference, name: contract.name };
  if (conversation) return { kind: "chat", conversationId: conversation.id, customerName: conversation.customer.name };
  if (signUp) return { kind: "sign-up", name: signUp.name, isDecided: signUp.state !== "waiting" };
  return null;
}
