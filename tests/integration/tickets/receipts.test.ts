import { createHash } from "node:crypto";
import { addNote } from "@/lib/tickets/commands/add-note";
import { changeDepartment } from "@/lib/tickets/commands/change-department";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { readReceipt } from "@/lib/tickets/receipt";
import { checkReceipt, findReceipt, issueReceipt, type ReceiptView } from "@/lib/tickets/receipts";
import { ana, andres, bruno, carla, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, newTicket, openInput, ticketRow, underContract, unwrap } from "@/tests/support/factories";

useDatabase();

const contextOf = <A>(actor: A, now = NOON) => ({ db: testDb(), actor, now });
const check = (reference: string, hash: string) => checkReceipt({ db: testDb(), now: NOON }, { reference, hash });
const LATER = NOON.add({ hours: 30 });

async function receiptOf(reference: string, actor: typeof ana | typeof carla = ana): Promise<ReceiptView> {
  const receipt = await findReceipt(contextOf(actor, LATER), reference);
  if (!receipt) throw new Error("There is no receipt.");
  return receipt;
}

describe("the receipt of a new ticket", () => {
  it("says what was received, of whom, when, and what was promised", async () => {
    const { reference } = await newTicket({ by: ana, at: at("2026-11-18T12:00"), subject: "Asunto de ayer", body: "Primera línea\nsegunda", productId: PRODUCTS.acmeMail.id, priority: "medium" });
    const { facts, isLate, issuedAt } = await receiptOf(reference);
    expect(facts).toEqual({
      reference,
      received: "2026-11-18T18:00:00.000Z",
      requester: "Ana Torres",
      organization: "Acme Herramientas",
      department: "Soporte técnico",
      product: "Correo de acme.example",
      priority: "medium",
      // 48 business hours from Wednesday noon: the next Wednesday at 15:00 in Mexico City.
      promise: { kind: "first_response", due: "2026-11-25T21:00:00.000Z", minutes: 2880, clock: "business-hours", calendar: 1 },
      subject: "Asunto de ayer",
      body: "Primera línea\nsegunda",
      attachments: [],
      answers: [],
    });
    expect({ isLate, issuedAt }).toEqual({ isLate: false, issuedAt: "2026-11-18T18:00:00.000Z" });
  });

  it("has the SHA-256 of its text for a hash", async () => {
    const { reference } = await newTicket();
    const { text, hash, facts } = await receiptOf(reference);
    expect(hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    expect(readReceipt(text)).toEqual(facts);
  });

  it("explains its date as it was promised, with the steps that lead to it", async () => {
    const { reference } = await newTicket({ at: at("2026-11-18T12:00") });
    const { promise } = await receiptOf(reference);
    expect(promise).toMatchObject({ state: "running", dueAt: "2026-11-25T21:00:00Z", startedAt: "2026-11-18T18:00:00Z", remainingMinutes: 2880, timeZone: "America/Mexico_City" });
    expect(promise?.steps.map((step) => step.kind)).toEqual(expect.arrayContaining(["start", "counts", "due"]));
  });

  it("is written with the ticket, or neither is", async () => {
    const input = await openInput();
    await testDb().$executeRaw`ALTER TABLE ticket_receipt ADD CONSTRAINT refuses_all CHECK (false) NOT VALID`;
    const before = await testDb().ticket.count();
    try {
      await expect(openTicket(contextOf(ana), input)).rejects.toThrow("refuses_all");
      expect(await testDb().ticket.count()).toBe(before);
    } finally {
      await testDb().$executeRaw`ALTER TABLE ticket_receipt DROP CONSTRAINT refuses_all`;
    }
    const { id } = unwrap(await openTicket(contextOf(ana), input));
    expect(await testDb().ticketReceipt.count({ where: { ticketId: id } })).toBe(1);
  });

  it("is one, though the form is sent ten times at once", async () => {
    const input = await openInput();
    const [first] = await Promise.all(Array.from({ length: 10 }, () => openTicket(contextOf(ana), input)));
    expect(await testDb().ticketReceipt.count({ where: { ticketId: unwrap(first!).id } })).toBe(1);
  });

  it("takes the files and answers that came along", async () => {
    const { id, reference } = await ticketRow();
    const attachments = [{ name: "b.png", bytes: 2, sha256: "b".repeat(64) }, { name: "a.png", bytes: 1, sha256: "a".repeat(64) }];
    const answers = [{ question: "¿Qué dirección?", answer: "ana@acme.example" }];
    await testDb().$transaction((tx) => issueReceipt(tx, { ticketId: id, now: NOON, attachments, answers }));
    expect((await receiptOf(reference)).facts).toMatchObject({ attachments, answers });
  });
});

describe("what happens afterwards", () => {
  it("does not reach it: another priority, another department, another name, a merge, a note", async () => {
    const { id, reference } = await newTicket({ by: andres });
    const survivor = await newTicket({ by: andres });
    const before = await receiptOf(reference);
    const desk = contextOf(carla, LATER);
    await underContract(id);
    unwrap(await changePriority(desk, { ticketId: id, priority: "high" }));
    unwrap(await changeDepartment(desk, { ticketId: id, departmentId: await departmentId("desarrollo") }));
    unwrap(await addNote(desk, { ticketId: id, body: "Nota", submissionKey: crypto.randomUUID() }));
    await testDb().user.update({ where: { id: andres.userId }, data: { name: "Andrés L." } });
    await testDb().department.update({ where: { slug: "soporte-tecnico" }, data: { name: "Soporte" } });
    try {
      unwrap(await mergeTicket(desk, { ticketId: id, intoReference: survivor.reference }));
      const after = await receiptOf(reference);
      expect(after).toEqual(before);
      expect(after.facts).toMatchObject({ priority: "medium", department: "Soporte técnico", requester: "Andrés Luna" });
      expect(after.promise?.dueAt).toBe("2026-11-25T21:00:00Z");
      expect(await check(reference, before.hash)).toMatchObject({ reference, department: "Soporte técnico" });
    } finally {
      await testDb().user.update({ where: { id: andres.userId }, data: { name: andres.name } });
      await testDb().department.update({ where: { slug: "soporte-tecnico" }, data: { name: "Soporte técnico" } });
    }
  });

  it("does not write a second one over it", async () => {
    const { id, reference } = await newTicket();
    const before = await receiptOf(reference);
    await testDb().$transaction((tx) => issueReceipt(tx, { ticketId: id, now: LATER, answers: [{ question: "¿Otra?", answer: "Otra" }] }));
    expect(await receiptOf(reference)).toEqual(before);
  });
});

describe("a ticket from before there were receipts", () => {
  it("gets its own when it is first asked for, once, however many ask at once", async () => {
    const { id, reference } = await ticketRow({ subject: "De antes" });
    const receipts = await Promise.all(Array.from({ length: 8 }, () => receiptOf(reference)));
    expect(new Set(receipts.map((each) => each.hash)).size).toBe(1);
    expect(receipts[0]).toMatchObject({ isLate: true, issuedAt: "2026-11-20T00:00:00.000Z", promise: null, facts: { subject: "De antes", received: "2026-11-18T18:00:00.000Z", promise: null } });
    expect(await testDb().ticketReceipt.count({ where: { ticketId: id } })).toBe(1);
  });

  it("is told as it was sent: with the priority and department of before the changes, and no date that cannot be known any more", async () => {
    const { reference } = await withoutReceipt(async (id) => {
      const desk = contextOf(carla, NOON.add({ minutes: 5 }));
      await underContract(id);
      for (const priority of ["high", "low"] as const) unwrap(await changePriority(desk, { ticketId: id, priority }));
      for (const slug of ["desarrollo", "facturacion"]) unwrap(await changeDepartment(desk, { ticketId: id, departmentId: await departmentId(slug) }));
    });
    expect((await receiptOf(reference)).facts).toMatchObject({ priority: "medium", department: "Soporte técnico", promise: null });
  });

  it("has its promise where the priority is the one that was sent", async () => {
    const { reference } = await withoutReceipt(async () => undefined);
    expect((await receiptOf(reference)).facts.promise).toEqual({ kind: "first_response", due: "2026-11-25T21:00:00.000Z", minutes: 2880, clock: "business-hours", calendar: 1 });
  });

  /** Opened as before this table was there. */
  async function withoutReceipt(work: (id: string) => Promise<void>): Promise<{ reference: string }> {
    const { id, reference } = await newTicket();
    await testDb().$executeRaw`ALTER TABLE ticket_receipt DISABLE TRIGGER ticket_receipt_append_only`;
    await testDb().ticketReceipt.delete({ where: { ticketId: id } });
    await testDb().$executeRaw`ALTER TABLE ticket_receipt ENABLE TRIGGER ticket_receipt_append_only`;
    await work(id);
    return { reference };
  }
});

describe("who sees a receipt", () => {
  it("are those who see the ticket", async () => {
    const { reference } = await newTicket({ by: andres });
    for (const actor of [andres, ana, carla]) expect(await findReceipt(contextOf(actor), reference)).not.toBeNull();
    expect(await findReceipt(contextOf(bruno), reference)).toBeNull();
    expect(await findReceipt(contextOf(ana), "IMP-0000-0000")).toBeNull();
  });

  it("does not make one for somebody who may not see the ticket", async () => {
    const { id, reference } = await ticketRow({ requester: andres });
    expect(await findReceipt(contextOf(bruno), reference)).toBeNull();
    expect(await testDb().ticketReceipt.count({ where: { ticketId: id } })).toBe(0);
  });
});

describe("checking a receipt", () => {
  it("says of a genuine one what is on it, and nothing more", async () => {
    const { reference } = await newTicket({ by: ana, at: at("2026-11-18T12:00") });
    const { hash } = await receiptOf(reference);
    expect(await check(reference, hash)).toEqual({ reference, received: "2026-11-18T18:00:00.000Z", department: "Soporte técnico", priority: "medium", due: "2026-11-25T21:00:00.000Z" });
  });

  it("answers a wrong hash, an unknown reference and another ticket's hash alike", async () => {
    const one = await newTicket();
    const other = await newTicket();
    const { hash } = await receiptOf(one.reference);
    const wrong = hash.startsWith("0") ? `1${hash.slice(1)}` : `0${hash.slice(1)}`;
    expect(await check(one.reference, wrong)).toBeNull();
    expect(await check("IMP-0000-0000", wrong)).toBeNull();
    expect(await check("IMP-0000-0000", hash)).toBeNull();
    expect(await check(other.reference, hash)).toBeNull();
  });

  it("asks the database the same, whether the reference is one or not: time tells nothing", async () => {
    const { reference } = await newTicket();
    const asked: string[] = [];
    const ticketReceipt = { findUnique: (query: unknown) => (asked.push(JSON.stringify(query)), Promise.resolve(null)) };
    for (const each of [reference, "IMP-0000-0000"]) await checkReceipt({ db: { ticketReceipt } as never, now: NOON }, { reference: each, hash: "0".repeat(64) });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toBe(asked[1]);
    expect(asked[0]).not.toContain("IMP-");
  });
});
