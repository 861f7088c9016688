import { createHash } from "node:crypto";
import { discardQuoteDraft, saveQuoteDraft } from "@/lib/quotes/commands/save-quote-draft";
import { renewQuoteRates, sendQuote, withdrawQuote } from "@/lib/quotes/commands/send-quote";
import { expireQuotesJob } from "@/lib/quotes/jobs";
import { mintSystem } from "@/lib/auth/mint";
import { closeTicket } from "@/lib/tickets/commands/change-status";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { ana, carla, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, solvedTicket, unwrap } from "@/tests/support/factories";
import { contractWith, draftInput, draftQuote, publishedCard, sentEstimate, sentQuote, type RateItems } from "@/tests/support/quotes";

useDatabase();

let card: RateItems;
beforeAll(async () => {
  card = await publishedCard();
});

const desk = (actor = carla, now = NOON) => ({ db: testDb(), actor, now });
const stateOf = async (quoteId: string) => (await testDb().quote.findUniqueOrThrow({ where: { id: quoteId }, select: { state: true } })).state;
const eventsOf = async (ticketId: string) => (await testDb().ticketEvent.findMany({ where: { ticketId }, orderBy: { id: "asc" }, select: { type: true } })).map(({ type }) => type);

describe("a draft", () => {
  it("keeps what was typed, priced by the card in force", async () => {
    const ticket = await newTicket();
    const saved = unwrap(await saveQuoteDraft(desk(), draftInput(ticket.id, card.event, { items: [card.event, "", card.hour], quantities: ["2", "", "1:30"], discounts: ["100", "", ""], reasons: ["Cliente nuevo", "", ""] })));
    const quote = await testDb().quote.findUniqueOrThrow({ where: { id: saved.quoteId }, include: { lines: { orderBy: { position: "asc" } } } });
    // 2 × 850 − 100 = 1,600 + 256; 1.5 × 650 = 975 + 156
    expect([quote.subtotalCents, quote.discountCents, quote.vatCents, quote.totalCents, quote.estimatedMinutes]).toEqual([267_500n, 10_000n, 41_200n, 298_700n, 180]);
    expect(quote.lines.map(({ position, code, quantity }) => [position, code, quantity])).toEqual([[1, "REM-01", 2], [2, "DEV-H", 90]]);
    expect(quote.validUntil.toISOString()).toBe("2026-12-04T05:59:59.999Z");
  });

  it("is one a ticket: another tab is told, and writes nothing", async () => {
    const { ticket, version, quoteId } = await draftQuote();
    const other = await saveQuoteDraft(desk(elena), draftInput(ticket.id, card.event, { scope: "Otro" }));
    expect(other).toMatchObject({ code: "QUOTE_DRAFT_CHANGED", details: { version } });
    unwrap(await saveQuoteDraft(desk(elena), draftInput(ticket.id, card.event, { scope: "Otro", version })));
    expect(await saveQuoteDraft(desk(), draftInput(ticket.id, card.event, { version }))).toMatchObject({ code: "QUOTE_DRAFT_CHANGED" });
    expect((await testDb().quote.findUniqueOrThrow({ where: { id: quoteId } })).scope).toBe("Otro");
  });

  it("begun twice at once is begun once", async () => {
    const ticket = await newTicket();
    const answers = await Promise.all([carla, elena].map((actor) => saveQuoteDraft(desk(actor), draftInput(ticket.id, card.event))));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["QUOTE_DRAFT_CHANGED", "ok"]);
  });

  it("is refused with the line that is wrong, or a day that is none", async () => {
    const ticket = await newTicket();
    expect(await saveQuoteDraft(desk(), draftInput(ticket.id, card.event, { items: [card.event, card.hour], quantities: ["1", "-2"] }))).toMatchObject({ code: "LINE_HOURS_WRONG", details: { line: 2, field: "quantity" } });
    expect(await saveQuoteDraft(desk(), draftInput(ticket.id, card.event, { validOn: Temporal.PlainDate.from("2026-11-17") }))).toMatchObject({ code: "VALIDITY_WRONG" });
    expect(await saveQuoteDraft(desk(), draftInput(ticket.id, card.event, { basis: "contract" }))).toMatchObject({ code: "CONTRACT_NOT_IN_FORCE" });
    expect(await testDb().quote.count({ where: { ticketId: ticket.id } })).toBe(0);
  });

  it("can be thrown away as it was seen", async () => {
    const draft = await draftQuote();
    expect(await discardQuoteDraft(desk(), { quoteId: draft.quoteId, version: crypto.randomUUID() })).toMatchObject({ code: "QUOTE_DRAFT_CHANGED" });
    unwrap(await discardQuoteDraft(desk(), draft));
    expect(await testDb().quote.count({ where: { id: draft.quoteId } })).toBe(0);
  });
});

describe("sending", () => {
  it("freezes it, gives the customer the turn, and stops the clock", async () => {
    const { ticket, quoteId, reference } = await sentQuote();
    const quote = await testDb().quote.findUniqueOrThrow({ where: { id: quoteId } });
    expect(quote.text).toContain(`mesa-quote v1\nreference: "${reference}"\n`);
    expect(quote.sha256).toBe(createHash("sha256").update(quote.text!, "utf8").digest("hex"));
    const view = (await findTicketForCustomer({ db: testDb(), actor: ana, now: NOON }, ticket.reference))!;
    expect([view.status, view.turn, view.promise?.state, view.promise?.dueAt]).toEqual(["pending", "requester", "paused", null]);
    expect(await eventsOf(ticket.id)).toEqual(["ticket.opened", "quote.sent"]);
    await expect(testDb().quote.update({ where: { id: quoteId }, data: { scope: "Otro" } })).rejects.toThrow(/quote_is_frozen/);
    await expect(testDb().quoteLine.deleteMany({ where: { quoteId } })).rejects.toThrow(/quote_is_frozen/);
  });

  it("twice at once sends once", async () => {
    const draft = await draftQuote();
    const answers = await Promise.all([carla, elena].map((actor) => sendQuote(desk(actor), draft)));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["QUOTE_ALREADY_SENT", "ok"]);
  });

  it("supersedes the one that waits: only the latest counts", async () => {
    const first = await sentQuote();
    const second = await sentQuote({ ticket: first.ticket });
    expect([await stateOf(first.quoteId), await stateOf(second.quoteId)]).toEqual(["superseded", "sent"]);
    expect(await eventsOf(first.ticket.id)).toEqual(["ticket.opened", "quote.sent", "quote.superseded", "quote.sent"]);
    const row = await testDb().quote.findUniqueOrThrow({ where: { id: second.quoteId } });
    expect([row.supersedesId, row.revision]).toEqual([first.quoteId, 2]);
  });

  it("is refused while something is missing", async () => {
    const refusal = async (changes: Parameters<typeof draftQuote>[0]) => {
      const answer = await sendQuote(desk(), await draftQuote(changes));
      return answer.ok ? "ok" : answer.code;
    };
    const contract = await contractWith(600);
    expect(await refusal({ items: [] })).toBe("QUOTE_HAS_NO_LINES");
    expect(await refusal({ scope: "" })).toBe("QUOTE_WITHOUT_SCOPE");
    expect(await refusal({ paymentTerms: "" })).toBe("QUOTE_WITHOUT_TERMS");
    expect(await refusal({ basis: "contract", contractId: contract.id, paymentTerms: "" })).toBe("ok");
    expect(await refusal({ ticket: await solvedTicket() })).toBe("TICKET_SOLVED");
    const late = await draftQuote();
    expect(await sendQuote(desk(carla, at("2026-12-04T00:00")), late)).toMatchObject({ code: "VALIDITY_PAST" });
    await testDb().contract.update({ where: { id: contract.id }, data: { endsOn: new Date("2026-11-17") } });
  });

  it("takes hours of the chosen póliza, at no price", async () => {
    const contract = await contractWith(600);
    const { quoteId } = await sentEstimate(contract.id);
    const quote = await testDb().quote.findUniqueOrThrow({ where: { id: quoteId } });
    expect([quote.contractId, quote.estimatedMinutes, quote.totalCents]).toEqual([contract.id, 45, 0n]);
    await testDb().contract.update({ where: { id: contract.id }, data: { endsOn: new Date("2026-11-17") } });
  });
});

describe("prices that changed meanwhile", () => {
  it("are refused with the lines, and taken at one press", async () => {
    const draft = await draftQuote({ items: [card.event, card.hour], quantities: ["1", "2"] });
    const next = await publishedCard({ eventCents: 90_000, hourItem: false });
    expect(await sendQuote(desk(), draft)).toMatchObject({
      code: "QUOTE_RATES_CHANGED",
      details: { changes: [{ line: 1, code: "REM-01", before: 85_000, after: 90_000, kind: "price" }, { line: 2, code: "DEV-H", before: 65_000, after: null, kind: "gone" }] },
    });
    unwrap(await renewQuoteRates(desk(), draft));
    const renewed = await testDb().quote.findUniqueOrThrow({ where: { id: draft.quoteId }, include: { lines: true } });
    expect([renewed.rateCardVersionId, renewed.lines.length, renewed.totalCents]).toEqual([next.card, 1, 104_400n]); // 900 × 1.16
    unwrap(await sendQuote(desk(), { quoteId: draft.quoteId, version: renewed.version }));
  });

  it("by a card that left these lines alone change nothing but the card", async () => {
    const item = (await publishedCard()).event;
    const draft = await draftQuote({ item });
    const next = await publishedCard();
    unwrap(await sendQuote(desk(), draft));
    const quote = await testDb().quote.findUniqueOrThrow({ where: { id: draft.quoteId }, include: { lines: true } });
    expect([quote.rateCardVersionId, quote.lines[0]!.rateCardItemId]).toEqual([next.card, next.event]);
  });
});

describe("a quote that is not answered", () => {
  const system = (now: Temporal.Instant) => ({ db: testDb(), actor: mintSystem(), now });

  it("is withdrawn by the desk, whose turn it is again", async () => {
    const { ticket, quoteId } = await sentQuote();
    unwrap(await withdrawQuote(desk(carla, at("2026-11-18T14:00")), { quoteId }));
    expect(await withdrawQuote(desk(), { quoteId })).toMatchObject({ code: "QUOTE_WITHDRAWN" });
    const view = (await findTicketForCustomer({ db: testDb(), actor: ana, now: at("2026-11-18T15:00") }, ticket.reference))!;
    expect([view.status, view.promise?.state]).toEqual(["open", "running"]);
  });

  it("expires after its last day, and the desk goes on", async () => {
    const { ticket, quoteId } = await sentQuote();
    await expireQuotesJob.run(system(at("2026-12-03T23:59")), {});
    expect(await stateOf(quoteId)).toBe("sent");
    await expireQuotesJob.run(system(at("2026-12-04T00:00")), {});
    await expireQuotesJob.run(system(at("2026-12-04T00:15")), {});
    expect(await stateOf(quoteId)).toBe("expired");
    expect((await eventsOf(ticket.id)).filter((type) => type.startsWith("quote."))).toEqual(["quote.sent", "quote.expired"]);
    expect((await testDb().ticket.findUniqueOrThrow({ where: { id: ticket.id } })).status).toBe("open");
  });

  it("is withdrawn when its ticket is closed", async () => {
    const { ticket, quoteId } = await sentQuote();
    unwrap(await closeTicket({ db: testDb(), actor: ana, now: NOON }, { ticketId: ticket.id }));
    await expireQuotesJob.run(system(NOON), {});
    expect(await stateOf(quoteId)).toBe("withdrawn");
  });
});
