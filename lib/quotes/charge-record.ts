import "server-only";
import type { PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { readFiscal } from "@/lib/quotes/charge-fiscal";
import { chargeReferenceFrom } from "@/lib/quotes/charge-reference";
import type { LockedQuote } from "@/lib/quotes/work-record";
import { recordTicketEvent, type LockedTicket } from "@/lib/tickets/record";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

/** What is to be invoiced for a quote, with the numbers and the fiscal data that were accepted. @returns its reference */
export async function createCharge(tx: Tx, { actor, now, ticket, quote }: { actor: StaffActor; now: Temporal.Instant; ticket: LockedTicket; quote: LockedQuote }): Promise<string> {
  const reference = chargeReferenceFrom(crypto.getRandomValues(new Uint8Array(8)));
  const { subtotalCents, discountCents, vatCents, totalCents } = quote;
  const at = toDate(now);
  await tx.charge.create({
    data: {
      reference,
      quoteId: quote.id,
      ticketId: ticket.id,
      organizationId: ticket.organizationId,
      fiscal: readFiscal(quote.decision?.fiscal) satisfies Prisma.InputJsonObject,
      subtotalCents,
      discountCents,
      vatCents,
      totalCents,
      createdAt: at,
      updatedAt: at,
    },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "charge.created", data: { charge: reference }, actor, at: now });
  return reference;
}

const lockedColumns = { id: true, reference: true, ticketId: true, state: true, fiscal: true, totalCents: true, invoiceUuid: true, invoiceFolio: true, updatedAt: true } as const satisfies Prisma.ChargeSelect;
export type LockedCharge = Prisma.ChargeGetPayload<{ select: typeof lockedColumns }>;

/** Locks a charge for this transaction; null when there is none that the actor may see. */
export async function lockVisibleCharge(tx: Tx, actor: PersonActor, chargeId: string): Promise<LockedCharge | null> {
  const found = await tx.charge.findFirst({ where: { id: chargeId, ticket: { is: visibleTickets(actor) } }, select: { id: true } });
  if (!found) return null;
  await tx.$queryRaw`SELECT id FROM charge WHERE id = ${chargeId}::uuid FOR UPDATE`;
  return tx.charge.findUniqueOrThrow({ where: { id: chargeId }, select: lockedColumns });
}
