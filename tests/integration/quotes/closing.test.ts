import { randomUUID } from "node:crypto";
import { balanceOf } from "@/lib/billing/balance";
import { closeWork, releaseWork } from "@/lib/quotes/commands/close-work";
import { postTime } from "@/lib/quotes/commands/post-time";
import { reverseTime } from "@/lib/quotes/commands/reverse-time";
import { findWork } from "@/lib/quotes/work-queries";
import { authorisedEstimate, authorisedEvent, FISCAL, type AuthorisedQuote } from "@/tests/support/authorised-quotes";
import { carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = () => ({ db: testDb(), actor: carla, now: NOON });
const work = async ({ ticket }: AuthorisedQuote, minutes: number) =>
  unwrap(await postTime(ctx(), { ticketId: ticket.id, startedAt: at("2026-11-18T10:00"), minutes, description: "Trabajo", isBillable: true, submissionKey: randomUUID() }));

async function balance(contractId: string) {
  const entries = await testDb().ledgerEntry.findMany({ where: { contractId }, select: { kind: true, minutes: true } });
  return balanceOf(entries.map((entry) => ({ ...entry, of: null })));
}

describe("closing the work of a póliza", () => {
  it("releases the hold and consumes what was used; nothing is charged", async () => {
    const quote = await authorisedEstimate();
    await work(quote, 50);
    expect(await balance(quote.contractId!)).toMatchObject({ bought: 600, held: 120, available: 480 });
    expect(unwrap(await closeWork(ctx(), { quoteId: quote.quoteId, statement: "Se reparó el correo." }))).toEqual({ reference: quote.ticket.reference, minutesUsed: 60, charge: null });
    expect(await balance(quote.contractId!)).toMatchObject({ held: 0, consumed: 60, available: 540 });
    expect(await testDb().charge.count({ where: { quoteId: quote.quoteId } })).toBe(0);
    const view = (await findWork(ctx(), quote.ticket.reference))!;
    expect(view).toMatchObject({ gate: "WORK_CLOSED", inForce: null, authorised: [{ closing: { statement: "Se reparó el correo.", minutesUsed: 60, closedByName: "Carla Ríos" } }] });
    const events = await testDb().ticketEvent.findMany({ where: { ticketId: quote.ticket.id, type: "work.closed" }, select: { data: true } });
    expect(events).toEqual([{ data: { quote: quote.quoteReference, minutes: "60" } }]);
  });

  it("happens once: of two people at once one closes, and the hours are consumed once", async () => {
    const quote = await authorisedEstimate();
    await work(quote, 60);
    const answers = await Promise.all([carla, diego].map((actor) => closeWork({ ...ctx(), actor }, { quoteId: quote.quoteId, statement: "Listo" })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["WORK_CLOSED_ALREADY", "ok"]);
    expect(await balance(quote.contractId!)).toMatchObject({ held: 0, consumed: 60, available: 540 });
  });

  it("leaves no room between the last entry and the closing: what is posted at once counts before it, or is refused", async () => {
    const quote = await authorisedEstimate();
    await work(quote, 60);
    const post = postTime(ctx(), { ticketId: quote.ticket.id, startedAt: at("2026-11-18T11:00"), minutes: 30, description: "Trabajo", isBillable: true, submissionKey: randomUUID() });
    const [posted, closed] = await Promise.all([post, closeWork(ctx(), { quoteId: quote.quoteId, statement: "Listo" })]);
    const minutes = posted.ok ? 90 : 60;
    expect(closed).toMatchObject({ ok: true, data: { minutesUsed: minutes } });
    expect(await balance(quote.contractId!)).toMatchObject({ consumed: minutes });
  });

  it("gives the hold back where nothing was done", async () => {
    const quote = await authorisedEstimate();
    unwrap(await releaseWork(ctx(), { quoteId: quote.quoteId, reason: "El cliente lo resolvió." }));
    expect(await balance(quote.contractId!)).toMatchObject({ held: 0, consumed: 0, available: 600 });
    expect(await testDb().quote.findUnique({ where: { id: quote.quoteId }, select: { state: true } })).toEqual({ state: "withdrawn" });
    expect(await closeWork(ctx(), { quoteId: quote.quoteId, statement: "Listo" })).toMatchObject({ code: "WORK_NOT_AUTHORISED" });
  });

  it("does not give it back while there is billable time; taken back, it does", async () => {
    const quote = await authorisedEstimate();
    const { entryId } = await work(quote, 15);
    expect(await releaseWork(ctx(), { quoteId: quote.quoteId, reason: "Nada" })).toMatchObject({ code: "WORK_HAS_TIME" });
    unwrap(await reverseTime(ctx(), { entryId, reason: "Error", submissionKey: randomUUID() }));
    unwrap(await releaseWork(ctx(), { quoteId: quote.quoteId, reason: "Nada" }));
    expect(await balance(quote.contractId!)).toMatchObject({ held: 0, available: 600 });
  });
});

describe("closing what is paid per event", () => {
  it("makes one charge, with the quote's totals and the fiscal data as accepted", async () => {
    const quote = await authorisedEvent({ lines: [{ unitPriceCents: 85_000 }, { unit: "hour", quantity: 50, unitPriceCents: 65_000, minutes: 50, discountCents: 4_167 }] });
    await work(quote, 45);
    const answers = await Promise.all([1, 2].map(() => closeWork(ctx(), { quoteId: quote.quoteId, statement: "Listo" })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    // 850.00 + 541.67 - 41.67; IVA 136.00 + 80.00.
    const charges = await testDb().charge.findMany({ where: { quoteId: quote.quoteId } });
    expect(charges).toMatchObject([{ state: "to_invoice", subtotalCents: 139_167n, discountCents: 4_167n, vatCents: 21_600n, totalCents: 156_600n, fiscal: FISCAL, ticketId: quote.ticket.id, organizationId: ORGANIZATIONS.acme.id }]);
    expect(charges[0]!.reference).toMatch(/^CAR-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const types = await testDb().ticketEvent.findMany({ where: { ticketId: quote.ticket.id }, orderBy: { id: "asc" }, select: { type: true } });
    expect(types.map(({ type }) => type)).toEqual(["time.posted", "work.closed", "charge.created"]);
  });

  it("charges nothing where nothing was done, nor where nothing is owed", async () => {
    const quote = await authorisedEvent();
    unwrap(await releaseWork(ctx(), { quoteId: quote.quoteId, reason: "No hizo falta." }));
    const free = await authorisedEvent({ lines: [{ unitPriceCents: 0 }] });
    expect(unwrap(await closeWork(ctx(), { quoteId: free.quoteId, statement: "Listo" })).charge).toBeNull();
    expect(await testDb().charge.count({ where: { quoteId: { in: [quote.quoteId, free.quoteId] } } })).toBe(0);
  });

  it("is settled for good: time under it is neither posted nor taken back any more", async () => {
    const quote = await authorisedEvent();
    const { entryId } = await work(quote, 45);
    unwrap(await closeWork(ctx(), { quoteId: quote.quoteId, statement: "Listo" }));
    expect(await reverseTime(ctx(), { entryId, reason: "Error", submissionKey: randomUUID() })).toMatchObject({ code: "WORK_CLOSED" });
    expect(await postTime(ctx(), { ticketId: quote.ticket.id, startedAt: at("2026-11-18T11:00"), minutes: 5, description: "Más", isBillable: true, submissionKey: randomUUID() })).toMatchObject({ code: "WORK_CLOSED" });
  });
});
