import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { findKeptDraft } from "@/lib/drafts/queries";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import type { OpenTicketsInput } from "@/lib/tickets/schema";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { eventsOf, targetOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, andres, bruno, carla, PRODUCTS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, keepDraft, newTicket, openInput, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const as = (actor: CustomerActor) => ({ db: testDb(), actor, now: NOON });

async function batchInput(overrides: Partial<OpenTicketsInput> = {}): Promise<OpenTicketsInput> {
  return { submissionKey: randomUUID(), attachments: [], tickets: [await openInput({ priority: "medium" }), await openInput({ priority: "low", departmentId: await departmentId("facturacion") })], ...overrides };
}

const counts = async () => [await testDb().ticket.count(), await testDb().ticketBatch.count(), await testDb().ticketEvent.count()];

describe("tickets that are sent together", () => {
  it("are each a ticket of its own, with its own department, promise and event", async () => {
    const input = await batchInput();
    const [first, second] = unwrap(await openTickets(as(ana), input));
    expect(await ticketState(first!.id)).toMatchObject({ status: "new", updatedAt: "2026-11-18T12:00" });
    // 48 business hours from noon on the Wednesday, and 72: as for a ticket that is sent by itself.
    expect(await targetOf(first!.id, "first_response")).toMatchObject({ minutes: 2880, dueAt: "2026-11-25T15:00" });
    expect(await targetOf(second!.id, "first_response")).toMatchObject({ minutes: 4320, dueAt: "2026-11-30T12:00" });
    expect(await eventsOf(second!.id)).toEqual(["ticket.opened by Ana Torres"]);
    const rows = await testDb().ticket.findMany({ where: { id: { in: [first!.id, second!.id] } }, orderBy: { batchPosition: "asc" } });
    expect(rows.map((row) => [row.subject, row.departmentId])).toEqual(input.tickets.map((ticket) => [ticket.subject, ticket.departmentId]));
  });

  it("name each other, to the customer and to the desk, in the order in which they were written", async () => {
    const input = await batchInput({ tickets: [await openInput(), await openInput(), await openInput()] });
    const opened = unwrap(await openTickets(as(ana), input));
    const named = opened.map(({ reference }, index) => ({ reference, subject: input.tickets[index]!.subject }));
    expect((await findTicketForCustomer(as(ana), opened[1]!.reference))?.sentWith).toEqual([named[0], named[2]]);
    expect((await findTicketForStaff({ db: testDb(), actor: carla, now: NOON }, opened[2]!.reference))?.sentWith).toEqual([named[0], named[1]]);
  });

  it("name none to whom they may not be seen by, and none that was sent by itself", async () => {
    const [first, second] = unwrap(await openTickets(as(andres), await batchInput()));
    expect((await findTicketForCustomer(as(ana), first!.reference))?.sentWith).toHaveLength(1); // she manages his organization
    // One of them becomes somebody else's: the other says nothing of it any more.
    await testDb().ticket.update({ where: { id: second!.id }, data: { requesterId: bruno.userId, organizationId: bruno.organizationId } });
    expect((await findTicketForCustomer(as(andres), first!.reference))?.sentWith).toEqual([]);
    expect((await findTicketForCustomer(as(bruno), second!.reference))?.sentWith).toEqual([]);
    expect((await findTicketForCustomer(as(ana), (await newTicket({ by: ana })).reference))?.sentWith).toEqual([]);
  });

  it("end the draft that they were written in", async () => {
    await keepDraft(as(ana), { slot: "new", data: { subject: "A", body: "B" } });
    unwrap(await openTickets(as(ana), await batchInput()));
    expect(await findKeptDraft(as(ana), "new")).toBeNull();
  });
});

describe("all or none", () => {
  it.each([
    ["a service of somebody else", async () => openInput({ productId: PRODUCTS.globexHosting.id }), "UNKNOWN_PRODUCT"],
    ["a department that is none", async () => openInput({ departmentId: randomUUID() }), "UNKNOWN_DEPARTMENT"],
    ["a priority that is not given", async () => openInput({ priority: "high" }), "PRIORITY_NOT_ALLOWED"],
  ] as const)("is written when the second has %s, and it is named", async (_name, bad, code) => {
    const input = await batchInput();
    const before = await counts();
    const refused = await openTickets(as(ana), { ...input, tickets: [input.tickets[0]!, await bad()] });
    expect(refused).toEqual({ ok: false, code, details: { ticket: 1 } });
    expect(await counts()).toEqual(before);
    // Put right, the same form is taken.
    expect(unwrap(await openTickets(as(ana), input))).toHaveLength(2);
  });

  it("counts each of them in what one may send in an hour", async () => {
    // 29 in this hour: one more is let through, two are not.
    await testDb().$executeRaw`UPDATE ticket SET created_at = '2020-01-01' WHERE requester_id = ${bruno.userId}::uuid`;
    for (let at = 0; at < 29; at += 1) await ticketRow({ requester: bruno });
    const before = await counts();
    expect(await openTickets(as(bruno), await batchInput())).toMatchObject({ ok: false, code: "TOO_MANY_TICKETS", details: { ticket: 1 } });
    expect(await counts()).toEqual(before);
    await testDb().$executeRaw`UPDATE ticket SET created_at = '2020-01-01' WHERE requester_id = ${bruno.userId}::uuid`;
  });

  it("asks for each one's probable duplicates to be looked at, and remembers what was said of them", async () => {
    const text = { subject: "No llegan los correos a cartera@acme.example", body: "Desde ayer no entra ningún correo al buzón cartera@acme.example. Rebotan con 552 Mailbox full." };
    const existing = await newTicket({ by: ana, ...text });
    const repeated = await openInput(text);
    const input = await batchInput({ tickets: [await openInput(), repeated] });
    const before = await counts();
    const refused = await openTickets(as(ana), input);
    expect(refused).toMatchObject({ ok: false, code: "DUPLICATE_NOT_REVIEWED", details: { ticket: 1, candidates: [expect.objectContaining({ ticketId: existing.id })] } });
    expect(await counts()).toEqual(before);
    const opened = unwrap(await openTickets(as(ana), { ...input, tickets: [input.tickets[0]!, { ...repeated, different: [existing.id] }] }));
    expect(await testDb().duplicateDecision.count({ where: { ticketId: opened[1]!.id, candidateTicketId: existing.id, verdict: "different" } })).toBe(1);
  });
});

describe("the same form sent again", () => {
  it("is the same tickets, one after the other or all at once", async () => {
    const input = await batchInput();
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 5 }, () => openTickets(as(ana), input)));
    const again = await openTickets(as(ana), input);
    const references = [...answers, again].map((answer) => unwrap(answer).map((ticket) => ticket.reference).join(" "));
    expect(new Set(references).size).toBe(1);
    expect(await counts()).toEqual([before[0]! + 2, before[1]! + 1, before[2]! + 2]);
  });

  it("with another text is refused with the references that it became, and writes nothing", async () => {
    const input = await batchInput();
    const opened = unwrap(await openTickets(as(ana), input));
    const before = await counts();
    const changed = { ...input, tickets: [input.tickets[0]!, { ...input.tickets[1]!, body: "Otro texto" }] };
    expect(await openTickets(as(ana), changed)).toEqual({ ok: false, code: "ALREADY_SENT", details: { reference: opened.map((ticket) => ticket.reference).join(", ") } });
    expect(await counts()).toEqual(before);
  });

  it("is refused when one of its parts was already sent by itself", async () => {
    const input = await batchInput();
    const alone = unwrap(await openTicket(as(ana), input.tickets[1]!));
    const before = await counts();
    expect(await openTickets(as(ana), input)).toMatchObject({ ok: false, code: "ALREADY_SENT", details: { reference: alone.reference } });
    expect(await counts()).toEqual(before);
  });
});
