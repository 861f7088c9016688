import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { checkQuoteDocument } from "@/lib/quotes/check-document";
import { authoriseEventQuote, authoriseHoursQuote, declineQuote } from "@/lib/quotes/commands/decide-quote";
import { discardQuoteDraft, saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { renewQuoteRates, sendQuote, withdrawQuote } from "@/lib/quotes/commands/send-quote";
import { countOpenQuotes, findQuoteDocument, findQuoteForCustomer, listCustomerQuotes, listTicketQuotes } from "@/lib/quotes/quote-queries";
import { countStaffQuotes, findQuoteDesk, listStaffQuotes } from "@/lib/quotes/staff-quote-queries";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS, type ActorName } from "@/tests/integration/matrix/support/table";
import { ana, andres, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { ticketRow } from "@/tests/support/factories";
import { contractWith, draftInput, draftQuote, eventAnswer, hoursAnswer, ORIGIN, publishedCard, sentEstimate, sentQuote, type Quoted } from "@/tests/support/quotes";

useDatabase();

/** Who acts, by whatever type: a cast must not open a door. */
type Ctx = Context<never>;
type Draft = Awaited<ReturnType<typeof draftQuote>>;
type World = { sent: Quoted; draft: Draft; estimate: Quoted; named: Quoted; item: string };
type Row = { expected: Record<ActorName, string>; run: (ctx: Ctx, world: World) => Promise<string> };

/** A draft is the desk's; what was sent, of whoever may see the ticket. */
const SENT = row("gate", "none", "sees", "sees", "gate", "sees", "sees");
const DRAFT = row("gate", "none", "none", "none", "gate", "sees", "sees");
const ANSWERS = row("gate", "QUOTE_NOT_FOUND", "MAY_NOT_AUTHORISE", "ok", "gate", "MAY_NOT_AUTHORISE", "MAY_NOT_AUTHORISE");
const DRAFTS = row("gate", "QUOTE_NOT_FOUND", "QUOTE_NOT_FOUND", "QUOTE_NOT_FOUND", "gate", "ok", "ok");

const OPERATIONS: Record<string, Row> = {
  findQuoteForCustomer: { expected: SENT, run: async (ctx, { sent }) => sees((await findQuoteForCustomer(ctx, ofQuote(sent))) !== null) },
  "findQuoteForCustomer(draft)": { expected: DRAFT, run: async (ctx, { draft }) => sees((await findQuoteForCustomer(ctx, ofQuote(draft))) !== null) },
  // Who may not answer it is not given the data of the invoice either.
  "findQuoteForCustomer(fiscal)": { expected: row("gate", "none", "none", "sees", "gate", "none", "none"), run: async (ctx, { sent }) => sees(Boolean((await findQuoteForCustomer(ctx, ofQuote(sent)))?.fiscal)) },
  // A member whom the contract names sees what they are asked about.
  "findQuoteForCustomer(named)": { expected: SENT, run: async (ctx, { named }) => sees((await findQuoteForCustomer(ctx, ofQuote(named))) !== null) },
  findQuoteDocument: { expected: SENT, run: async (ctx, { sent }) => sees((await findQuoteDocument(ctx, ofQuote(sent))) !== null) },
  listTicketQuotes: { expected: SENT, run: async (ctx, { sent }) => sees((await listTicketQuotes(ctx, sent.ticket.id)).length > 0) },
  "listTicketQuotes(draft)": { expected: DRAFT, run: async (ctx, { draft }) => sees((await listTicketQuotes(ctx, draft.ticket.id)).length > 0) },
  listCustomerQuotes: { expected: SENT, run: async (ctx, { sent }) => sees((await listCustomerQuotes(ctx, { filter: "open" })).items.some(({ id }) => id === sent.quoteId)) },
  countOpenQuotes: { expected: SENT, run: async (ctx) => sees((await countOpenQuotes(ctx)) > 0) },
  checkQuoteDocument: { expected: row("gate", "sees", "sees", "sees", "gate", "sees", "sees"), run: async (ctx, { sent }) => sees((await checkQuoteDocument(ctx, { reference: sent.reference, hash: sent.sha256 })) !== null) },
  "findQuoteDesk(draft)": { expected: DRAFT, run: async (ctx, { draft }) => sees(Boolean((await findQuoteDesk(ctx, draft.ticket.reference))?.draft)) },
  "listStaffQuotes(draft)": { expected: DRAFT, run: async (ctx, { draft }) => sees((await listStaffQuotes(ctx, { filter: "draft" })).items.some(({ id }) => id === draft.quoteId)) },
  "countStaffQuotes(draft)": { expected: DRAFT, run: async (ctx) => sees((await countStaffQuotes(ctx)).draft > 0) },
  saveQuoteDraft: {
    expected: row("gate", "NOT_FOUND", "FORBIDDEN", "FORBIDDEN", "gate", "ok", "ok"),
    run: async (ctx, { draft, item }) => code(await saveQuoteDraft(ctx, draftInput(draft.ticket.id, item, { version: draft.version, scope: "Otro" }))),
  },
  discardQuoteDraft: { expected: DRAFTS, run: async (ctx, { draft }) => code(await discardQuoteDraft(ctx, draft)) },
  sendQuote: { expected: DRAFTS, run: async (ctx, { draft }) => code(await sendQuote(ctx, draft)) },
  renewQuoteRates: { expected: DRAFTS, run: async (ctx, { draft }) => code(await renewQuoteRates(ctx, draft)) },
  withdrawQuote: { expected: row("gate", "QUOTE_NOT_FOUND", "FORBIDDEN", "FORBIDDEN", "gate", "ok", "ok"), run: async (ctx, { sent }) => code(await withdrawQuote(ctx, { quoteId: sent.quoteId })) },
  authoriseEventQuote: { expected: ANSWERS, run: async (ctx, { sent }) => code(await authoriseEventQuote(ctx, eventAnswer(sent), ORIGIN)) },
  authoriseHoursQuote: { expected: ANSWERS, run: async (ctx, { estimate }) => code(await authoriseHoursQuote(ctx, hoursAnswer(estimate), ORIGIN)) },
  "authoriseHoursQuote(named)": {
    expected: row("gate", "QUOTE_NOT_FOUND", "ok", "MAY_NOT_AUTHORISE", "gate", "MAY_NOT_AUTHORISE", "MAY_NOT_AUTHORISE"),
    run: async (ctx, { named }) => code(await authoriseHoursQuote(ctx, hoursAnswer(named), ORIGIN)),
  },
  declineQuote: { expected: ANSWERS, run: async (ctx, { sent }) => code(await declineQuote(ctx, { quoteId: sent.quoteId, reason: "No" }, ORIGIN)) },
};

/** The work under an authorisation has a table of its own. */
const OF_WORK = ["findWork", "summarizeWork", "listOwnWork", "postTime", "reverseTime", "closeWork", "releaseWork", "invoiceCharge", "payCharge", "cancelCharge"];
const isOfWork = (name: string) => OF_WORK.includes(name) || /Charge|Work|Time|Company|Cfdi/.test(name);

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor) => ({ operation, actor, outcome: expected[actor], run })));

describe("who may see, write and answer quotes", () => {
  let items: { event: string; managers: string; named: string };
  beforeAll(async () => {
    const { event } = await publishedCard();
    items = { event, managers: (await contractWith(600_000)).id, named: (await contractWith(600_000, { authorisers: "named", named: [andres.userId] })).id };
    await testDb().organization.update({ where: { id: ORGANIZATIONS.acme.id }, data: { eventAuthorisers: "managers" } });
    await testDb().fiscalProfile.create({ data: { organizationId: ORGANIZATIONS.acme.id, rfc: "EKU9003173C9", legalName: "ACME", taxRegime: "601", postalCode: "42501", cfdiUse: "G03", updatedAt: new Date(0) } });
  });

  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, run }) => {
    const world = await makeWorld(items);
    const before = await stateNow();
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    expect(actor ? await run({ db: testDb(), actor: actor as never, now: NOON }, world) : "gate").toBe(outcome);
    // Who was refused changed nothing.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query and command there is: 22 for 7 actors make 154 cells", () => {
    const named = new Set(Object.keys(OPERATIONS).map((name) => name.replace(/\(.*/, "")));
    expect([...named].sort()).toEqual(exportedOperations("quotes").filter((name) => !isOfWork(name)).sort());
    expect(CELLS).toHaveLength(154);
  });
});

/** Of Andrés: a quote that waits, a draft, an estimate; and an estimate on a ticket of Ana's, of a contract that names Andrés. */
async function makeWorld(items: { event: string; managers: string; named: string }): Promise<World> {
  // The tickets of earlier cells are history.
  await testDb().$executeRaw`UPDATE ticket SET status = 'closed', closed_at = now() WHERE status <> 'closed'`;
  await testDb().$executeRaw`DELETE FROM quote WHERE state = 'draft'`;
  const ticket = () => ticketRow({ requester: andres });
  return {
    item: items.event,
    sent: await sentQuote({ ticket: await ticket(), item: items.event }),
    draft: await draftQuote({ ticket: await ticket(), item: items.event }),
    estimate: await sentEstimate(items.managers, { ticket: await ticket(), item: items.event }),
    named: await sentEstimate(items.named, { ticket: await ticketRow({ requester: ana }), item: items.event }),
  };
}

async function stateNow(): Promise<string> {
  const db = testDb();
  const quotes = await db.quote.findMany({ where: { ticket: { status: { not: "closed" } } }, orderBy: { id: "asc" }, select: { id: true, state: true, version: true } });
  return JSON.stringify([quotes, await db.quoteDecision.count(), await db.ledgerEntry.count(), await db.ticketEvent.count()]);
}

function ofQuote({ ticket, reference }: { ticket: { reference: string }; reference: string }) {
  return { ticketReference: ticket.reference, reference };
}

function row(...outcomes: [string, string, string, string, string, string, string]): Record<ActorName, string> {
  return Object.fromEntries(ACTORS.map((actor, column) => [actor, outcomes[column]])) as Record<ActorName, string>;
}

function sees(isSeen: boolean): string {
  return isSeen ? "sees" : "none";
}
