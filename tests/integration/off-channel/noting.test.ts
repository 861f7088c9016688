import { randomUUID } from "node:crypto";
import { mintSystem } from "@/lib/auth/mint";
import { confirmNoted } from "@/lib/off-channel/commands/confirm-noted";
import { discardNoted } from "@/lib/off-channel/commands/discard-noted";
import { MOST_OPEN, noteOffChannel } from "@/lib/off-channel/commands/note-off-channel";
import { forgetNotedJob } from "@/lib/off-channel/jobs";
import { findNoted, listNoted, listNotedForCustomer, MOST_HITS, searchCustomers } from "@/lib/off-channel/queries";
import { slotOfCall, slotOfNoted } from "@/lib/off-channel/slot";
import type { NoteOffChannelInput } from "@/lib/off-channel/schema";
import { findKeptDraft } from "@/lib/drafts/queries";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { findReceipt } from "@/lib/tickets/receipts";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { toDate } from "@/lib/time/instants";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS, PRODUCTS, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { departmentId, keepDraft, newTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();
beforeEach(async () => void (await testDb().offChannelNote.deleteMany()));

const by = <A>(actor: A, now = NOON) => ({ db: testDb(), actor, now });
const later = (hours: number) => NOON.add({ hours });
const WEEK = 7 * 24;

async function noteInput(changes: Partial<NoteOffChannelInput> = {}): Promise<NoteOffChannelInput> {
  const { subject, body, departmentId: department } = await openInput();
  return { customerId: andres.userId, channel: "phone", departmentId: department, productId: undefined, subject, body, submissionKey: randomUUID(), ...changes };
}

/** Noted for andrés by carla. */
async function noted(changes: Partial<NoteOffChannelInput> = {}) {
  const input = await noteInput(changes);
  const { notedId } = unwrap(await noteOffChannel(by(carla), input));
  const { customerId: _customer, channel: _channel, ...form } = input;
  return { notedId, input, confirm: { ...form, notedId, priority: "medium" as const, different: [] as string[] } };
}

const ticketsOf = (userId: string) => testDb().ticket.count({ where: { requesterId: userId } });

describe("what is noted for a customer", () => {
  it("is no request: it has no reference and no promise, and its customer is told who noted what, and until when", async () => {
    const before = await ticketsOf(andres.userId);
    const { notedId, input } = await noted({ productId: PRODUCTS.acmeMail.id });
    expect(await ticketsOf(andres.userId)).toBe(before);
    expect(await listNotedForCustomer(by(andres))).toMatchObject([
      { id: notedId, channel: "phone", agentName: "Carla Ríos", subject: input.subject, body: input.body, product: { id: PRODUCTS.acmeMail.id }, createdAt: toDate(NOON).toISOString(), expiresAt: toDate(later(WEEK)).toISOString() },
    ]);
  });

  it("is seen by nobody else of the organization, its manager neither, and by the desk", async () => {
    const { notedId } = await noted();
    expect([await listNotedForCustomer(by(ana)), await findNoted(by(ana), notedId), await findNoted(by(bruno), notedId)]).toEqual([[], null, null]);
    expect((await listNoted(by(diego), {})).items.map(({ id, customer }) => [id, customer])).toEqual([[notedId, { id: andres.userId, name: "Andrés Luna", organizationName: ORGANIZATIONS.acme.name }]]);
    expect(await discardNoted(by(ana), { notedId })).toMatchObject({ code: "NOTED_GONE" });
  });

  it("is noted once however often the form is sent, and never twice from two at once", async () => {
    const input = await noteInput();
    const both = await Promise.all([noteOffChannel(by(carla), input), noteOffChannel(by(carla), input)]);
    expect(new Set(both.map((each) => unwrap(each).notedId)).size).toBe(1);
    expect(await noteOffChannel(by(carla), { ...input, body: "Otra cosa" })).toMatchObject({ code: "NOTED_ALREADY" });
    expect(await testDb().offChannelNote.count()).toBe(1);
  });

  it.each([
    ["somebody suspended", { customerId: sergio.userId }, "UNKNOWN_CUSTOMER"],
    ["somebody of the desk", { customerId: diego.userId }, "UNKNOWN_CUSTOMER"],
    ["a department that there is not", { departmentId: randomUUID() }, "UNKNOWN_DEPARTMENT"],
    ["another organization's product", { productId: PRODUCTS.globexHosting.id }, "UNKNOWN_PRODUCT"],
  ])("is refused for %s", async (_case, changes, code) => {
    expect(await noteOffChannel(by(carla), await noteInput(changes))).toMatchObject({ ok: false, code });
  });

  it("is ten for one customer at most, also for two agents who note the last at once", async () => {
    for (let count = 1; count < MOST_OPEN; count += 1) await noted();
    const both = await Promise.all([noteOffChannel(by(carla), await noteInput()), noteOffChannel(by(diego), await noteInput())]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["NOTED_TOO_MANY", "ok"]);
    expect(await noteOffChannel(by(carla), await noteInput({ customerId: ana.userId }))).toMatchObject({ ok: true });
  });
});

describe("confirming", () => {
  it("makes a ticket like every other, as the customer put it right, with its promise from now; both sides see where it came from", async () => {
    const { notedId, confirm } = await noted({ productId: PRODUCTS.acmeMail.id });
    await keepDraft(by(andres), { slot: slotOfNoted(notedId), data: { body: "Corregido a medias" } });
    const at = later(30);
    const { reference, id } = unwrap(await confirmNoted(by(andres, at), { ...confirm, body: `${confirm.body} Y es urgente.` }));
    expect(await testDb().ticket.findUnique({ where: { id }, select: { body: true, productId: true, requesterId: true, createdAt: true, notedChannel: true, notedById: true } })).toEqual({
      body: `${confirm.body} Y es urgente.`, productId: PRODUCTS.acmeMail.id, requesterId: andres.userId, createdAt: toDate(at), notedChannel: "phone", notedById: carla.userId,
    });
    const view = await findTicketForCustomer(by(andres, at), reference);
    expect(view?.promise?.startedAt).toBe(at.toString());
    const origin = { channel: "phone", byName: "Carla Ríos" };
    expect([view?.noted, (await findTicketForStaff(by(carla, at), reference))?.noted]).toEqual([origin, origin]);
    expect(await findReceipt(by(andres, at), reference)).not.toBeNull();
    expect([await listNotedForCustomer(by(andres, at)), await findKeptDraft(by(andres, at), slotOfNoted(notedId))]).toEqual([[], null]);
  });

  it("twice, one after the other or both at once, makes one ticket", async () => {
    const before = await ticketsOf(andres.userId);
    const { confirm } = await noted();
    const both = await Promise.all([confirmNoted(by(andres), confirm), confirmNoted(by(andres), confirm)]);
    const again = await confirmNoted(by(andres), confirm);
    expect(new Set([...both, again].map((each) => unwrap(each).reference)).size).toBe(1);
    expect(await ticketsOf(andres.userId)).toBe(before + 1);
    expect(await confirmNoted(by(andres), { ...confirm, body: "Otro texto en otra pestaña" })).toMatchObject({ code: "ALREADY_SENT" });
    expect(await ticketsOf(andres.userId)).toBe(before + 1);
  });

  it("while it is being discarded makes a ticket or does not, and never both a ticket and a note", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { notedId, confirm } = await noted();
      const before = await ticketsOf(andres.userId);
      const [confirmed, discarded] = await Promise.all([confirmNoted(by(andres), confirm), discardNoted(by(andres), { notedId })]);
      expect([confirmed.ok, discarded.ok]).not.toEqual([true, true]);
      expect(await ticketsOf(andres.userId)).toBe(before + (confirmed.ok ? 1 : 0));
      expect(await testDb().offChannelNote.count({ where: { id: notedId } })).toBe(0);
    }
  });

  it("asks about secrets and repeated matters as every form does, and keeps the note meanwhile", async () => {
    const { notedId, confirm } = await noted({ body: "Dice que la contraseña del correo es Ventas2024!" });
    expect(await confirmNoted(by(andres), confirm)).toMatchObject({ code: "SECRETS_NOT_REVIEWED" });
    const text = await openInput();
    const candidate = await newTicket({ by: andres, subject: text.subject, body: text.body });
    const repeated = await noted({ subject: text.subject, body: text.body });
    expect(await confirmNoted(by(andres), repeated.confirm)).toMatchObject({ code: "DUPLICATE_NOT_REVIEWED" });
    unwrap(await confirmNoted(by(andres), { ...repeated.confirm, different: [candidate.id] }));
    expect((await listNotedForCustomer(by(andres))).map(({ id }) => id)).toEqual([notedId]);
  });

  it("is for its own customer alone, under the note's own key", async () => {
    const { notedId, confirm } = await noted();
    expect(await confirmNoted(by(ana), { ...confirm, submissionKey: randomUUID() })).toMatchObject({ code: "NOTED_GONE" });
    unwrap(await confirmNoted(by(andres), { ...confirm, submissionKey: randomUUID() }));
    expect(await testDb().ticket.count({ where: { submissionKey: confirm.submissionKey, requesterId: andres.userId } })).toBe(1);
    expect(await noteOffChannel(by(carla), (await noteInput({ submissionKey: confirm.submissionKey })))).toMatchObject({ code: "NOTED_ALREADY" });
    expect(await findNoted(by(andres), notedId)).toBeNull();
  });
});

describe("what is not confirmed", () => {
  it("is gone once it is discarded, by its customer or by the desk, with what was put right in it", async () => {
    const [one, two] = [await noted(), await noted()];
    await keepDraft(by(andres), { slot: slotOfNoted(one.notedId), data: { body: "A medias" } });
    unwrap(await discardNoted(by(andres), { notedId: one.notedId }));
    unwrap(await discardNoted(by(diego), { notedId: two.notedId }));
    expect([await listNotedForCustomer(by(andres)), await findKeptDraft(by(andres), slotOfNoted(one.notedId))]).toEqual([[], null]);
    expect(await confirmNoted(by(andres), one.confirm)).toMatchObject({ code: "NOTED_GONE" });
    expect(await discardNoted(by(andres), { notedId: one.notedId })).toMatchObject({ code: "NOTED_GONE" });
  });

  it("lapses after seven days, to the second, whether the job has been or not", async () => {
    const { notedId, confirm } = await noted();
    const [last, over] = [later(WEEK).subtract({ seconds: 1 }), later(WEEK)];
    expect((await findNoted(by(andres, last), notedId))?.id).toBe(notedId);
    expect([await findNoted(by(andres, over), notedId), await listNotedForCustomer(by(andres, over)), (await listNoted(by(carla, over), {})).items]).toEqual([null, [], []]);
    expect(await confirmNoted(by(andres, over), confirm)).toMatchObject({ code: "NOTED_GONE" });
    expect(await discardNoted(by(carla, over), { notedId })).toMatchObject({ code: "NOTED_GONE" });
    await forgetNotedJob.run({ db: testDb(), now: last, actor: mintSystem() }, {});
    expect(await testDb().offChannelNote.count()).toBe(1);
    await forgetNotedJob.run({ db: testDb(), now: over, actor: mintSystem() }, {});
    expect(await testDb().offChannelNote.count()).toBe(0);
  });
});

describe("the desk", () => {
  it("finds a customer by name, address or organization, each word of it, and nobody of the desk or suspended", async () => {
    const found = async (text: string) => (await searchCustomers(by(carla), { text })).map(({ name }) => name);
    expect(await found("luna")).toEqual(["Andrés Luna"]);
    expect(await found("ANDRES@acme")).toEqual(["Andrés Luna"]);
    expect(await found("acme torres")).toEqual(["Ana Torres"]);
    expect([await found("acme sergio"), await found("carla"), await found(""), await found("%"), await found("a_a")]).toEqual([[], [], [], [], []]);
  });

  it("is shown one more than it may choose from, so that it knows to narrow", async () => {
    await testDb().user.createMany({ data: Array.from({ length: MOST_HITS + 3 }, (_, at) => ({ email: `muchos${at}@acme.example`, name: `Muchos ${at}`, role: "customer" as const, organizationId: ORGANIZATIONS.acme.id, organizationRole: "member" as const })) });
    expect(await searchCustomers(by(carla), { text: "muchos" })).toHaveLength(MOST_HITS + 1);
  });

  it("reads what waits a page at a time, the newest first", async () => {
    const department = await departmentId("desarrollo");
    const rows = Array.from({ length: 26 }, (_, at) => ({ customerId: bruno.userId, agentId: carla.userId, channel: "sms" as const, departmentId: department, subject: `Nota ${at}`, body: "x", submissionKey: randomUUID(), createdAt: toDate(NOON.add({ seconds: Math.floor(at / 2) })), expiresAt: toDate(later(WEEK)) }));
    await testDb().offChannelNote.createMany({ data: rows });
    const first = await listNoted(by(carla), {});
    const second = await listNoted(by(carla), { cursor: first.nextCursor ?? undefined });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([25, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(26);
    expect(first.items[0]?.createdAt).toBe(toDate(NOON.add({ seconds: 12 })).toISOString());
  });
});

it("what an agent writes down is kept while it is written, and is gone once it is noted", async () => {
  const slot = slotOfCall(andres.userId);
  const version = await keepDraft(by(carla), { slot, data: { subject: "Llamó", body: "A medias", next: "phone" } });
  expect((await findKeptDraft(by(carla), slot))?.data).toEqual({ subject: "Llamó", body: "A medias", next: "phone" });
  expect(await findKeptDraft(by(andres), slot)).toBeNull();
  await noted({ draft: version ?? "" });
  expect(await findKeptDraft(by(carla), slot)).toBeNull();
});
