import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context, PublicContext } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { getCalendar } from "@/lib/sla/queries";
import { slaStateAt } from "@/lib/sla/target-state";
import type { ClockKind } from "@/lib/sla/types";
import { toPromiseView } from "@/lib/tickets/promise-view";
import { canonicalReceipt, readReceipt, receiptHash, type ReceiptAnswer, type ReceiptAttachment, type ReceiptFacts, type ReceiptPromise } from "@/lib/tickets/receipt";
import type { IsoInstant, PromiseView, TicketPriority } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate, toInstant } from "@/lib/time/instants";

export type ReceiptView = {
  facts: ReceiptFacts;
  /** The canonical text, whose SHA-256 is `hash`. */
  text: string;
  hash: string;
  issuedAt: IsoInstant;
  /** Written when it was first asked for: the ticket is from before there were receipts. */
  isLate: boolean;
  /** As it was made on opening, with its steps, whatever became of it. */
  promise: PromiseView | null;
};

/** What the check page says of a genuine receipt: nothing that its holder has not in hand. */
export type CheckedReceipt = Pick<ReceiptFacts, "reference" | "received" | "department" | "priority"> & { due: IsoInstant | null };

/**
 * Writes the receipt of a ticket, in the transaction that opens it and after everything that belongs to what was received. Once: a
 * receipt that is there already stays as it is.
 */
export async function issueReceipt(tx: Tx, { ticketId, now, attachments = [], answers = [] }: {
  ticketId: string;
  now: Temporal.Instant;
  attachments?: ReceiptAttachment[];
  answers?: ReceiptAnswer[];
}): Promise<void> {
  const received = await readReceived(tx, ticketId);
  const text = canonicalReceipt({ ...received, attachments, answers });
  await tx.ticketReceipt.createMany({ data: [{ ticketId, text, sha256: receiptHash(text), issuedAt: toDate(now) }], skipDuplicates: true });
}

/** Null when there is no such ticket that the actor may see. A ticket from before there were receipts gets its own now. */
export async function findReceipt(ctx: Context<PersonActor>, reference: string): Promise<ReceiptView | null> {
  const { db, actor, now } = ctx;
  const where = { AND: [{ reference }, visibleTickets(actor)] };
  const select = { id: true, receipt: { select: { text: true, sha256: true, issuedAt: true } } } as const;
  const ticket = await db.ticket.findFirst({ where, select });
  if (!ticket) return null;
  if (!ticket.receipt) await db.$transaction((tx) => issueReceipt(tx, { ticketId: ticket.id, now }));
  const { text, sha256, issuedAt } = ticket.receipt ?? (await db.ticketReceipt.findUniqueOrThrow({ where: { ticketId: ticket.id } }));
  const facts = readReceipt(text);
  return {
    facts,
    text,
    hash: sha256,
    issuedAt: issuedAt.toISOString(),
    isLate: issuedAt.toISOString() !== facts.received,
    promise: facts.promise ? await toOriginalPromise(ctx, { promise: facts.promise, received: facts.received }) : null,
  };
}

/**
 * For anybody who has a receipt in hand: what it says, or null. The whole hash is the key, and the reference takes no part in finding
 * it, so that a reference that there is and one that there is not are answered alike, in the same time.
 */
export async function checkReceipt({ db }: PublicContext, { reference, hash }: { reference: string; hash: string }): Promise<CheckedReceipt | null> {
  const receipt = await db.ticketReceipt.findUnique({ where: { sha256: hash }, select: { sha256: true, text: true } });
  const facts = receipt ? readReceipt(receipt.text) : null;
  const isSameHash = isSame(receipt?.sha256 ?? "", hash);
  const isSameReference = isSame(facts?.reference ?? "", reference);
  if (!facts || !isSameHash || !isSameReference) return null;
  const { received, department, priority, promise } = facts;
  return { reference: facts.reference, received, department, priority, due: promise?.due ?? null };
}

/** Compared by their digests: neither the place of the first difference nor the length shows in the time. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(a), digest(b));
}

type ReceivedRow = {
  reference: string;
  createdAt: Date;
  requester: string;
  organization: string | null;
  department: string;
  product: string | null;
  priority: TicketPriority;
  isPriorityAsSent: boolean;
  subject: string;
  body: string;
  minutes: number | null;
  clock: ClockKind;
  calendarVersionId: string;
  calendar: number;
};

/** As it was sent: the trail knows the priority and department of before the first change of each. */
async function readReceived(tx: Tx, ticketId: string): Promise<Omit<ReceiptFacts, "attachments" | "answers">> {
  const [row] = await tx.$queryRaw<ReceivedRow[]>`
    SELECT t.reference, t.created_at AS "createdAt", u.name AS requester, o.name AS organization, d.name AS department, p.name AS product,
      coalesce(priority.before, t.priority::text) AS priority, priority.before IS NULL AS "isPriorityAsSent", t.subject, t.body,
      s.minutes, s.clock, s.calendar_version_id AS "calendarVersionId", c.version AS calendar
    FROM ticket t
    JOIN app_user u ON u.id = t.requester_id
    LEFT JOIN organization o ON o.id = t.organization_id
    LEFT JOIN product p ON p.id = t.product_id
    LEFT JOIN LATERAL (SELECT e.data->>'from' AS before FROM ticket_event e
      WHERE e.ticket_id = t.id AND e.type = 'ticket.priority-changed' ORDER BY e.id LIMIT 1) priority ON TRUE
    LEFT JOIN LATERAL (SELECT (e.data->>'from')::uuid AS before FROM ticket_event e
      WHERE e.ticket_id = t.id AND e.type = 'ticket.department-changed' ORDER BY e.id LIMIT 1) place ON TRUE
    JOIN department d ON d.id = coalesce(place.before, t.department_id)
    LEFT JOIN LATERAL (SELECT s.* FROM ticket_sla_target s
      WHERE s.ticket_id = t.id AND s.kind = 'first_response' AND s.started_at = t.created_at LIMIT 1) s ON TRUE
    LEFT JOIN calendar_version c ON c.id = s.calendar_version_id
    WHERE t.id = ${ticketId}::uuid`;
  if (!row) throw new Error("A receipt was asked for a ticket that is not there.");
  const { reference, createdAt, requester, organization, department, product, priority, subject, body } = row;
  const received = createdAt.toISOString();
  return { reference, received, requester, organization, department, product, priority, promise: await promiseOf(tx, row), subject, body };
}

/** A changed priority has put its own minutes over those of before: then nobody can say any more what was promised first. */
async function promiseOf(tx: Tx, { createdAt, minutes, clock, calendarVersionId, calendar, isPriorityAsSent }: ReceivedRow): Promise<ReceiptPromise | null> {
  if (minutes === null || !isPriorityAsSent) return null;
  const at = toInstant(createdAt);
  const { dueAt } = slaStateAt({ calendar: await getCalendar({ db: tx }, calendarVersionId), clock, minutes, events: [{ type: "activated", at }] }, at);
  return dueAt ? { kind: "first_response", due: toDate(dueAt).toISOString(), minutes, clock, calendar } : null;
}

const CLOCK_COLUMN = { "business-hours": "business_hours", "business-days": "business_days" } as const;

async function toOriginalPromise({ db }: PublicContext, { promise, received }: { promise: ReceiptPromise; received: IsoInstant }): Promise<PromiseView> {
  const { id: calendarVersionId } = await db.calendarVersion.findUniqueOrThrow({ where: { version: promise.calendar }, select: { id: true } });
  const startedAt = new Date(received);
  const { kind, minutes, clock } = promise;
  const events = [{ type: "activated" as const, at: startedAt }];
  return toPromiseView({ db, now: toInstant(startedAt) }, { kind, minutes, clock: CLOCK_COLUMN[clock], calendarVersionId, startedAt, events });
}
