import type { PersonActor } from "@/lib/auth/actor";
import { discardDraft, saveDraft } from "@/lib/drafts/commands";
import { findKeptDraft } from "@/lib/drafts/queries";
import { openInbound } from "@/lib/inbound/commands/open-inbound";
import { findOwnInbound } from "@/lib/inbound/queries";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { replyToTicket } from "@/lib/tickets/commands/reply-to-ticket";
import { DESK_ADDRESS, forgetLetters, keep, letter, rowOf, tokenOfAnswer } from "@/tests/integration/inbound/support/letters";
import { ana, andres, bruno, carla, diego } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { answeredTicket, openInput, unwrap } from "@/tests/support/factories";

useDatabase();

beforeAll(() => {
  process.env.MAIL_FROM = DESK_ADDRESS;
});

beforeEach(async () => {
  await forgetLetters();
  await testDb().ticketDraft.deleteMany();
});

const ctx = <A extends PersonActor>(actor: A, minutesLater = 0) => ({ db: testDb(), actor, now: NOON.add({ minutes: minutesLater }) });
const NOTHING = { kind: "nothing" };

async function answered(options: Parameters<typeof letter>[0] = {}) {
  const { inboundId } = await keep(letter({ text: "Desde ayer.\r\n¿Me ayudan?", ...options }));
  return { inboundId, token: await tokenOfAnswer(inboundId), key: (await rowOf(inboundId)).submissionKey };
}

describe("the link of an answer", () => {
  it("makes a draft of what was written, for whoever wrote it", async () => {
    const { token, key } = await answered();
    expect(await openInbound(ctx(ana), { token })).toEqual({ kind: "form" });
    expect((await findKeptDraft(ctx(ana), "new"))?.data).toEqual({ subject: "No llega el correo", body: "Desde ayer.\n¿Me ayudan?", submissionKey: key });
  });

  it("shows nobody else anything, whoever it was passed on to", async () => {
    const { token } = await answered();
    for (const other of [andres, bruno, carla, diego]) {
      expect(await openInbound(ctx(other), { token })).toEqual(NOTHING);
      expect(await findOwnInbound(ctx(other), { token })).toBeNull();
      expect(await findKeptDraft(ctx(other), "new")).toBeNull();
    }
  });

  it("shows nothing to its writer once they have another address, nor past its time, nor when it was never made", async () => {
    const { token } = await answered();
    expect(await openInbound(ctx({ ...ana, email: "ana@otra.example" } as typeof ana), { token })).toEqual(NOTHING);
    expect(await openInbound(ctx(ana, 14 * 24 * 60), { token })).toEqual(NOTHING);
    expect(await openInbound(ctx(ana), { token: "x" })).toEqual(NOTHING);
    expect(await openInbound(ctx(ana, 14 * 24 * 60 - 1), { token })).toEqual({ kind: "form" });
  });

  it("opened often, and in many windows at once, makes one draft, and none of what was put right in it is lost", async () => {
    const { token, key } = await answered();
    await Promise.all(Array.from({ length: 6 }, () => openInbound(ctx(ana), { token })));
    const first = (await findKeptDraft(ctx(ana), "new"))!;
    unwrap(await saveDraft(ctx(ana), { slot: "new", data: { ...first.data, body: "Mejor dicho." }, base: first.version, unheard: [], version: crypto.randomUUID(), owner: ana.userId }));
    expect(await openInbound(ctx(ana), { token })).toEqual({ kind: "form" });
    expect((await findKeptDraft(ctx(ana), "new"))?.data).toMatchObject({ body: "Mejor dicho.", submissionKey: key });
  });

  it("leaves another draft alone: two topics are never mixed", async () => {
    unwrap(await saveDraft(ctx(ana), { slot: "new", data: { body: "Otra cosa." }, base: null, unheard: [], version: crypto.randomUUID(), owner: ana.userId }));
    const { token } = await answered();
    expect(await openInbound(ctx(ana), { token })).toEqual({ kind: "form" });
    expect((await findKeptDraft(ctx(ana), "new"))?.data.body).toBe("Otra cosa.");
    // What the form begins with once that is put away.
    unwrap(await discardDraft(ctx(ana), { slot: "new", draft: undefined }));
    expect(await findOwnInbound(ctx(ana), { token })).toMatchObject({ subject: "No llega el correo", sentAs: null });
  });

  it("leads to the ticket that the text became, and makes no second one", async () => {
    const { token, key } = await answered();
    await openInbound(ctx(ana), { token });
    const input = await openInput({ submissionKey: key });
    const { reference } = unwrap(await openTicket(ctx(ana), input));
    expect(await openInbound(ctx(ana), { token })).toEqual({ kind: "ticket", reference });
    expect(await findKeptDraft(ctx(ana), "new")).toBeNull();
    expect(unwrap(await openTicket(ctx(ana), input)).reference).toBe(reference);
  });

  it("gives one of the desk their own text, and makes no draft that nobody would send", async () => {
    const { token } = await answered({ from: "carla@impera.example" });
    expect(await openInbound(ctx(carla), { token })).toEqual({ kind: "unsent", subject: "No llega el correo", body: "Desde ayer.\n¿Me ayudan?" });
    expect(await testDb().ticketDraft.count()).toBe(0);
  });
});

describe("the link of an answer about a ticket", () => {
  async function reply(by = andres) {
    const ticket = await answeredTicket({ by: andres });
    const letterOf = await answered({ from: by.email, headers: [`In-Reply-To: <ticket-${ticket.id}@localhost>`], text: "Ya quedó." });
    return { ...letterOf, ticket, slot: `reply:${ticket.id}` };
  }

  it("puts the text into the conversation's form, below what was there", async () => {
    const { token, key, ticket, slot } = await reply();
    unwrap(await saveDraft(ctx(andres), { slot, data: { body: "Antes." }, base: null, unheard: [], version: crypto.randomUUID(), owner: andres.userId }));
    expect(await openInbound(ctx(andres), { token })).toEqual({ kind: "ticket", reference: ticket.reference });
    await openInbound(ctx(andres), { token });
    expect((await findKeptDraft(ctx(andres), slot))?.data).toEqual({ body: "Antes.\n\nYa quedó.", submissionKey: key });
    expect(await findKeptDraft(ctx(andres), "new")).toBeNull();
  });

  it("does not bring back what was sent", async () => {
    const { token, key, ticket, slot } = await reply();
    await openInbound(ctx(andres), { token });
    unwrap(await replyToTicket(ctx(andres), { ticketId: ticket.id, body: "Ya quedó.", submissionKey: key }));
    expect(await openInbound(ctx(andres), { token })).toEqual({ kind: "ticket", reference: ticket.reference });
    expect(await findKeptDraft(ctx(andres), slot)).toBeNull();
  });

  it("leads to the form of a new ticket once its writer may not see that one any more", async () => {
    const { token, inboundId, slot } = await reply(ana);
    expect((await rowOf(inboundId)).ticketId).not.toBeNull();
    const member = { ...ana, isManager: false } as typeof ana;
    expect(await openInbound(ctx(member), { token })).toEqual({ kind: "form" });
    expect(await findKeptDraft(ctx(ana), slot)).toBeNull();
  });
});
