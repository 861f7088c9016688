import { randomUUID } from "node:crypto";
import { mintSystem } from "@/lib/auth/mint";
import { addToTicket } from "@/lib/tickets/commands/add-to-ticket";
import { markDifferent, withdrawDifferent } from "@/lib/tickets/commands/mark-different";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { recordOpenedDuplicate } from "@/lib/tickets/commands/record-opened-duplicate";
import { forgetDraftsJob } from "@/lib/tickets/jobs";
import { findTicketForStaff, similarTickets } from "@/lib/tickets/staff-queries";
import { suggestDuplicates } from "@/lib/tickets/queries";
import { ana, bruno, carla, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const LATER = NOON.add({ minutes: 20 });
const as = <A>(actor: A) => ({ db: testDb(), actor, now: LATER });
const decisionsOf = async (reference: string) => (await findTicketForStaff(as(carla), reference))!.decisions;
const rowsOf = (submissionKey: string) => testDb().duplicateDecision.findMany({ where: { submissionKey }, orderBy: { decidedAt: "asc" } });

let turn = 0;
/** A matter of its own for each test. */
function matter() {
  turn += 1;
  const mailbox = `buzon${turn}@acme.example`;
  return { subject: `No llegan los correos a ${mailbox}`, body: `Desde ayer no entra ningún correo al buzón ${mailbox}. Rebota con 552 Mailbox full.` };
}

async function pairOfTickets() {
  const text = matter();
  const one = await newTicket({ by: ana, ...text });
  const other = await newTicket({ by: ana, ...text, body: `${text.body} Sigue igual.` });
  return { one, other, text };
}

describe("having opened a likely duplicate", () => {
  it("is kept with the probability that the server reckons for the draft, and with the draft while nothing came of it", async () => {
    const text = matter();
    const existing = await newTicket({ by: ana, ...text });
    const [shown] = await suggestDuplicates(as(ana), text);
    const submissionKey = randomUUID();
    unwrap(await recordOpenedDuplicate(as(ana), { candidateTicketId: existing.id, submissionKey, ...text }));
    expect(await rowsOf(submissionKey)).toMatchObject([{ verdict: "opened", scoreMilli: Math.round(shown!.score * 1000), ...text, ticketId: null, messageId: null, isStaff: false }]);
    expect(await decisionsOf(existing.reference)).toMatchObject([{ side: "candidate", verdict: "opened", by: "Ana Torres", other: null, subject: text.subject, at: LATER.toString({ smallestUnit: "millisecond" }) }]);
  });

  it("is told by the ticket, or by the message, that came of the draft", async () => {
    const text = matter();
    const existing = await newTicket({ by: ana, ...text });
    const submissionKey = randomUUID();
    unwrap(await recordOpenedDuplicate(as(ana), { candidateTicketId: existing.id, submissionKey, ...text }));
    unwrap(await addToTicket(as(ana), { ticketId: existing.id, submissionKey, ...text }));
    const [message] = await testDb().ticketMessage.findMany({ where: { ticketId: existing.id } });
    const rows = await rowsOf(submissionKey);
    expect(rows.map(({ verdict, messageId, body }) => ({ verdict, messageId, body }))).toEqual(
      expect.arrayContaining([{ verdict: "opened", messageId: message!.id, body: null }, { verdict: "added", messageId: message!.id, body: null }]),
    );
    expect(new Set(rows.map((row) => row.scoreMilli)).size).toBe(1);

    const sentKey = randomUUID();
    unwrap(await recordOpenedDuplicate(as(ana), { candidateTicketId: existing.id, submissionKey: sentKey, ...text }));
    const sent = await newTicket({ by: ana, at: LATER, ...text, submissionKey: sentKey });
    expect(await rowsOf(sentKey)).toMatchObject([{ verdict: "opened", ticketId: sent.id, body: null }]);
  });

  it("of a draft that was never sent forgets the text when drafts are forgotten", async () => {
    const text = matter();
    const existing = await newTicket({ by: ana, ...text });
    const submissionKey = randomUUID();
    unwrap(await recordOpenedDuplicate(as(ana), { candidateTicketId: existing.id, submissionKey, ...text }));
    const run = (days: number) => forgetDraftsJob.run({ db: testDb(), actor: mintSystem(), now: LATER.add({ hours: days * 24 }) }, {});
    await run(89);
    expect(await rowsOf(submissionKey)).toMatchObject([{ body: text.body }]);
    await run(91);
    expect(await rowsOf(submissionKey)).toMatchObject([{ body: null, verdict: "opened" }]);
  });
});

describe("a merge", () => {
  it("is a verdict of the desk, with its probability, told on both tickets", async () => {
    const { one, other } = await pairOfTickets();
    const [likely] = await similarTickets(as(carla), other.id);
    unwrap(await mergeTicket(as(carla), { ticketId: other.id, intoReference: one.reference }));
    const percent = Math.round(likely!.score * 100);
    expect((await decisionsOf(other.reference)).at(-1)).toMatchObject({ verdict: "merged", side: "text", by: "Carla Ríos", isStaff: true, other: { id: one.id }, scorePercent: percent });
    expect((await decisionsOf(one.reference)).at(-1)).toMatchObject({ verdict: "merged", side: "candidate", other: { id: other.id }, scorePercent: percent });
  });

  it("withdraws what the desk said against it", async () => {
    const { one, other } = await pairOfTickets();
    unwrap(await markDifferent(as(elena), { ticketId: one.id, candidateTicketIds: [other.id] }));
    unwrap(await mergeTicket(as(carla), { ticketId: other.id, intoReference: one.reference }));
    const said = (await decisionsOf(one.reference)).filter(({ isStaff }) => isStaff).sort((a, b) => (a.verdict < b.verdict ? -1 : 1)); // both of one instant
    expect(said).toMatchObject([{ verdict: "different", by: "Elena Cruz", withdrawn: { by: "Carla Ríos" } }, { verdict: "merged", withdrawn: null }]);
  });

  it("that is refused is no verdict", async () => {
    const { one } = await pairOfTickets();
    const others = await newTicket({ by: bruno });
    expect(await mergeTicket(as(carla), { ticketId: one.id, intoReference: others.reference })).toMatchObject({ ok: false });
    expect((await decisionsOf(one.reference)).filter(({ isStaff }) => isStaff)).toEqual([]);
  });
});

describe('"no es el mismo asunto"', () => {
  it("takes the pair out of the list of both tickets for everybody at the desk, and leaves its place to the next", async () => {
    const { one, other } = await pairOfTickets();
    const third = await newTicket({ by: bruno, ...matter() });
    const likely = async (ticketId: string, actor = elena) => (await similarTickets(as(actor), ticketId)).map((each) => each.ticketId);
    expect(await likely(one.id)).toContain(other.id);
    unwrap(await markDifferent(as(carla), { ticketId: one.id, candidateTicketIds: [other.id] }));
    for (const actor of [carla, elena]) {
      expect(await likely(one.id, actor)).not.toContain(other.id);
      expect(await likely(other.id, actor)).not.toContain(one.id);
    }
    expect(await likely(third.id)).not.toEqual([]);
  });

  it("changes nothing of what customers are told", async () => {
    const { one, other, text } = await pairOfTickets();
    const before = await suggestDuplicates(as(ana), text);
    unwrap(await markDifferent(as(carla), { ticketId: one.id, candidateTicketIds: [other.id] }));
    expect(await suggestDuplicates(as(ana), text)).toEqual(before);
  });

  it("is said once, however often and from whichever end, and at once too", async () => {
    const { one, other } = await pairOfTickets();
    const ends = [{ ticketId: one.id, candidateTicketIds: [other.id] }, { ticketId: other.id, candidateTicketIds: [one.id, one.id] }];
    const answers = await Promise.all([...ends, ...ends].map((input, index) => markDifferent(as(index % 2 ? carla : elena), input)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await decisionsOf(one.reference)).filter(({ isStaff }) => isStaff)).toHaveLength(1);
  });

  it("can be taken back by anybody at the desk, from either ticket, and said again; all of it is kept", async () => {
    const { one, other } = await pairOfTickets();
    unwrap(await markDifferent(as(carla), { ticketId: one.id, candidateTicketIds: [other.id] }));
    unwrap(await withdrawDifferent(as(elena), { ticketId: other.id, candidateTicketIds: [one.id] }));
    expect((await similarTickets(as(carla), one.id)).map((each) => each.ticketId)).toContain(other.id);
    unwrap(await withdrawDifferent(as(carla), { ticketId: other.id, candidateTicketIds: [one.id] }));
    unwrap(await markDifferent(as(carla), { ticketId: one.id, candidateTicketIds: [other.id] }));
    const said = (await decisionsOf(other.reference)).filter(({ isStaff }) => isStaff);
    expect(said.map(({ withdrawn }) => withdrawn?.by ?? null).sort()).toEqual(["Elena Cruz", null]);
  });

  it("is refused of a ticket and itself, of merged ones, and of one that is not there", async () => {
    const { one, other } = await pairOfTickets();
    const say = (ticketId: string, ...candidateTicketIds: string[]) => markDifferent(as(carla), { ticketId, candidateTicketIds });
    expect(await say(one.id, one.id)).toEqual({ ok: false, code: "PAIR_OF_ITSELF" });
    expect(await say(one.id, other.id, randomUUID())).toEqual({ ok: false, code: "NOT_FOUND" });
    unwrap(await mergeTicket(as(carla), { ticketId: other.id, intoReference: one.reference }));
    expect(await say(one.id, other.id)).toEqual({ ok: false, code: "PAIR_MERGED" });
    expect(await say(other.id, one.id)).toEqual({ ok: false, code: "PAIR_MERGED" });
  });
});
