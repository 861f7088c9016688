import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { writePurchase } from "@/lib/billing/ledger";
import type { AuthoriserRule } from "@/lib/db/generated/enums";
import { authoriseEventQuote, authoriseHoursQuote } from "@/lib/quotes/commands/decide-quote";
import { saveQuoteDraft, type SavedDraft } from "@/lib/quotes/commands/save-quote-draft";
import { sendQuote } from "@/lib/quotes/commands/send-quote";
import type { AcceptanceKey, QuoteDraftInput } from "@/lib/quotes/quote-schema";
import type { OpenedTicket } from "@/lib/tickets/types";
import { fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { ana, carla, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

/** Quotes in a named state, brought there by the product's own commands. `at` is when the desk wrote and sent them. */

export const ORIGIN = { address: "203.0.113.7", browser: "Firefox 146" };

/** A check digit that is right, a régimen and a uso that suit it: the SAT's own example of a persona moral. */
export const FISCAL_DATA = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" } as const;

export type RateItems = { card: string; event: string; hour: string };

let published = 0;

/** A rate card with a service by event (45 min, 850.00; 700.00 with póliza) and one by hour (650.00; 500.00), both with IVA of 16 %. */
export async function publishedCard({ eventCents = 85_000, hourItem = true, at = NOON }: { eventCents?: number; hourItem?: boolean; at?: Temporal.Instant } = {}): Promise<RateItems> {
  const db = testDb();
  const { _max } = await db.rateCardVersion.aggregate({ _max: { number: true } });
  published = Math.max(published, _max.number ?? 0) + 1;
  const common = { vatRateBp: 1600, validFrom: new Date("2026-01-01") };
  const items = [
    { ...common, position: 1, code: "REM-01", description: "Sesión de soporte remoto", unit: "event" as const, minutesEstimated: 45, publicPriceCents: eventCents, contractPriceCents: 70_000 },
    ...(hourItem ? [{ ...common, position: 2, code: "DEV-H", description: "Hora de desarrollo", unit: "hour" as const, minutesEstimated: 60, publicPriceCents: 65_000, contractPriceCents: 50_000 }] : []),
  ];
  const { id, items: made } = await db.rateCardVersion.create({ data: { number: published, note: "", publishedAt: toDate(at), items: { create: items } }, select: { id: true, items: { select: { id: true, code: true } } } });
  const idOf = (code: string) => made.find((item) => item.code === code)?.id ?? "";
  return { card: id, event: idOf("REM-01"), hour: idOf("DEV-H") };
}

/** A póliza of Acme for the year of the tests, with these hours bought. */
export async function contractWith(minutes: number, { organizationId = ORGANIZATIONS.acme.id, authorisers = "managers", named = [], endsOn = "2026-12-31" }: { organizationId?: string; authorisers?: AuthoriserRule; named?: string[]; endsOn?: string } = {}): Promise<{ id: string; reference: string }> {
  const db = testDb();
  const at = toDate(NOON);
  const contract = await db.contract.create({
    data: {
      reference: `POL-${randomUUID().slice(0, 8)}`, organizationId, name: "Póliza anual", minutesBought: minutes, priceCents: 500_000, vatRateBp: 1600, authorisers,
      startsOn: fromDay(Temporal.PlainDate.from("2026-01-01")), endsOn: fromDay(Temporal.PlainDate.from(endsOn)), createdAt: at, updatedAt: at,
      namedAuthorisers: { create: named.map((userId) => ({ userId })) },
    },
    select: { id: true, reference: true },
  });
  const write = { contractId: contract.id, ticketId: null, quoteId: null, reason: "Compra", actor: carla, at: NOON, key: `purchase:${contract.id}`, priceCents: 500_000 };
  unwrap(await db.$transaction((tx) => writePurchase(tx, { ...write, minutes })));
  return contract;
}

export function draftInput(ticketId: string, item: string, changes: Partial<QuoteDraftInput> = {}): QuoteDraftInput {
  return {
    ticketId,
    version: undefined,
    basis: "event",
    contractId: undefined,
    scope: "Revisar el correo de la sucursal.",
    exclusions: "Equipos fuera de garantía.",
    paymentTerms: "Transferencia a 15 días.",
    validOn: Temporal.PlainDate.from("2026-12-03"),
    items: [item],
    quantities: ["1"],
    discounts: [""],
    reasons: [""],
    ...changes,
  };
}

export type Quoted = SavedDraft & { ticket: OpenedTicket; sha256: string };
type Options = Partial<QuoteDraftInput> & { by?: CustomerActor; ticket?: OpenedTicket; at?: Temporal.Instant; item?: string };

export async function draftQuote({ by = ana, ticket: given, at = NOON, item, ...changes }: Options = {}): Promise<SavedDraft & { ticket: OpenedTicket }> {
  const ticket = given ?? (await newTicket({ by, at }));
  const chosen = item ?? (await testDb().rateCardItem.findFirstOrThrow({ where: { code: "REM-01" }, orderBy: { version: { number: "desc" } }, select: { id: true } })).id;
  return { ...unwrap(await saveQuoteDraft({ db: testDb(), actor: carla, now: at }, draftInput(ticket.id, chosen, changes))), ticket };
}

/** MXN 850.00 and IVA for Ana's ticket, unless said otherwise. */
export async function sentQuote(options: Options = {}): Promise<Quoted> {
  const draft = await draftQuote(options);
  unwrap(await sendQuote({ db: testDb(), actor: carla, now: options.at ?? NOON }, draft));
  const { sha256 } = await testDb().quote.findUniqueOrThrow({ where: { id: draft.quoteId }, select: { sha256: true } });
  return { ...draft, sha256: sha256 ?? "" };
}

/** An estimate of 45 minutes of the contract. */
export function sentEstimate(contractId: string, options: Options = {}): Promise<Quoted> {
  return sentQuote({ basis: "contract", contractId, ...options });
}

export const EVENT_KEYS: AcceptanceKey[] = ["rate", "terms", "invoicing"];

export function eventAnswer({ quoteId, sha256 }: Pick<Quoted, "quoteId" | "sha256">) {
  return { quoteId, sha256, accepted: EVENT_KEYS, ...FISCAL_DATA };
}

export function hoursAnswer({ quoteId, sha256 }: Pick<Quoted, "quoteId" | "sha256">) {
  return { quoteId, sha256, accepted: ["hours" as const] };
}

export async function authorisedQuote(options: Options = {}): Promise<Quoted> {
  const quote = await sentQuote(options);
  unwrap(await authoriseEventQuote({ db: testDb(), actor: options.by ?? ana, now: options.at ?? NOON }, eventAnswer(quote), ORIGIN));
  return quote;
}

export async function authorisedEstimate(contractId: string, options: Options = {}): Promise<Quoted> {
  const quote = await sentEstimate(contractId, options);
  unwrap(await authoriseHoursQuote({ db: testDb(), actor: options.by ?? ana, now: options.at ?? NOON }, hoursAnswer(quote), ORIGIN));
  return quote;
}
