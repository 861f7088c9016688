import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { recordOpenedDuplicate } from "@/lib/tickets/commands/record-opened-duplicate";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { findTicketForCustomer, suggestDuplicates } from "@/lib/tickets/queries";
import type { DuplicateView, OpenedTicket } from "@/lib/tickets/types";
import { ana, andres, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

const TEXT = {
  subject: "No llegan los correos a ventas@acme.example",
  body: "Desde ayer por la tarde no entra ningún correo al buzón ventas@acme.example. Los que escriben reciben un rebote con 552 Mailbox full.",
};

/** Each test has a ticket of its own to be repeated; earlier ones are closed by nobody, so they are told apart by their text. */
let existing: OpenedTicket;
let text: { subject: string; body: string };
let turn = 0;

beforeEach(async () => {
  turn += 1;
  // Its own mailbox for each test: another address is another matter.
  const mailbox = ["ventas", "compras", "almacen", "taller", "direccion", "nomina", "recepcion", "cobranza", "sistemas", "calidad", "logistica", "juridico"][turn]!;
  text = { subject: TEXT.subject.replace("ventas", mailbox), body: TEXT.body.replaceAll("ventas", mailbox) };
  existing = await newTicket({ by: ana, ...text });
});

const as = (actor: CustomerActor) => ({ db: testDb(), actor, now: NOON.add({ minutes: 20 }) });

describe("a probable duplicate", () => {
  it("is refused with the candidates and why they match, until it is looked at; nothing is written", async () => {
    const before = await testDb().ticket.count();
    const refused = await openTicket(as(ana), await openInput(text));
    expect(refused).toMatchObject({ ok: false, code: "DUPLICATE_NOT_REVIEWED" });
    const { candidates } = (refused as { details: { candidates: DuplicateView[] } }).details;
    const candidate = candidates.find((each) => each.ticketId === existing.id);
    expect(candidate).toMatchObject({ reference: existing.reference, mustReview: true, isOwn: true, status: "new" });
    expect(candidate!.reasons.length).toBeGreaterThan(0);
    expect(await testDb().ticket.count()).toBe(before);
  });

  it('is let through once the person says "es un tema distinto", and the decision is kept with its score', async () => {
    const input = await openInput(text);
    const { candidates } = (await openTicket(as(ana), input) as { details: { candidates: DuplicateView[] } }).details;
    const sent = unwrap(await openTicket(as(ana), { ...input, different: candidates.filter((each) => each.mustReview).map((each) => each.ticketId) }));
    const seen = await findTicketForStaff({ db: testDb(), actor: carla, now: NOON }, sent.reference);
    const score = candidates.find((each) => each.ticketId === existing.id)!.score;
    expect(seen?.decisions).toEqual([
      expect.objectContaining({ other: { ...existing, subject: text.subject }, by: "Ana Torres", isStaff: false, side: "text", verdict: "different", scorePercent: Math.round(score * 100), at: "2026-11-18T18:20:00.000Z" }),
    ]);
  });

  it("is let through once the person opened it, and the decision is kept", async () => {
    const input = await openInput(text);
    const { candidates } = (await openTicket(as(ana), input) as { details: { candidates: DuplicateView[] } }).details;
    for (const { ticketId } of candidates.filter((each) => each.mustReview)) {
      expect(await recordOpenedDuplicate(as(ana), { candidateTicketId: ticketId, submissionKey: input.submissionKey, subject: input.subject, body: input.body })).toEqual({ ok: true, data: null });
    }
    const sent = unwrap(await openTicket(as(ana), input));
    const seen = await findTicketForStaff({ db: testDb(), actor: carla, now: NOON }, sent.reference);
    const score = candidates.find((each) => each.ticketId === existing.id)!.score;
    expect(seen?.decisions).toContainEqual(expect.objectContaining({ other: { ...existing, subject: text.subject }, scorePercent: Math.round(score * 100), verdict: "opened", side: "text" }));
  });

  it("is not let through by having been opened for another form", async () => {
    await recordOpenedDuplicate(as(ana), { candidateTicketId: existing.id, submissionKey: randomUUID(), subject: "", body: "" });
    expect(await openTicket(as(ana), await openInput(text))).toMatchObject({ ok: false, code: "DUPLICATE_NOT_REVIEWED" });
  });

  it("of a colleague is a manager's to see, with the colleague's name, and not a member's", async () => {
    const colleagues = await newTicket({ by: andres, subject: `${text.subject} otra vez`, body: `${text.body} Sigue igual.` });
    const seen = await suggestDuplicates(as(ana), text);
    expect(seen.find((each) => each.ticketId === colleagues.id)).toMatchObject({ isOwn: false, requesterName: "Andrés Luna" });
    const seenByMember = await suggestDuplicates(as(andres), text);
    expect(seenByMember.map((each) => each.ticketId)).not.toContain(existing.id);
  });

  it("of another customer neither stops the ticket nor is told of", async () => {
    expect(await openTicket(as(bruno), await openInput(text))).toMatchObject({ ok: true });
  });
});

describe("added to the ticket that is there already", () => {
  it("the text becomes a message, its subject in front, and the decision is kept", async () => {
    const submissionKey = randomUUID();
    const added = await addToTicket(as(ana), { ticketId: existing.id, subject: "Más *datos*", body: "También rebota el de pruebas.", submissionKey });
    expect(added).toEqual({ ok: true, data: { reference: existing.reference } });
    const [message] = await testDb().ticketMessage.findMany({ where: { ticketId: existing.id } });
    expect(message?.body).toBe("**Más \\*datos\\***\n\nTambién rebota el de pruebas.");
    const [decision] = await testDb().duplicateDecision.findMany({ where: { submissionKey } });
    expect(decision).toMatchObject({ userId: ana.userId, candidateTicketId: existing.id, verdict: "added", ticketId: null, subject: "Más *datos*" });
  });

  it("it is one message however often it is sent", async () => {
    const input = { ticketId: existing.id, subject: "", body: "Sigue igual.", submissionKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => addToTicket(as(ana), input)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const view = await findTicketForCustomer(as(ana), existing.reference);
    expect(view?.thread.filter((entry) => entry.entry === "message")).toHaveLength(1);
    expect(await testDb().duplicateDecision.count({ where: { submissionKey: input.submissionKey } })).toBe(1);
  });

  it("a subject that would make the message too long is left out rather than refused", async () => {
    const body = "a".repeat(20_000);
    unwrap(await addToTicket(as(ana), { ticketId: existing.id, subject: "Asunto", body, submissionKey: randomUUID() }));
    const [message] = await testDb().ticketMessage.findMany({ where: { ticketId: existing.id } });
    expect(message?.body).toBe(body);
  });

  it("another customer's ticket is not found", async () => {
    const input = { ticketId: existing.id, subject: "", body: "Hola.", submissionKey: randomUUID() };
    expect(await addToTicket(as(bruno), input)).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await testDb().duplicateDecision.count({ where: { submissionKey: input.submissionKey } })).toBe(0);
  });
});
