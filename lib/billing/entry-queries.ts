import "server-only";
import type { Actor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { EntryView, StatementView } from "@/lib/billing/contract-views";
import { isReversible } from "@/lib/billing/ledger-corrections";
import { boundsOf, monthsBetween, withBalances } from "@/lib/billing/statement";
import { visibleContracts } from "@/lib/billing/visibility";
import type { Prisma } from "@/lib/db/generated/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/days";
import { toDate, toInstant } from "@/lib/time/instants";

const entryColumns = {
  id: true,
  kind: true,
  minutes: true,
  balanceAfter: true,
  reason: true,
  at: true,
  priceCents: true,
  idempotencyKey: true,
  actor: { select: { name: true } },
  ticket: { select: { reference: true, requesterId: true, organizationId: true } },
  reversedBy: { select: { id: true } },
} as const satisfies Prisma.LedgerEntrySelect;

const PAGE = 20;

/** The entries of a contract, the latest first. @param before the id that the page begins below */
export async function listEntries({ db, actor }: Context<StaffActor>, { contractId, before }: { contractId: string; before?: string }): Promise<{ items: EntryView[]; next: string | null }> {
  if (actor.kind !== "staff") return { items: [], next: null };
  const rows = await db.ledgerEntry.findMany({
    where: { contractId, contract: visibleContracts(actor), ...(before ? { id: { lt: BigInt(before) } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: entryColumns,
  });
  const items = rows.slice(0, PAGE).map((row) => toView(actor, row));
  return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
}

/** A month of a contract that the actor may see: what it began and ended with, and each entry between. The month of now without one. */
export async function findStatement(
  { db, actor, now }: Context<PersonActor>,
  { reference, month }: { reference: string; month: Temporal.PlainYearMonth | null },
): Promise<StatementView | null> {
  const contract = await db.contract.findFirst({ where: { AND: [visibleContracts(actor), { reference }] }, select: { id: true, createdAt: true, entries: { orderBy: { at: "asc" }, take: 1, select: { at: true } } } });
  if (!contract) return null;
  const current = dayAt(now, DESK_TIME_ZONE).toPlainYearMonth();
  const shown = month ?? current;
  const { from, until } = boundsOf(shown, DESK_TIME_ZONE);
  const [before, rows] = await Promise.all([
    db.ledgerEntry.aggregate({ where: { contractId: contract.id, at: { lt: toDate(from) } }, _sum: { minutes: true } }),
    db.ledgerEntry.findMany({ where: { contractId: contract.id, at: { gte: toDate(from), lt: toDate(until) } }, orderBy: [{ at: "asc" }, { id: "asc" }], take: STATEMENT_MAX, select: entryColumns }),
  ]);
  const opening = before._sum.minutes ?? 0;
  const { rows: entries, closing } = withBalances(opening, rows.map((row) => toView(actor, row)));
  const first = dayAt(toInstant(contract.entries[0]?.at ?? contract.createdAt), DESK_TIME_ZONE).toPlainYearMonth();
  return { month: shown.toString(), opening, closing, entries, months: monthsBetween(first, current) };
}

/** More than a contract has in a month: a hundred a day. */
const STATEMENT_MAX = 3100;

type Row = Prisma.LedgerEntryGetPayload<{ select: typeof entryColumns }>;

function toView(actor: Actor, { id, at, actor: by, ticket, reversedBy, idempotencyKey, ...entry }: Row): EntryView {
  return {
    ...entry,
    id: String(id),
    at: toInstant(at).toString(),
    actor: by?.name ?? null,
    ticket: ticket && isVisible(actor, ticket) ? ticket.reference : null,
    isReversible: isReversible({ kind: entry.kind, idempotencyKey }) && reversedBy === null,
    isReversed: reversedBy !== null,
  };
}

/** As the visibility of tickets has it: a manager sees the organization's, a member their own. */
function isVisible(actor: Actor, { requesterId, organizationId }: { requesterId: string; organizationId: string | null }): boolean {
  if (actor.kind !== "customer") return true;
  return requesterId === actor.userId || (actor.isManager && organizationId === actor.organizationId);
}
