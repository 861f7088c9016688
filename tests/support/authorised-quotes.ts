import { createHash, randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import type { OpenedTicket } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { ana, carla } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";

/** What a customer authorised, as bare rows: for tests of what comes after the authorisation, whatever became of it before. */

/** When the quotes of these tests were authorised: before noon of the same day. */
export const AUTHORISED_AT = at("2026-11-18T09:30");

export const FISCAL = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" } as const;

type Line = { code?: string; description?: string; unit?: "event" | "hour"; quantity?: number; unitPriceCents?: number; minutes?: number; discountCents?: number; vatRateBp?: number };

export type AuthorisedQuote = { ticket: OpenedTicket; quoteId: string; quoteReference: string; contractId: string | null };

type Options = { requester?: CustomerActor; ticket?: OpenedTicket; lines?: Line[]; estimatedMinutes?: number; fiscal?: object };

/** Paid per event: MXN 1,000.00 and IVA of 16 %, two hours estimated, unless said otherwise. */
export function authorisedEvent(options: Options = {}): Promise<AuthorisedQuote> {
  return authorisedQuote({ ...options, contract: null });
}

/** An estimate of two hours of a póliza of ten, which holds them already. */
export function authorisedEstimate({ roundingMinutes = 15, minutesBought = 600, ...options }: Options & { roundingMinutes?: number; minutesBought?: number } = {}): Promise<AuthorisedQuote> {
  return authorisedQuote({ ...options, contract: { roundingMinutes, minutesBought } });
}

async function authorisedQuote({ requester = ana, ticket, lines = [{}], estimatedMinutes, fiscal = FISCAL, contract }: Options & { contract: { roundingMinutes: number; minutesBought: number } | null }): Promise<AuthorisedQuote> {
  const db = testDb();
  const paid = ticket ?? (await ticketRow({ requester, isPaid: true }));
  const { versionId, itemId } = await rateCard();
  const contractId = contract && (await contractRow({ ...contract, organizationId: requester.organizationId! }));
  const priced = lines.map(pricedLine);
  const sum = (key: "subtotalCents" | "discountCents" | "vatCents" | "totalCents" | "minutes") => priced.reduce((total, line) => total + Number(line[key]), 0);
  const minutes = estimatedMinutes ?? sum("minutes");
  const reference = `COT-${randomUUID().slice(0, 8).toUpperCase()}`;
  const revision = (await db.quote.count({ where: { ticketId: paid.id } })) + 1;
  const day = toDate(AUTHORISED_AT);
  const { id: quoteId } = await db.quote.create({
    data: {
      reference, ticketId: paid.id, revision, basis: contract ? "contract" : "event", contractId, rateCardVersionId: versionId,
      scope: "Lo acordado", exclusions: "", paymentTerms: "De contado", validUntil: toDate(at("2026-12-18T18:00")),
      subtotalCents: sum("subtotalCents"), discountCents: sum("discountCents"), vatCents: sum("vatCents"), totalCents: sum("totalCents"), estimatedMinutes: minutes,
      createdAt: day, createdById: carla.userId, updatedAt: day,
      lines: { create: priced.map((line, position) => ({ ...line, position, rateCardItemId: itemId })) },
    },
    select: { id: true },
  });
  const text = `mesa-quote v1\n${reference}\n`;
  await db.quote.update({ where: { id: quoteId }, data: { state: "sent", text, sha256: sha256(text), sentAt: day, sentById: carla.userId } });
  const accepted = `mesa-authorisation v1\n${reference}\n`;
  await db.quoteDecision.create({
    data: { quoteId, verdict: "authorised", userId: requester.userId, at: day, address: "192.0.2.1", browser: "Pruebas", accepted: ["Acepto"], ...(contract ? {} : { fiscal }), text: accepted, sha256: sha256(accepted) },
  });
  await db.quote.update({ where: { id: quoteId }, data: { state: "authorised" } });
  if (contractId && minutes > 0) {
    await db.ledgerEntry.create({
      data: { contractId, kind: "hold", minutes: -minutes, balanceAfter: 0, reason: `Autorización de ${reference}`, ticketId: paid.id, quoteId, actorId: requester.userId, at: day, idempotencyKey: `hold:${quoteId}` },
    });
  }
  return { ticket: paid, quoteId, quoteReference: reference, contractId };
}

/** Half-up by line, in whole cents. */
function pricedLine({ code = "SOP-1", description = "Soporte por evento", unit = "event", quantity = 1, unitPriceCents = 100_000, minutes = 120, discountCents = 0, vatRateBp = 1600 }: Line) {
  const subtotalCents = Math.floor((unitPriceCents * quantity) / (unit === "hour" ? 60 : 1) + 0.5);
  const vatCents = Math.floor(((subtotalCents - discountCents) * vatRateBp) / 10_000 + 0.5);
  return { code, description, unit, quantity, unitPriceCents, minutes, subtotalCents, discountCents, discountReason: discountCents > 0 ? "Cortesía" : null, vatRateBp, vatCents, totalCents: subtotalCents - discountCents + vatCents };
}

async function rateCard(): Promise<{ versionId: string; itemId: string }> {
  const db = testDb();
  const known = await db.rateCardVersion.findFirst({ select: { id: true, items: { select: { id: true }, take: 1 } } });
  if (known?.items[0]) return { versionId: known.id, itemId: known.items[0].id };
  const item = { position: 0, code: "SOP-1", description: "Soporte por evento", unit: "event" as const, minutesEstimated: 120, publicPriceCents: 100_000, contractPriceCents: 80_000, vatRateBp: 1600, validFrom: new Date("2026-01-01") };
  const version = await db.rateCardVersion.create({ data: { number: 1, note: "", publishedAt: toDate(AUTHORISED_AT), items: { create: item } }, select: { id: true, items: { select: { id: true } } } });
  return { versionId: version.id, itemId: version.items[0]!.id };
}

async function contractRow({ organizationId, minutesBought, roundingMinutes }: { organizationId: string; minutesBought: number; roundingMinutes: number }): Promise<string> {
  const db = testDb();
  const day = toDate(AUTHORISED_AT);
  const { id } = await db.contract.create({
    data: { reference: `POL-${randomUUID().slice(0, 8)}`, organizationId, name: "Póliza anual", minutesBought, priceCents: 500_000, vatRateBp: 1600, startsOn: new Date("2026-01-01"), endsOn: new Date("2026-12-31"), roundingMinutes, createdAt: day, updatedAt: day },
    select: { id: true },
  });
  await db.ledgerEntry.create({ data: { contractId: id, kind: "purchase", minutes: minutesBought, balanceAfter: 0, reason: "Compra", at: day, idempotencyKey: `purchase:${id}` } });
  return id;
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
