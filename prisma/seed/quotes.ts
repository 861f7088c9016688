import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { actorRowSelect, mintPerson, mintSystem } from "@/lib/auth/mint";
import { readFiscalData, fiscalOwnerOf } from "@/lib/customers/fiscal-profiles";
import type { FiscalData } from "@/lib/customers/fiscal";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { authoriseEventQuote, authoriseHoursQuote, declineQuote } from "@/lib/quotes/commands/decide-quote";
import { saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { sendQuote } from "@/lib/quotes/commands/send-quote";
import { expireQuotesJob } from "@/lib/quotes/jobs";
import type { Result } from "@/lib/result";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import type { DuplicateView } from "@/lib/tickets/types";
import { dayAt } from "@/lib/time/days";
import { quotes, USUAL_TERMS, type SeedQuote } from "./content/quotes";

type SeedContext = { db: Db; now: Temporal.Instant };
type Cast = { customer: CustomerActor; carla: StaffActor };

const ORIGIN = { address: "192.0.2.24", browser: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0" };
/** Who has none on file yet completes them. */
const FISCAL: FiscalData = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };

/** The demonstration's quotes, one in each state, lived through with the product's own commands. */
export async function seedQuotes({ db, now }: SeedContext): Promise<void> {
  const people = new Map((await db.user.findMany({ select: actorRowSelect })).map((row) => [row.email, mintPerson(row)]));
  const carla = people.get("carla@impera.example") as StaffActor;
  // The oldest first: revisions and due dates are as they would have been.
  const inOrder = [...quotes].sort((a, b) => b.daysAgo - a.daysAgo);
  for (const quote of inOrder) await seedOne({ db, now }, { carla, customer: people.get(quote.requester) as CustomerActor }, quote);
  await expireQuotesJob.run({ db, now, actor: mintSystem() }, {});
}

async function seedOne({ db, now }: SeedContext, cast: Cast, quote: SeedQuote): Promise<void> {
  const opened = morningBefore(now, quote.daysAgo, 9);
  const ticketId = await open({ db, now: opened }, cast.customer, quote);
  const sent = await write({ db, now: opened.add({ hours: 2 }) }, cast, { ticketId, quote, extra: [] });
  const answered = { db, now: opened.add({ hours: 4 }) };
  switch (quote.becomes) {
    case "draft":
    case "sent":
    case "expired":
      return;
    case "authorised":
      await authorise(answered, cast.customer, sent);
      return reply({ db, now: opened.add({ hours: 5 }) }, cast.carla, { ticketId, body: quote.reply });
    case "declined":
      unwrap(await declineQuote({ ...answered, actor: cast.customer }, { quoteId: sent, reason: quote.reason ?? "" }, ORIGIN));
      return reply({ db, now: opened.add({ hours: 5 }) }, cast.carla, { ticketId, body: quote.reply });
    case "superseded":
      await write(answered, cast, { ticketId, quote, extra: [{ code: "REM-SESION", quantity: "1" }] });
      return;
    default:
      return quote.becomes satisfies never;
  }
}

async function open({ db, now }: SeedContext, actor: CustomerActor, quote: SeedQuote): Promise<string> {
  const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug: quote.department }, select: { id: true } });
  const product = await db.product.findFirst({ where: { organizationId: actor.organizationId ?? "", state: "active", endsOn: null }, select: { id: true } });
  const input = { departmentId, productId: product?.id, subject: quote.subject, body: quote.body, priority: "medium" as const, submissionKey: randomUUID(), different: [] as string[] };
  const first = await openTicket({ db, actor, now }, input);
  if (first.ok || first.code !== "DUPLICATE_NOT_REVIEWED") return unwrap(first).id;
  const { candidates } = first.details as { candidates: DuplicateView[] };
  return unwrap(await openTicket({ db, actor, now }, { ...input, different: candidates.map(({ ticketId }) => ticketId) })).id;
}

/** A draft, sent unless it stays one. @returns the quote */
async function write({ db, now }: SeedContext, { carla, customer }: Cast, { ticketId, quote, extra }: { ticketId: string; quote: SeedQuote; extra: SeedQuote["lines"] }): Promise<string> {
  const lines = [...quote.lines, ...extra];
  const items = await db.rateCardItem.findMany({ where: { code: { in: lines.map(({ code }) => code) } }, orderBy: { version: { number: "asc" } }, select: { id: true, code: true } });
  const ids = new Map(items.map(({ id, code }) => [code, id]));
  const contract = quote.basis === "contract" ? await db.contract.findFirst({ where: { organizationId: customer.organizationId ?? "", settledAt: null }, orderBy: { endsOn: "desc" }, select: { id: true } }) : null;
  const draft = unwrap(
    await saveQuoteDraft({ db, actor: carla, now }, {
      ticketId,
      version: undefined,
      basis: quote.basis,
      contractId: contract?.id,
      scope: quote.scope,
      exclusions: quote.exclusions ?? "",
      paymentTerms: USUAL_TERMS,
      validOn: dayAt(now, DESK_TIME_ZONE).add({ days: quote.validDays ?? 15 }),
      items: lines.map(({ code }) => ids.get(code) ?? ""),
      quantities: lines.map(({ quantity }) => quantity),
      discounts: lines.map(({ discount }) => discount ?? ""),
      reasons: lines.map(({ reason }) => reason ?? ""),
    }),
  );
  if (quote.becomes !== "draft") unwrap(await sendQuote({ db, actor: carla, now: now.add({ minutes: 5 }) }, draft));
  return draft.quoteId;
}

async function authorise({ db, now }: SeedContext, actor: CustomerActor, quoteId: string): Promise<void> {
  const { sha256, basis } = await db.quote.findUniqueOrThrow({ where: { id: quoteId }, select: { sha256: true, basis: true } });
  const fiscal = (await readFiscalData(db, fiscalOwnerOf(actor))) ?? FISCAL;
  const common = { quoteId, sha256: sha256 ?? "" };
  if (basis === "contract") unwrap(await authoriseHoursQuote({ db, actor, now }, { ...common, accepted: ["hours"] }, ORIGIN));
  else unwrap(await authoriseEventQuote({ db, actor, now }, { ...common, accepted: ["rate", "terms", "invoicing"], ...fiscal }, ORIGIN));
}

/** The desk attends what was answered; the work goes on. */
async function reply({ db, now }: SeedContext, actor: StaffActor, { ticketId, body }: { ticketId: string; body: string | undefined }): Promise<void> {
  if (body) unwrap(await staffReply({ db, actor, now }, { ticketId, body, submissionKey: randomUUID(), next: "open" }));
}

/** That hour of that day, or of the Friday before a weekend. */
function morningBefore(now: Temporal.Instant, days: number, hour: number): Temporal.Instant {
  const day = dayAt(now, DESK_TIME_ZONE).subtract({ days });
  const working = day.subtract({ days: Math.max(0, day.dayOfWeek - 5) });
  return working.toZonedDateTime({ timeZone: DESK_TIME_ZONE, plainTime: { hour } }).toInstant();
}

function unwrap<T>(result: Result<T, string, unknown>): T {
  if (result.ok) return result.data;
  throw new Error(`The demonstration's quote was refused: ${result.code} ${JSON.stringify(result.details ?? {})}`);
}
