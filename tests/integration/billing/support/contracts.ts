import { randomUUID } from "node:crypto";
import { contractReferenceFrom } from "@/lib/billing/contract-reference";
import { writePurchase } from "@/lib/billing/ledger";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";
import { carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { ticketRow, unwrap } from "@/tests/support/factories";

type Changes = Partial<Prisma.ContractUncheckedCreateInput> & { minutes?: number; authoriserIds?: string[] };

/** A contract of Acme in force on the day of the tests, with `minutes` to spend. */
export async function contractWith({ minutes = 600, authoriserIds = [], ...changes }: Changes = {}): Promise<{ id: string; reference: string }> {
  const at = toDate(NOON);
  const contract = await testDb().contract.create({
    data: {
      reference: contractReferenceFrom(crypto.getRandomValues(new Uint8Array(8))),
      organizationId: ORGANIZATIONS.acme.id,
      name: "Póliza de prueba",
      minutesBought: minutes,
      priceCents: 900_000,
      vatRateBp: 1600,
      startsOn: new Date("2026-01-01"),
      endsOn: new Date("2026-12-31"),
      createdAt: at,
      createdById: diego.userId,
      updatedAt: at,
      namedAuthorisers: { create: authoriserIds.map((userId) => ({ userId })) },
      ...changes,
    },
    select: { id: true, reference: true },
  });
  const purchase = { contractId: contract.id, ticketId: null, quoteId: null, minutes, priceCents: 900_000, reason: "Compra inicial", actor: diego, at: NOON, key: `purchase:${contract.id}` };
  unwrap(await testDb().$transaction((tx) => writePurchase(tx, purchase)));
  return contract;
}

/** A bare estimate of a ticket of its own: something that minutes may be held by. */
export async function quoteOf(contractId: string): Promise<{ quoteId: string; ticketId: string }> {
  const ticket = await ticketRow();
  const quote = await testDb().quote.create({
    data: {
      reference: `COT-${randomUUID().slice(0, 8)}`,
      ticketId: ticket.id,
      revision: 1,
      basis: "contract",
      contractId,
      rateCardVersionId: await rateCardId(),
      scope: "",
      exclusions: "",
      paymentTerms: "",
      validUntil: toDate(NOON),
      subtotalCents: 0,
      discountCents: 0,
      vatCents: 0,
      totalCents: 0,
      estimatedMinutes: 60,
      createdAt: toDate(NOON),
      createdById: carla.userId,
      updatedAt: toDate(NOON),
    },
    select: { id: true },
  });
  return { quoteId: quote.id, ticketId: ticket.id };
}

async function rateCardId(): Promise<string> {
  const there = await testDb().rateCardVersion.findFirst({ select: { id: true } });
  return there?.id ?? (await testDb().rateCardVersion.create({ data: { number: 1, note: "", publishedAt: toDate(NOON) }, select: { id: true } })).id;
}

export async function sumOf(contractId: string): Promise<number> {
  const { _sum } = await testDb().ledgerEntry.aggregate({ where: { contractId }, _sum: { minutes: true } });
  return _sum.minutes ?? 0;
}

export async function entriesOf(contractId: string): Promise<string[]> {
  const rows = await testDb().ledgerEntry.findMany({ where: { contractId }, orderBy: { id: "asc" } });
  return rows.map(({ kind, minutes, balanceAfter }) => `${kind} ${minutes} = ${balanceAfter}`);
}
