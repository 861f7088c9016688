import type pg from "pg";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { referenceFrom } from "@/lib/tickets/reference";
import type { TicketPriority } from "@/lib/tickets/types";
import type { Cast, Organization } from "./customers";
import { insertRows, type Row } from "./insert";
import type { Random } from "./random";
import { liveThrough, promisesOf, type Life } from "./ticket-life";
import type { Writer } from "./words";

const BATCH = 1_000;
/** As often as they stand here. */
const PRIORITIES: TicketPriority[] = ["high", "medium", "medium", "medium", "medium", "medium", "low", "low", "low", "low"];

export type TicketText = { id: string; subject: string; body: string; createdAt: number };

type Source = {
  tickets: number;
  random: Random;
  writer: Writer;
  cast: Cast;
  departments: string[];
  calendar: BusinessCalendar;
  calendarVersionId: string;
  now: number;
};

type Rows = Record<"ticket" | "ticket_message" | "ticket_note" | "ticket_event" | "ticket_read" | "ticket_sla_target" | "sla_clock_event", Row[]>;
const TABLES = ["ticket", "ticket_message", "ticket_note", "ticket_event", "ticket_read", "ticket_sla_target", "sla_clock_event"] as const;

/** Tickets with their threads, notes, events, promises and readings. @returns what the search index needs of them */
export async function fillTickets(client: pg.Client, source: Source): Promise<TicketText[]> {
  const texts: TicketText[] = [];
  for (let at = 0; at < source.tickets; at += BATCH) {
    const rows: Rows = { ticket: [], ticket_message: [], ticket_note: [], ticket_event: [], ticket_read: [], ticket_sla_target: [], sla_clock_event: [] };
    for (let index = 0; index < Math.min(BATCH, source.tickets - at); index += 1) texts.push(addTicket(rows, source));
    for (const table of TABLES) await insertRows(client, table, rows[table]);
  }
  return texts;
}

function addTicket(rows: Rows, source: Source): TicketText {
  const { random, writer, cast, departments, calendar, calendarVersionId, now } = source;
  const id = random.uuid();
  // A few organizations write often, most hardly ever.
  const organization = cast.organizations[Math.floor(cast.organizations.length * random.next() ** 2)]!;
  const requester = random.pick(organization.people);
  const life = liveThrough(random, now);
  const assignee = life.turns.length > 0 || random.chance(0.3) ? random.pick(cast.agents) : null;
  const priority = random.pick(PRIORITIES);
  const { subject, body } = textOf(random, writer, organization);
  const { targets, clockEvents, nextDueAt } = promisesOf(random, { ticketId: id, calendarVersionId, calendar, priority, life, now });
  rows.ticket_sla_target.push(...targets);
  rows.sla_clock_event.push(...clockEvents);

  const messages = life.turns.map(({ by, at }): Row => ({
    id: random.uuid(),
    ticket_id: id,
    author_id: by === "desk" ? (assignee ?? cast.agents[0]!) : requester,
    is_staff: by === "desk",
    body: writer.text(random, random.between(15, 80)),
    submission_key: random.uuid(),
    created_at: new Date(at),
  }));
  rows.ticket_message.push(...messages);
  if (random.chance(0.3)) rows.ticket_note.push({ id: random.uuid(), ticket_id: id, author_id: random.pick(cast.agents), body: writer.text(random, 25), submission_key: random.uuid(), created_at: new Date(life.openedAt) });

  const lastAt = (by: "desk" | "customer") => life.turns.findLast((turn) => turn.by === by)?.at;
  const updatedAt = new Date(life.turns.at(-1)?.at ?? life.openedAt);
  rows.ticket.push({
    id,
    reference: referenceFrom(Uint8Array.from({ length: 8 }, () => random.between(0, 255))),
    requester_id: requester,
    organization_id: organization.id,
    department_id: random.pick(departments),
    product_id: random.chance(0.7) ? random.pick(organization.products) : null,
    assignee_id: assignee,
    priority,
    status: life.status,
    subject,
    body,
    submission_key: random.uuid(),
    created_at: new Date(life.openedAt),
    updated_at: updatedAt,
    last_customer_message_at: new Date(lastAt("customer") ?? life.openedAt),
    last_agent_reply_at: dateOrNull(lastAt("desk")),
    solved_at: dateOrNull(life.endedAt),
    closed_at: life.status === "closed" ? dateOrNull(life.endedAt) : null,
    next_due_at: nextDueAt,
  });
  rows.ticket_event.push(...eventsOf({ id, requester, assignee, life, messages }));
  rows.ticket_read.push({ user_id: requester, ticket_id: id, read_at: new Date(life.openedAt) });
  if (assignee) rows.ticket_read.push({ user_id: assignee, ticket_id: id, read_at: updatedAt });
  return { id, subject, body, createdAt: life.openedAt };
}

/** Words, with the domain, the code or the address that such reports carry. */
export function textOf(random: Random, writer: Writer, { domain }: Organization): { subject: string; body: string } {
  const detail = random.pick([`error ${random.pick([403, 404, 500, 503, 550, 554])}`, `${random.between(4, 5)}.${random.between(0, 7)}.${random.between(0, 9)}`, `203.0.113.${random.between(1, 254)}`, `folio F-${random.between(1_000, 99_999)}`]);
  const subject = random.chance(0.4) ? `${writer.subject(random, 4)} ${domain}` : writer.subject(random, random.between(4, 8));
  return { subject, body: `${writer.text(random, random.between(25, 110))}\n\nEn ${domain} vemos ${detail}.` };
}

function eventsOf({ id, requester, assignee, life, messages }: { id: string; requester: string; assignee: string | null; life: Life; messages: Row[] }): Row[] {
  const event = (type: string, actor: string | null, at: number, data: object = {}): Row => ({ ticket_id: id, type, actor_id: actor, data, at: new Date(at) });
  const events = [event("ticket.opened", requester, life.openedAt)];
  if (assignee) events.push(event("ticket.assigned", assignee, life.openedAt, { from: null, to: assignee }));
  for (const message of messages) events.push({ ...event("ticket.replied", String(message.author_id), 0, { messageId: message.id }), at: message.created_at! });
  const last = life.turns.at(-1)?.at ?? life.openedAt;
  if (life.status === "pending") events.push(event("ticket.awaiting-requester", assignee, last));
  if (life.status === "on_hold") events.push(event("ticket.put-on-hold", assignee, last));
  if (life.endedAt !== null) events.push(event("ticket.solved", assignee, life.endedAt));
  if (life.status === "closed") events.push(event("ticket.closed", null, last));
  return events;
}

function dateOrNull(at: number | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at);
}
