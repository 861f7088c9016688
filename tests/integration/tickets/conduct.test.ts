import { randomUUID } from "node:crypto";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { findCase, listOpenCases } from "@/lib/conduct/case-queries";
import { decideAppeal } from "@/lib/conduct/commands/decide-appeal";
import { dismissCase } from "@/lib/conduct/commands/dismiss-case";
import { liftSuspension } from "@/lib/conduct/commands/lift-suspension";
import { sendAppeal } from "@/lib/conduct/commands/send-appeal";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { findOwnSuspension } from "@/lib/conduct/person-queries";
import { markMessage, reportMessage } from "@/lib/tickets/commands/mark-message";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";
import { findKeptDraft } from "@/lib/drafts/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { caseOf, DAY, newCustomer, newStaff, RUDE, THREAT } from "@/tests/integration/tickets/support/conduct-world";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, keepDraft, newTicket, openInput, unwrap } from "@/tests/support/factories";
import { PAYLOADS } from "@/tests/support/payloads";

useDatabase();

const LATER = NOON.add({ hours: 1 });
const by = <A extends CustomerActor | StaffActor>(actor: A, now = NOON) => ({ db: testDb(), actor, now });
const code = (result: { ok: boolean; code?: string }) => (result.ok ? "ok" : result.code);
const message = (ticketId: string, body: string) => ({ ticketId, body, submissionKey: randomUUID(), attachments: [] });
const period = { from: DAY, until: DAY.add({ days: 2 }) };
const suspension = { reason: "Insultos repetidos", ...period, scope: "all_but_essential" as const, isThreat: false, justification: "" };

async function warned(author: CustomerActor, number: number): Promise<string> {
  const caseId = await caseOf((await newTicket({ by: author, body: RUDE })).id);
  unwrap(await warnAuthor(by(diego), { caseId, body: "Le pedimos cortesía", number, note: "" }));
  return caseId;
}

async function suspended(author: CustomerActor, more: Partial<typeof suspension> | { scope: "all" } = {}, imposer: StaffActor = diego): Promise<string> {
  await warned(author, 1);
  const caseId = await warned(author, 2);
  return unwrap(await suspendPerson(by(imposer), { caseId, ...suspension, ...more })).suspensionId;
}

describe("a mark", () => {
  it("of the rule comes with the message, of both sides, and holds nothing back", async () => {
    const author = await newCustomer();
    const ticket = await newTicket({ by: author, body: RUDE });
    const reply = unwrap(await staffReply(by(carla), { ...message(ticket.id, "Usted es un imbécil"), next: "open" }));
    const [opening, answer] = [await caseOf(ticket.id), await caseOf(ticket.id, reply.messageId)];
    const view = (await findCase(by(diego), opening))!;
    expect(view.marks.map(({ source }) => source)).toEqual(["rule"]);
    expect(view.parts.filter(({ kind }) => kind === "insult").map(({ text }) => text)).toContain("pendejos");
    expect((await findCase(by(diego), answer))?.about).toMatchObject({ id: carla.userId, isStaff: true });
    // Agents see none of a colleague's, and nobody their own.
    expect([await findCase(by(elena), answer), await findCase(by(carla), answer)]).toEqual([null, null]);
  });

  it("of several people makes one case, once each; nobody marks their own, and a customer only what the desk wrote", async () => {
    const author = await newCustomer();
    const ticket = await newTicket({ by: author });
    const mark = { ticketId: ticket.id, messageId: undefined, comment: PAYLOADS[0]! };
    for (const actor of [carla, elena, carla]) unwrap(await markMessage(by(actor), mark));
    expect((await findCase(by(diego), await caseOf(ticket.id)))?.marks.map(({ comment }) => comment)).toEqual([PAYLOADS[0], PAYLOADS[0]]);
    const reply = unwrap(await staffReply(by(carla), { ...message(ticket.id, "Hola"), next: "open" }));
    expect(code(await markMessage(by(carla), { ...mark, messageId: reply.messageId }))).toBe("NOT_TO_MARK");
    expect(code(await reportMessage(by(author), mark))).toBe("NOT_TO_MARK");
    expect(code(await reportMessage(by(ana), { ...mark, messageId: randomUUID() }))).toBe("MESSAGE_GONE");
  });

  it("of two at once makes one case", async () => {
    const ticket = await newTicket({ by: await newCustomer() });
    await Promise.all([carla, elena].map((actor) => markMessage(by(actor), { ticketId: ticket.id, messageId: undefined, comment: "Ofende" })));
    expect(await testDb().conductMark.count({ where: { case: { ticketId: ticket.id } } })).toBe(2);
  });
});

describe("a review", () => {
  it("is not of whoever was insulted: the assignee, who answered, who marked; administrators may", async () => {
    const ticket = await newTicket({ by: await newCustomer(), body: RUDE });
    const caseId = await caseOf(ticket.id);
    unwrap(await markMessage(by(elena), { ticketId: ticket.id, messageId: undefined, comment: "Ofende" }));
    unwrap(await staffReply(by(carla), { ...message(ticket.id, "Lo vemos"), next: "open" }));
    for (const actor of [carla, elena]) expect(code(await dismissCase(by(actor), { caseId, note: "No" }))).toBe("NOT_YOURS_TO_JUDGE");
    expect(code(await dismissCase(by(await newStaff("agent")), { caseId, note: "No" }))).toBe("ok");
  });

  it("of two at once is decided by one", async () => {
    const caseId = await caseOf((await newTicket({ by: await newCustomer(), body: RUDE })).id);
    const both = await Promise.all([dismissCase(by(carla), { caseId, note: "No" }), warnAuthor(by(diego), { caseId, body: "Cortesía", number: 1, note: "" })]);
    expect(both.map(code).sort()).toEqual(["CASE_REVIEWED", "ok"]);
    expect(await testDb().conductEvent.count({ where: { caseId } })).toBe(2);
  });

  it("is listed oldest first until it is decided", async () => {
    const author = await newCustomer();
    const [second, first] = [await newTicket({ by: author, body: RUDE, at: NOON.subtract({ hours: 1 }) }), await newTicket({ by: author, body: RUDE, at: NOON.subtract({ hours: 2 }) })];
    const order = (await listOpenCases(by(diego), {})).items.map(({ reference }) => reference);
    expect(order.indexOf(first.reference)).toBeLessThan(order.indexOf(second.reference));
  });
});

describe("a warning", () => {
  it("stands in the ticket and answers nothing: state, promise and assignee stay as they were", async () => {
    const author = await newCustomer();
    const ticket = await newTicket({ by: author, body: RUDE });
    const read = () => testDb().ticket.findUniqueOrThrow({ where: { id: ticket.id }, select: { status: true, assigneeId: true, lastAgentReplyAt: true, nextDueAt: true, slaTargets: { orderBy: { kind: "asc" }, select: { kind: true, dueAt: true, fulfilledAt: true } } } });
    const before = await read();
    unwrap(await warnAuthor(by(diego, LATER), { caseId: await caseOf(ticket.id), body: "Le pedimos cortesía", number: 1, note: "" }));
    expect(await read()).toEqual(before);
    expect(before.slaTargets[0]).toMatchObject({ kind: "first_response", fulfilledAt: null });
    const view = (await findTicketForCustomer(by(author, LATER), ticket.reference))!;
    expect(view.thread.map((entry) => entry.entry)).toEqual(["message", "event"]);
    expect(view.thread[0]).toMatchObject({ isStaff: true, html: expect.stringContaining("Le pedimos cortesía") });
  });

  it("counts twice within the period; two at once get numbers of their own", async () => {
    const author = await newCustomer();
    const ids = await Promise.all([1, 2, 3].map(async () => caseOf((await newTicket({ by: author, body: RUDE })).id)));
    const both = await Promise.all([warnAuthor(by(diego), { caseId: ids[0]!, body: "A", number: 1, note: "" }), warnAuthor(by(carla), { caseId: ids[1]!, body: "B", number: 1, note: "" })]);
    expect(both.map(code).sort()).toEqual(["WARNING_NUMBER_CHANGED", "ok"]);
    const left = ids[both[0].ok ? 1 : 0]!;
    unwrap(await warnAuthor(by(diego), { caseId: left, body: "B", number: 2, note: "" }));
    expect(code(await warnAuthor(by(diego), { caseId: ids[2]!, body: "C", number: 3, note: "" }))).toBe("WARNINGS_USED_UP");
    expect((await findCase(by(diego, NOON.add({ hours: 24 * 181 })), ids[2]!))?.warning?.number).toBe(1);
  });

  it("to one of the desk is read by them alone", async () => {
    const agent = await newStaff("agent");
    const ticket = await newTicket({ by: await newCustomer() });
    const reply = unwrap(await staffReply(by(agent), { ...message(ticket.id, "Usted es un imbécil"), next: "open" }));
    unwrap(await warnAuthor(by(diego), { caseId: await caseOf(ticket.id, reply.messageId), body: "Así no", number: 1, note: "" }));
    expect(await testDb().ticketMessage.count({ where: { ticketId: ticket.id } })).toBe(1);
    expect(code(await suspendPerson(by(diego), { caseId: await caseOf(ticket.id, reply.messageId), ...suspension, isThreat: true, justification: "x" }))).toBe("FORBIDDEN");
  });
});

describe("a suspension", () => {
  it("follows two warnings, or a threat with its justification", async () => {
    const author = await newCustomer();
    const caseId = await warned(author, 1);
    expect(code(await suspendPerson(by(diego), { caseId, ...suspension }))).toBe("WARNINGS_FIRST");
    const threat = await caseOf((await newTicket({ by: author, body: THREAT })).id);
    expect(code(await suspendPerson(by(diego), { caseId: threat, ...suspension, isThreat: true }))).toBe("WARNINGS_FIRST");
    expect(code(await suspendPerson(by(diego), { caseId: threat, ...suspension, isThreat: true, justification: "Amenaza de muerte" }))).toBe("ok");
    expect((await findCase(by(diego), threat))?.events.at(-1)?.data.justification).toBe("Amenaza de muerte");
  });

  it("of two at once is one", async () => {
    const author = await newCustomer();
    const ids = [await warned(author, 1), await warned(author, 2)];
    const both = await Promise.all([suspendPerson(by(diego), { caseId: ids[0]!, ...suspension }), suspendPerson(by(await newStaff("admin")), { caseId: ids[1]!, ...suspension })]);
    expect(both.map(code).sort()).toEqual(["SUSPENDED_ALREADY", "ok"]);
  });

  it("keeps one from writing but to the essential departments, keeps the draft, and ends by the clock", async () => {
    const author = await newCustomer();
    const [ticket, invoice] = [await newTicket({ by: author }), await newTicket({ by: author, departmentId: await departmentId("facturacion") })];
    await suspended(author);
    const draft = await keepDraft(by(author), { slot: `reply:${ticket.id}`, data: { body: "Lo que escribí" } as never });
    expect(code(await replyToTicket(by(author), { ...message(ticket.id, "Lo que escribí"), draft: draft ?? "" }))).toBe("CONDUCT_SUSPENDED");
    expect((await findKeptDraft(by(author), `reply:${ticket.id}`))?.data.body).toBe("Lo que escribí");
    expect(code(await openTicket(by(author), await openInput()))).toBe("CONDUCT_SUSPENDED");
    expect(code(await replyToTicket(by(author), message(invoice.id, "¿Y mi factura?")))).toBe("ok");
    expect(code(await openTicket(by(author), await openInput({ departmentId: await departmentId("facturacion") })))).toBe("ok");
    expect((await getNewTicketOptions(by(author))).departments.map(({ slug }) => slug)).toEqual(["facturacion"]);
    expect((await findTicketForCustomer(by(author), ticket.reference))?.can).toEqual({ reply: false, close: true, reopen: false });
    // The last day is included: until midnight between the 20th and the 21st in Mexico City.
    const end = Temporal.Instant.from("2026-11-21T06:00:00Z");
    expect(code(await replyToTicket(by(author, end.subtract({ milliseconds: 1 })), message(ticket.id, "Aún no")))).toBe("CONDUCT_SUSPENDED");
    expect(code(await replyToTicket(by(author, end), message(ticket.id, "Gracias")))).toBe("ok");
  });

  it("of all leaves no department open, and an administrator may lift it at once", async () => {
    const author = await newCustomer();
    const suspensionId = await suspended(author, { scope: "all" });
    const invoice = await openInput({ departmentId: await departmentId("facturacion") });
    expect(code(await openTicket(by(author), invoice))).toBe("CONDUCT_SUSPENDED");
    expect((await getNewTicketOptions(by(author))).departments).toEqual([]);
    unwrap(await liftSuspension(by(diego, LATER), { suspensionId, note: "Se aclaró" }));
    expect(code(await liftSuspension(by(diego, LATER), { suspensionId, note: "Otra vez" }))).toBe("SUSPENSION_ENDED");
    expect(code(await openTicket(by(author, LATER), invoice))).toBe("ok");
  });
});

describe("an appeal", () => {
  it("is one, decided by somebody else, and may shorten", async () => {
    const author = await newCustomer();
    const suspensionId = await suspended(author);
    unwrap(await sendAppeal(by(author), { suspensionId, body: PAYLOADS[1]! }));
    expect([code(await sendAppeal(by(author), { suspensionId, body: PAYLOADS[1]! })), code(await sendAppeal(by(author), { suspensionId, body: "Otra" }))]).toEqual(["ok", "APPEAL_SENT"]);
    const decide = { suspensionId, outcome: "shortened" as const, answer: "Por la disculpa" };
    expect(code(await decideAppeal(by(diego), { ...decide, until: DAY }))).toBe("OTHER_ADMIN_NEEDED");
    const other = await newStaff("admin");
    expect(code(await decideAppeal(by(other), { ...decide, until: period.until }))).toBe("SHORTEN_TO_EARLIER");
    unwrap(await decideAppeal(by(other), { ...decide, until: DAY }));
    expect(code(await decideAppeal(by(other), { ...decide, until: DAY }))).toBe("APPEAL_DECIDED");
    expect(await findOwnSuspension(by(author))).toMatchObject({ endsAt: "2026-11-19T06:00:00.000Z", appeal: { body: PAYLOADS[1], decided: { outcome: "shortened", answer: "Por la disculpa" } } });
    expect(JSON.stringify(await findOwnSuspension(by(author)))).not.toContain(diego.name);
  });
});
