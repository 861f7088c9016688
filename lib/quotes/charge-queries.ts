import "server-only";
import { attachmentsInOrder, toAttachmentView } from "@/lib/attachments/views";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { ChargeState } from "@/lib/db/generated/enums";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { readFiscal } from "@/lib/quotes/charge-fiscal";
import { canMoveCharge, CHARGE_STATES } from "@/lib/quotes/charge-states";
import type { ChargeListItem, ChargeView, MonthTotals, OwnChargeView } from "@/lib/quotes/charge-types";
import { canCancelCharges, canWork } from "@/lib/quotes/work-policy";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import type { Page } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";

const PAGE_SIZE = 50;
const MONTHS = 12;

/** Charges of the tickets that an actor may see, and no others. */
function visibleCharges(actor: PersonActor): Prisma.ChargeWhereInput {
  return { ticket: { is: visibleTickets(actor) } };
}

const itemSelect = {
  id: true, reference: true, state: true, totalCents: true, invoiceFolio: true, createdAt: true,
  ticket: { select: { reference: true, subject: true, requester: { select: { name: true } }, organization: { select: { name: true } } } },
} as const satisfies Prisma.ChargeSelect;

function toItem({ ticket, totalCents, createdAt, id, reference, state, invoiceFolio }: Prisma.ChargeGetPayload<{ select: typeof itemSelect }>): ChargeListItem {
  return { id, reference, state, invoiceFolio, totalCents: Number(totalCents), createdAt: createdAt.toISOString(), ticketReference: ticket.reference, subject: ticket.subject, customerName: ticket.organization?.name ?? ticket.requester.name };
}

/** The desk's charges, newest first, 50 a page; of one state or of all. */
export async function listCharges({ db, actor }: Context<StaffActor>, { state, cursor }: { state: ChargeState | null; cursor?: string | undefined }): Promise<Page<ChargeListItem>> {
  if (!canWork(actor)) return { items: [], nextCursor: null };
  const rows = await db.charge.findMany({
    where: { AND: [visibleCharges(actor), state ? { state } : {}, olderThan(cursor)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
    select: itemSelect,
  });
  return pageOf(rows, toItem);
}

/** How many there are in each state. */
export async function countCharges({ db, actor }: Context<StaffActor>): Promise<Record<ChargeState, number>> {
  const counts = canWork(actor) ? await db.charge.groupBy({ by: ["state"], where: visibleCharges(actor), _count: true }) : [];
  return Object.fromEntries(CHARGE_STATES.map((state) => [state, counts.find((each) => each.state === state)?._count ?? 0])) as Record<ChargeState, number>;
}

/** The last twelve months that have charges, newest first: what was charged in each (by the day on which the work was closed), by what became of it. */
export async function sumChargesByMonth({ db, actor }: Context<StaffActor>): Promise<MonthTotals[]> {
  if (!canWork(actor)) return [];
  const rows = await db.$queryRaw<{ month: string; state: ChargeState; cents: bigint; count: bigint }[]>`
    SELECT to_char(created_at AT TIME ZONE ${DESK_TIME_ZONE}, 'YYYY-MM') AS month, state::text AS state, sum(total_cents)::bigint AS cents, count(*) AS count
    FROM charge GROUP BY 1, 2 ORDER BY 1 DESC LIMIT ${MONTHS * CHARGE_STATES.length}`;
  const months = [...Map.groupBy(rows, ({ month }) => month)].slice(0, MONTHS);
  return months.map(([month, own]) => ({
    month,
    count: own.reduce((sum, { count }) => sum + Number(count), 0),
    cents: Object.fromEntries(CHARGE_STATES.map((state) => [state, Number(own.find((each) => each.state === state)?.cents ?? 0n)])) as Record<ChargeState, number>,
  }));
}

/** A charge whole; null when there is none to this member of the desk. */
export async function findCharge({ db, actor }: Context<StaffActor>, reference: string): Promise<ChargeView | null> {
  if (!canWork(actor)) return null;
  const row = await db.charge.findFirst({
    where: { AND: [{ reference }, visibleCharges(actor)] },
    select: {
      ...itemSelect,
      fiscal: true, subtotalCents: true, discountCents: true, vatCents: true, invoiceUuid: true, invoicedAt: true, paidAt: true, paymentNote: true, cancelledAt: true, cancelReason: true,
      invoicedBy: { select: { name: true } },
      paidBy: { select: { name: true } },
      quote: { select: { reference: true, lines: { orderBy: { position: "asc" } } } },
      attachments: attachmentsInOrder,
    },
  });
  if (!row) return null;
  const { state } = row;
  return {
    ...toItem(row),
    quoteReference: row.quote.reference,
    fiscal: readFiscal(row.fiscal),
    subtotalCents: Number(row.subtotalCents),
    discountCents: Number(row.discountCents),
    vatCents: Number(row.vatCents),
    lines: row.quote.lines.map(({ code, description, unit, quantity, unitPriceCents, subtotalCents, discountCents, vatCents, totalCents }) => ({
      code, description, unit, quantity, unitPriceCents, subtotalCents: Number(subtotalCents), discountCents: Number(discountCents), vatCents: Number(vatCents), totalCents: Number(totalCents),
    })),
    invoice: row.invoiceFolio && row.invoiceUuid && row.invoicedAt ? { folio: row.invoiceFolio, uuid: row.invoiceUuid, at: row.invoicedAt.toISOString(), byName: row.invoicedBy?.name ?? null } : null,
    payment: row.paidAt && { at: row.paidAt.toISOString(), byName: row.paidBy?.name ?? null, note: row.paymentNote },
    cancellation: row.cancelledAt && { at: row.cancelledAt.toISOString(), reason: row.cancelReason ?? "" },
    attachments: row.attachments.map(toAttachmentView),
    can: { invoice: canMoveCharge(state, "invoice"), pay: canMoveCharge(state, "pay"), cancel: canMoveCharge(state, "cancel") && canCancelCharges(actor) },
  };
}

/** A customer's own: of the tickets that they may see, with the invoices to download. */
export async function listOwnCharges({ db, actor }: Context<CustomerActor>, { cursor }: { cursor?: string | undefined }): Promise<Page<OwnChargeView>> {
  const rows = await db.charge.findMany({
    where: { AND: [visibleCharges(actor), olderThan(cursor)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_SIZE + 1,
    select: { ...itemSelect, paidAt: true, attachments: attachmentsInOrder },
  });
  return pageOf(rows, ({ attachments, paidAt, ...row }) => {
    const { customerName: _, ...item } = toItem(row);
    return { ...item, paidAt: paidAt?.toISOString() ?? null, attachments: attachments.map(toAttachmentView) };
  });
}

function olderThan(cursor: string | undefined): Prisma.ChargeWhereInput {
  const after = decodeCursor(cursor);
  return after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {};
}

function pageOf<R extends { id: string; createdAt: Date }, T>(rows: R[], toView: (row: R) => T): Page<T> {
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { items: shown.map(toView), nextCursor: last ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
}
