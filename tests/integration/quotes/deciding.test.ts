import { createHash } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { authoriseEventQuote, authoriseHoursQuote, declineQuote } from "@/lib/quotes/commands/decide-quote";
import { sendQuote, withdrawQuote } from "@/lib/quotes/commands/send-quote";
import { checkQuoteDocument } from "@/lib/quotes/check-document";
import { findAuthorisation } from "@/lib/billing/authorisation";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { closeTicket } from "@/lib/tickets/commands/change-status";
import { ana, andres, bruno, carla, ORGANIZATIONS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, pendingTicket, unwrap } from "@/tests/support/factories";
import { contractWith, draftQuote, eventAnswer, FISCAL_DATA, hoursAnswer, ORIGIN, publishedCard, sentEstimate, sentQuote } from "@/tests/support/quotes";

useDatabase();

beforeAll(async () => {
  await publishedCard();
});

beforeEach(async () => {
  // The contracts of other tests are over: each has its own.
  await testDb().contract.updateMany({ data: { endsOn: new Date("2026-01-01") } });
});

const LATER = at("2026-11-18T16:00");
const customer = (actor: CustomerActor = ana, now = LATER) => ({ db: testDb(), actor, now });
const code = (answer: { ok: boolean; code?: string }) => answer.code ?? "ok";
const decisionOf = (quoteId: string) => testDb().quoteDecision.findUnique({ where: { quoteId } });

describe("authorising what is paid per event", () => {
  it("keeps who, when, from where, the words, the fiscal data and the hash of all of it", async () => {
    const quote = await sentQuote({ ticket: await newTicket() });
    unwrap(await authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN));
    const decision = (await decisionOf(quote.quoteId))!;
    expect(decision).toMatchObject({ verdict: "authorised", userId: ana.userId, ...ORIGIN, reason: null, fiscal: FISCAL_DATA });
    expect(decision.at.toISOString()).toBe("2026-11-18T22:00:00.000Z");
    expect(decision.accepted).toEqual([
      `Acepto la tarifa de la cotización ${quote.reference}: $986.00 MXN en total, con IVA.`,
      `Acepto las condiciones de pago tal como aparecen en la cotización ${quote.reference}.`,
      "Acepto que los cargos se facturen con los datos fiscales que indico aquí.",
    ]);
    expect(decision.sha256).toBe(createHash("sha256").update(decision.text, "utf8").digest("hex"));
    expect(decision.text).toContain(`quoteSha256: "${quote.sha256}"`);
    expect(await findAuthorisation(testDb(), quote.ticket.id)).toEqual({ quoteId: quote.quoteId, reference: quote.reference, basis: "event", contractId: null, estimatedMinutes: 45 });
  });

  it("makes it a case of alta whose clock goes on where it stood", async () => {
    const { ticket, ...quote } = await sentQuote({ ticket: await newTicket({ at: at("2026-11-18T11:00") }), at: NOON });
    unwrap(await authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN));
    const view = (await findTicketForCustomer({ db: testDb(), actor: ana, now: LATER }, ticket.reference))!;
    expect([view.status, view.priority, view.turn, view.promise?.state, view.promise?.minutes]).toEqual(["open", "high", "desk", "running", 24 * 60]);
    // One hour of 24 had gone when it was sent at noon; 23 remain from 16:00 on, nine a day: 2 + 9 + 9 + 3 → Mon 23, 12:00
    expect(view.promise?.dueAt).toBe(at("2026-11-23T12:00").toString());
    expect((await testDb().ticket.findUniqueOrThrow({ where: { id: ticket.id } })).isPaid).toBe(true);
  });

  it("owes attention anew where the desk had answered", async () => {
    const quote = await sentQuote({ ticket: await pendingTicket() });
    unwrap(await authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN));
    const view = (await findTicketForCustomer({ db: testDb(), actor: ana, now: LATER }, quote.ticket.reference))!;
    expect([view.promise?.kind, view.promise?.state, view.promise?.minutes]).toEqual(["next_response", "running", 24 * 60]);
  });

  it("keeps the fiscal data for next time, and a member does not change those of the organization", async () => {
    await testDb().fiscalProfile.deleteMany();
    const own = { ...FISCAL_DATA, postalCode: "06000" };
    const [first, second] = [await sentQuote({ by: ana }), await sentQuote({ by: andres })];
    unwrap(await authoriseEventQuote(customer(), eventAnswer(first), ORIGIN));
    unwrap(await authoriseEventQuote(customer(andres), { ...eventAnswer(second), ...own }, ORIGIN));
    expect((await decisionOf(second.quoteId))?.fiscal).toMatchObject({ postalCode: "06000" });
    expect((await testDb().fiscalProfile.findFirstOrThrow({ where: { organizationId: ORGANIZATIONS.acme.id } })).postalCode).toBe(FISCAL_DATA.postalCode);
  });

  it.each([
    ["a second click", [ana, ana], ["ok", "ok"]],
    ["a second person", [ana, andres], ["QUOTE_AUTHORISED", "ok"]],
  ] as const)("twice at once is one acceptance: %s", async (_, people, expected) => {
    const quote = await sentQuote({ by: andres });
    const answers = await Promise.all(people.map((actor) => authoriseEventQuote(customer(actor), eventAnswer(quote), ORIGIN)));
    expect(answers.map(code).sort()).toEqual(expected);
    expect(await testDb().quoteDecision.count({ where: { quoteId: quote.quoteId } })).toBe(1);
    expect(await testDb().ticketEvent.count({ where: { ticketId: quote.ticket.id, type: "quote.authorised" } })).toBe(1);
  });

  it("and declining at once is one of both", async () => {
    const quote = await sentQuote({ by: andres });
    const answers = await Promise.all([
      authoriseEventQuote(customer(ana), eventAnswer(quote), ORIGIN),
      declineQuote(customer(andres), { quoteId: quote.quoteId, reason: "Es caro" }, ORIGIN),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await testDb().quoteDecision.count({ where: { quoteId: quote.quoteId } })).toBe(1);
  });

  it("and a revision at once leaves one that counts", async () => {
    const quote = await sentQuote();
    const draft = await draftQuote({ ticket: quote.ticket });
    const [answer, sent] = await Promise.all([authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN), sendQuote({ db: testDb(), actor: carla, now: LATER }, draft)]);
    expect(sent.ok).toBe(true);
    const states = (await testDb().quote.findMany({ where: { ticketId: quote.ticket.id }, orderBy: { revision: "asc" }, select: { state: true } })).map(({ state }) => state);
    expect(states).toEqual(answer.ok ? ["authorised", "sent"] : ["superseded", "sent"]);
    expect(code(answer)).toMatch(/^(ok|QUOTE_SUPERSEDED)$/);
  });

  it("is refused to whom it is not, in what it is not, and when it is late", async () => {
    const quote = await sentQuote();
    const answer = eventAnswer(quote);
    expect(code(await authoriseEventQuote(customer(bruno), answer, ORIGIN))).toBe("QUOTE_NOT_FOUND");
    expect(code(await authoriseEventQuote(customer(andres), answer, ORIGIN))).toBe("QUOTE_NOT_FOUND");
    expect(code(await authoriseEventQuote(customer(), { ...answer, sha256: "0".repeat(64) }, ORIGIN))).toBe("QUOTE_OTHER_TEXT");
    expect(code(await authoriseEventQuote(customer(), { ...answer, accepted: ["rate", "terms"] }, ORIGIN))).toBe("NOT_ALL_ACCEPTED");
    expect(code(await authoriseHoursQuote(customer(), hoursAnswer(quote), ORIGIN))).toBe("OTHER_BASIS");
    // The job has not run: it is past all the same.
    expect(code(await authoriseEventQuote(customer(ana, at("2026-12-04T00:00")), answer, ORIGIN))).toBe("QUOTE_EXPIRED");
    await testDb().organization.update({ where: { id: ORGANIZATIONS.acme.id }, data: { eventAuthorisers: "managers" } });
    const own = await sentQuote({ by: andres });
    expect(code(await authoriseEventQuote(customer(andres), eventAnswer(own), ORIGIN))).toBe("MAY_NOT_AUTHORISE");
    expect(code(await authoriseEventQuote(customer(ana), eventAnswer(own), ORIGIN))).toBe("ok");
    await testDb().organization.update({ where: { id: ORGANIZATIONS.acme.id }, data: { eventAuthorisers: "anyone" } });
    expect(await decisionOf(quote.quoteId)).toBeNull();
  });

  it("is refused once the quote is withdrawn, superseded, declined or its ticket closed", async () => {
    const [withdrawn, superseded, declined, closed] = [await sentQuote(), await sentQuote(), await sentQuote(), await sentQuote()];
    unwrap(await withdrawQuote({ db: testDb(), actor: carla, now: NOON }, { quoteId: withdrawn.quoteId }));
    await sentQuote({ ticket: superseded.ticket });
    unwrap(await declineQuote(customer(), { quoteId: declined.quoteId, reason: "No" }, ORIGIN));
    unwrap(await closeTicket({ db: testDb(), actor: ana, now: NOON }, { ticketId: closed.ticket.id }));
    const codes = await Promise.all([withdrawn, superseded, declined, closed].map(async (quote) => code(await authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN))));
    expect(codes).toEqual(["QUOTE_WITHDRAWN", "QUOTE_SUPERSEDED", "QUOTE_DECLINED", "TICKET_CLOSED"]);
  });
});

describe("authorising hours of a póliza", () => {
  const sumOf = async (contractId: string) => (await testDb().ledgerEntry.aggregate({ where: { contractId }, _sum: { minutes: true } }))._sum.minutes;

  it("holds them at that moment", async () => {
    const contract = await contractWith(600);
    const quote = await sentEstimate(contract.id);
    expect(await sumOf(contract.id)).toBe(600);
    unwrap(await authoriseHoursQuote(customer(), hoursAnswer(quote), ORIGIN));
    expect(await sumOf(contract.id)).toBe(555);
    const hold = await testDb().ledgerEntry.findFirstOrThrow({ where: { quoteId: quote.quoteId } });
    expect([hold.kind, hold.minutes, hold.actorId, hold.ticketId, hold.reason]).toEqual(["hold", -45, ana.userId, quote.ticket.id, `Autorización de la estimación ${quote.reference}`]);
    expect((await decisionOf(quote.quoteId))?.accepted).toEqual([`Acepto que 45 min de la estimación ${quote.reference} se descuenten de la póliza ${contract.reference}.`]);
    expect((await testDb().ticket.findUniqueOrThrow({ where: { id: quote.ticket.id } })).contractId).toBe(contract.id);
  });

  it("is refused with what is left where that is not enough, and nothing is written", async () => {
    const contract = await contractWith(30);
    const quote = await sentEstimate(contract.id);
    expect(await authoriseHoursQuote(customer(), hoursAnswer(quote), ORIGIN)).toMatchObject({ code: "BALANCE_TOO_LOW", details: { left: "30 min", asked: "45 min" } });
    expect([await decisionOf(quote.quoteId), await sumOf(contract.id)]).toEqual([null, 30]);
  });

  it("of two tickets at once spends what there is once", async () => {
    const contract = await contractWith(60);
    const quotes = [await sentEstimate(contract.id), await sentEstimate(contract.id)];
    const answers = await Promise.all(quotes.map((quote) => authoriseHoursQuote(customer(), hoursAnswer(quote), ORIGIN)));
    expect(answers.map(code).sort()).toEqual(["BALANCE_TOO_LOW", "ok"]);
    expect(await sumOf(contract.id)).toBe(15);
  });

  it("twice at once holds them once", async () => {
    const contract = await contractWith(600);
    const quote = await sentEstimate(contract.id);
    expect((await Promise.all([1, 2].map(() => authoriseHoursQuote(customer(), hoursAnswer(quote), ORIGIN)))).map(code)).toEqual(["ok", "ok"]);
    expect(await sumOf(contract.id)).toBe(555);
  });

  it("is for those whom the póliza lets: one that it names sees the quote of a colleague's ticket, and nothing else of it", async () => {
    const managers = await sentEstimate((await contractWith(600)).id, { by: andres });
    expect(code(await authoriseHoursQuote(customer(andres), hoursAnswer(managers), ORIGIN))).toBe("MAY_NOT_AUTHORISE");
    const named = await sentEstimate((await contractWith(600, { authorisers: "named", named: [andres.userId] })).id, { by: ana });
    expect(code(await authoriseHoursQuote(customer(ana), hoursAnswer(named), ORIGIN))).toBe("MAY_NOT_AUTHORISE");
    expect(code(await authoriseHoursQuote(customer(andres), hoursAnswer(named), ORIGIN))).toBe("ok");
    expect(await findTicketForCustomer({ db: testDb(), actor: andres, now: LATER }, named.ticket.reference)).toBeNull();
  });
});

describe("declining", () => {
  it("says why, and gives the desk the turn", async () => {
    const quote = await sentQuote();
    unwrap(await declineQuote(customer(), { quoteId: quote.quoteId, reason: "Ya lo resolvimos." }, ORIGIN));
    expect(await decisionOf(quote.quoteId)).toMatchObject({ verdict: "declined", reason: "Ya lo resolvimos.", accepted: [], fiscal: null });
    const view = (await findTicketForCustomer({ db: testDb(), actor: ana, now: LATER }, quote.ticket.reference))!;
    expect([view.status, view.promise?.state]).toEqual(["open", "running"]);
  });
});

describe("the check of a hash", () => {
  it("recognises the quote and the answer by the whole hash and the reference", async () => {
    const quote = await sentQuote();
    unwrap(await authoriseEventQuote(customer(), eventAnswer(quote), ORIGIN));
    const { sha256 } = (await decisionOf(quote.quoteId))!;
    const check = (reference: string, hash: string) => checkQuoteDocument({ db: testDb(), now: LATER }, { reference, hash });
    expect(await check(quote.reference, quote.sha256)).toMatchObject({ kind: "quote", ticketReference: quote.ticket.reference, totalCents: 98_600, state: "authorised" });
    expect(await check(quote.reference, sha256)).toMatchObject({ kind: "authorised", at: "2026-11-18T22:00:00.000Z" });
    expect([await check("COT-0000-0000", sha256), await check(quote.reference, "0".repeat(64))]).toEqual([null, null]);
  });
});
