import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { mintSystem } from "@/lib/auth/mint";
import { addNote } from "@/lib/tickets/commands/add-note";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { discardDraft, saveDraft } from "@/lib/drafts/commands";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import type { SaveDraftInput } from "@/lib/drafts/schema";
import { checkDraft, findKeptDraft } from "@/lib/drafts/queries";
import { listUnsentDrafts } from "@/lib/tickets/unsent-drafts";
import { forgetDraftsJob } from "@/lib/tickets/jobs";
import { ana, andres, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, newTicket, openInput, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const hers = (now = NOON) => ({ db: testDb(), actor: ana, now });
const the = (actor: PersonActor): Context<PersonActor> => ({ db: testDb(), actor, now: NOON });
const textOf = async (ctx: Context<PersonActor>, slot: string) => (await findKeptDraft(ctx, slot))?.data;

function save(ctx: Context<PersonActor>, slot: string, more: Partial<SaveDraftInput> = {}) {
  return saveDraft(ctx, { slot, data: {}, base: null, unheard: [], version: randomUUID(), owner: ctx.actor.userId, ...more });
}

beforeEach(async () => {
  await testDb().ticketDraft.deleteMany();
});

describe("a draft", () => {
  it("is kept as typed, however incomplete", async () => {
    await keepDraft(hers(), { slot: "new", data: { subject: "Pri" } });
    await keepDraft(hers(), { slot: "new", data: { subject: "Primero", body: "  con espacios\n" } });
    expect(await textOf(hers(), "new")).toEqual({ subject: "Primero", body: "  con espacios\n" });
  });

  it("is its writer's alone", async () => {
    await keepDraft(hers(), { slot: "new", data: { body: "De Ana" } });
    expect(await findKeptDraft(the(andres), "new")).toBeNull();
    await discardDraft(the(andres), { slot: "new" });
    expect(await textOf(hers(), "new")).toEqual({ body: "De Ana" });
  });

  it("typed on one person's page is not saved as another's, who signed in since", async () => {
    expect(await save(the(bruno), "new", { data: { body: "De Ana" }, owner: ana.userId })).toMatchObject({ ok: false, code: "OTHER_PERSON" });
    expect(await checkDraft(the(bruno), { slot: "new", owner: ana.userId })).toMatchObject({ ok: false, code: "OTHER_PERSON" });
    expect(await testDb().ticketDraft.count()).toBe(0);
  });

  it("is the desk's too, one for each ticket", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await keepDraft(the(carla), { slot: `note:${one}`, data: { body: "Nota" } });
    await keepDraft(the(carla), { slot: `reply:${other}`, data: { body: "Respuesta", next: "pending" } });
    expect(await textOf(the(carla), `note:${one}`)).toEqual({ body: "Nota" });
    expect(await textOf(the(carla), `reply:${other}`)).toEqual({ body: "Respuesta", next: "pending" });
  });

  it("that is emptied is none", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "x" } });
    expect(await save(hers(), "new", { data: { body: " ", departmentId: "d" }, base })).toMatchObject({ ok: true, data: { version: null } });
    expect(await findKeptDraft(hers(), "new")).toBeNull();
  });

  it("is gone once discarded; discarding nothing is no mistake", async () => {
    await keepDraft(hers(), { slot: "new", data: { body: "x" } });
    expect(await discardDraft(hers(), { slot: "new" })).toEqual({ ok: true, data: null });
    expect(await discardDraft(hers(), { slot: "new" })).toEqual({ ok: true, data: null });
    expect(await findKeptDraft(hers(), "new")).toBeNull();
  });

  it("is the two hundred and first of a person's no more; those that are there can still be written", async () => {
    const slots = Array.from({ length: 200 }, () => `reply:${randomUUID()}`);
    await testDb().ticketDraft.createMany({ data: slots.map((slot) => ({ userId: andres.userId, slot, data: {}, updatedAt: new Date() })) });
    expect(await save(the(andres), "new", { data: { body: "x" } })).toEqual({ ok: false, code: "TOO_MANY_DRAFTS" });
    expect(await keepDraft(the(andres), { slot: slots[0]!, data: { body: "otra vez" } })).not.toBeNull();
  });

  it("that nobody came back to is forgotten after 90 days", async () => {
    const [old, fresh] = [`reply:${randomUUID()}`, `reply:${randomUUID()}`];
    await keepDraft(hers(NOON), { slot: old, data: { body: "vieja" } });
    await keepDraft(hers(NOON.add({ hours: 24 })), { slot: fresh, data: { body: "fresca" } });
    await forgetDraftsJob.run({ db: testDb(), actor: mintSystem(), now: NOON.add({ hours: 90 * 24 + 1 }) }, {});
    expect(await findKeptDraft(hers(), old)).toBeNull();
    expect(await textOf(hers(), fresh)).toEqual({ body: "fresca" });
  });
});

describe("two tabs on one draft", () => {
  it("do not overwrite each other: the later one is told the other's text, and may then write over it knowingly", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "Común" } });
    const first = unwrap(await save(hers(), "new", { data: { body: "Común, de la primera" }, base }));
    const second = await save(hers(), "new", { data: { body: "Común, de la segunda" }, base });
    expect(second).toMatchObject({ ok: false, code: "DRAFT_CHANGED", details: { version: first.version, data: { body: "Común, de la primera" } } });
    expect(await textOf(hers(), "new")).toEqual({ body: "Común, de la primera" });
    expect(await save(hers(), "new", { data: { body: "Ambas" }, base: first.version })).toMatchObject({ ok: true });
  });

  it("at the same instant: of ten saves one passes, and nine are told its text", async () => {
    const slot = `reply:${randomUUID()}`;
    const base = await keepDraft(hers(), { slot, data: { body: "Común" } });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => save(hers(), slot, { data: { body: String(index) }, base })));
    const winner = answers.findIndex((answer) => answer.ok);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.code === "DRAFT_CHANGED")).toHaveLength(9);
    expect(await textOf(hers(), slot)).toEqual({ body: String(winner) });
  });

  it("at the same instant, both with nothing before: one begins the draft", async () => {
    const slot = `reply:${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => save(hers(), slot, { data: { body: String(index) } })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await testDb().ticketDraft.count({ where: { slot } })).toBe(1);
  });

  it("agree when they say the same", async () => {
    const first = await keepDraft(hers(), { slot: "new", data: { body: "Igual", submissionKey: randomUUID() } });
    expect(await save(hers(), "new", { data: { body: "Igual" } })).toMatchObject({ ok: true, data: { version: first } });
  });

  it("is not what a lost answer looks like: a text that was kept unheard is the page's own", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "U" } });
    const unheard = randomUUID();
    await save(hers(), "new", { data: { body: "Un" }, base, version: unheard });
    expect(await save(hers(), "new", { data: { body: "Uno" }, base, unheard: [unheard] })).toMatchObject({ ok: true });
  });

  it("emptying the one leaves what the other wrote since", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "Común" } });
    await save(hers(), "new", { data: { body: "Más" }, base });
    expect(await save(hers(), "new", { data: { body: "" }, base })).toMatchObject({ ok: false, code: "DRAFT_CHANGED" });
    await discardDraft(hers(), { slot: "new", draft: base ?? "" });
    expect(await textOf(hers(), "new")).toEqual({ body: "Más" });
  });

  it("a text that was put away elsewhere is not brought back without asking", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "Común" } });
    await discardDraft(hers(), { slot: "new" });
    expect(await save(hers(), "new", { data: { body: "Común y más" }, base })).toEqual({ ok: false, code: "DRAFT_GONE" });
    expect(await findKeptDraft(hers(), "new")).toBeNull();
  });
});

describe("sending", () => {
  it("a ticket takes its draft along; what another tab wrote since stays, and can be sent as a ticket of its own", async () => {
    const input = await openInput();
    const { submissionKey } = input;
    const base = await keepDraft(hers(), { slot: "new", data: { body: "A medias", submissionKey } });
    await save(hers(), "new", { data: { body: "De la otra pestaña", submissionKey }, base });
    await openTicket(hers(), { ...input, draft: base ?? "" });
    expect(await textOf(hers(), "new")).toEqual({ body: "De la otra pestaña" });
  });

  it("with all that the form has seen takes it along, heard or unheard", async () => {
    const base = await keepDraft(hers(), { slot: "new", data: { body: "A" } });
    const unheard = randomUUID();
    await save(hers(), "new", { data: { body: "A medias" }, base, version: unheard });
    await openTicket(hers(), await openInput({ draft: `${base} ${unheard}` }));
    expect(await findKeptDraft(hers(), "new")).toBeNull();
  });

  it("tells the other tab, and a save that comes late is no ghost", async () => {
    const input = await openInput();
    const { submissionKey } = input;
    const { reference } = unwrap(await openTicket(hers(), { ...input, draft: "" }));
    expect(await save(hers(), "new", { data: { body: "tarde", submissionKey } })).toEqual({ ok: false, code: "DRAFT_SENT", details: { reference } });
    expect(unwrap(await checkDraft(hers(), { slot: "new", owner: ana.userId, key: submissionKey }))).toEqual({ draft: null, sent: reference });
    expect(unwrap(await checkDraft(the(andres), { slot: "new", owner: andres.userId, key: submissionKey })).sent).toBeNull();
  });

  it("a text into another ticket tells it too, and leaves the reply that was begun there", async () => {
    const ticket = await ticketRow({ requester: ana });
    const submissionKey = randomUUID();
    await keepDraft(hers(), { slot: "new", data: { body: "Va allá" } });
    await keepDraft(hers(), { slot: `reply:${ticket.id}`, data: { body: "Otra cosa" } });
    unwrap(await addToTicket(hers(), { ticketId: ticket.id, subject: "", body: "Va allá", submissionKey }));
    expect(await findKeptDraft(hers(), "new")).toBeNull();
    expect(await textOf(hers(), `reply:${ticket.id}`)).toEqual({ body: "Otra cosa" });
    expect(await save(hers(), "new", { data: { body: "Va allá", submissionKey } })).toMatchObject({ code: "DRAFT_SENT", details: { reference: ticket.reference } });
  });

  it.each(["reply", "note", "customer"] as const)("a %s takes its own draft along, and no other", async (kind) => {
    const ticket = await newTicket({ by: ana });
    const ctx = kind === "customer" ? hers() : the(carla);
    const slot = `${kind === "note" ? "note" : "reply"}:${ticket.id}`;
    const other = `${kind === "note" ? "reply" : "note"}:${ticket.id}`;
    const submissionKey = randomUUID();
    const draft = (await keepDraft(ctx, { slot, data: { body: "Va" } })) ?? "";
    await keepDraft(ctx, { slot: other, data: { body: "Se queda" } });
    const input = { ticketId: ticket.id, body: "Va", submissionKey, draft };
    const staff = { db: testDb(), actor: carla, now: NOON };
    if (kind === "note") unwrap(await addNote(staff, input));
    else if (kind === "reply") unwrap(await staffReply(staff, { ...input, next: "open" }));
    else unwrap(await replyToTicket(hers(), input));
    expect(await findKeptDraft(ctx, slot)).toBeNull();
    expect(await textOf(ctx, other)).toEqual({ body: "Se queda" });
    expect(await save(ctx, slot, { data: { body: "Va", submissionKey } })).toMatchObject({ code: "DRAFT_SENT" });
  });
});

it("lists a customer's unsent texts, the newest first, and none on a ticket that is not theirs", async () => {
  const [own, foreign] = [await ticketRow({ requester: ana }), await ticketRow({ requester: bruno })];
  await keepDraft(hers(), { slot: `reply:${own.id}`, data: { body: "a".repeat(200) } });
  await keepDraft(hers(), { slot: `reply:${foreign.id}`, data: { body: "ajena" } });
  await keepDraft(hers(NOON.add({ minutes: 1 })), { slot: "new", data: { subject: "Nuevo", body: "x" } });
  const listed = await listUnsentDrafts(hers());
  expect(listed.map(({ ticket, excerpt }) => [ticket?.reference ?? "new", excerpt])).toEqual([["new", "Nuevo"], [own.reference, `${"a".repeat(90)}…`]]);
});
