import "server-only";
import { attachmentsInOrder, toAttachmentView, type AttachmentRow } from "@/lib/attachments/views";
import type { Actor } from "@/lib/auth/actor";
import { nameFor, shownNameSelect, type NamedRow } from "@/lib/auth/shown-name";
import type { Db } from "@/lib/db/client";
import { getTranslator } from "@/lib/i18n/translator";
import { renderMarkdown } from "@/lib/markdown/render";
import { ticketEventSchemas, type TicketEventType } from "@/lib/tickets/events";
import type { EventView, MessageView } from "@/lib/tickets/types";

export const messageSelect = { id: true, body: true, runId: true, createdAt: true, authorId: true, author: { select: shownNameSelect }, attachments: attachmentsInOrder } as const;

export type MessageRow = { id: string; body: string; runId: string | null; createdAt: Date; authorId: string; author: NamedRow; attachments: AttachmentRow[] };

export function toMessageView(actor: Actor, row: MessageRow): MessageView {
  return {
    id: row.id,
    // A rule wrote it, which nobody is to be thanked or asked for.
    authorName: row.runId === null ? nameFor(actor, row.author) : getTranslator("tickets")("thread.automatic"),
    isStaff: row.author.role !== "customer",
    isOwn: row.runId === null && actor.kind !== "system" && row.authorId === actor.userId,
    html: renderMarkdown(row.body),
    createdAt: row.createdAt.toISOString(),
    attachments: row.attachments.map(toAttachmentView),
  };
}

export const eventSelect = { id: true, type: true, data: true, at: true, actor: { select: shownNameSelect } } as const;

export type EventRow = { id: bigint; type: string; data: unknown; at: Date; actor: NamedRow | null };

/** Events with their ids turned into names, for all of a thread in four queries at most. */
export async function toEventViews(db: Db, actor: Actor, rows: EventRow[]): Promise<EventView[]> {
  const names = await loadNames(db, actor, rows);
  return rows.flatMap((row): EventView[] => {
    const type = row.type as TicketEventType;
    const parsed = ticketEventSchemas[type]?.safeParse(row.data);
    if (!parsed?.success) return []; // written by a later version of the desk
    const data = Object.entries(parsed.data as Record<string, string | null>).flatMap(([key, value]): [string, string][] =>
      value === null ? [] : [[key, names.get(value) ?? value]],
    );
    return [{
      id: String(row.id),
      type,
      actorName: row.actor && nameFor(actor, row.actor),
      isStaff: row.actor !== null && row.actor.role !== "customer",
      at: row.at.toISOString(),
      data: Object.fromEntries(data),
    }];
  });
}

const IDS_OF: Partial<Record<TicketEventType, "user" | "department" | "ticket" | "rule">> = {
  "ticket.assigned": "user",
  "ticket.department-changed": "department",
  "ticket.escalated": "user",
  "ticket.rule-applied": "rule",
  "ticket.merged": "ticket",
  "ticket.absorbed": "ticket",
};

async function loadNames(db: Db, actor: Actor, rows: EventRow[]): Promise<Map<string, string>> {
  const ids = { user: new Set<string>(), department: new Set<string>(), ticket: new Set<string>(), rule: new Set<string>() };
  for (const row of rows) {
    const kind = IDS_OF[row.type as TicketEventType];
    if (!kind || typeof row.data !== "object" || row.data === null) continue;
    for (const value of Object.values(row.data)) if (typeof value === "string") ids[kind].add(value);
  }
  const [users, departments, tickets, rules] = await Promise.all([
    ids.user.size ? db.user.findMany({ where: { id: { in: [...ids.user] } }, select: { id: true, ...shownNameSelect } }) : [],
    ids.department.size ? db.department.findMany({ where: { id: { in: [...ids.department] } }, select: { id: true, name: true } }) : [],
    ids.ticket.size ? db.ticket.findMany({ where: { id: { in: [...ids.ticket] } }, select: { id: true, reference: true } }) : [],
    ids.rule.size ? db.automationRule.findMany({ where: { id: { in: [...ids.rule] } }, select: { id: true, name: true } }) : [],
  ]);
  return new Map([
    ...users.map((each): [string, string] => [each.id, nameFor(actor, each)]),
    ...departments.map((each): [string, string] => [each.id, each.name]),
    ...tickets.map((each): [string, string] => [each.id, each.reference]),
    ...rules.map((each): [string, string] => [each.id, each.name]),
  ]);
}
