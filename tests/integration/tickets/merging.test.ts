import { randomUUID } from "node:crypto";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { replyToTicket } from "@/lib/tickets/commands/reply-to-ticket";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { eventsOf, targetOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, andres, bruno, carla, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { answeredTicket, closedTicket, mergedTicket, newTicket, solvedTicket, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const LATER = at("2026-11-19T10:00");
const merge = (ticketId: string, intoReference: string, actor = carla) => mergeTicket({ db: testDb(), actor, now: LATER }, { ticketId, intoReference });

describe("a merge", () => {
  it("closes the duplicate, owes nothing on it any more, and leaves the survivor as it was", async () => {
    const survivor = await newTicket({ at: NOON });
    const duplicate = await newTicket({ at: NOON.add({ minutes: 30 }) });
    expect(await merge(duplicate.id, survivor.reference)).toEqual({ ok: true, data: { reference: survivor.reference } });
    expect(await ticketState(duplicate.id)).toMatchObject({ status: "closed", closedAt: "2026-11-19T10:00", mergedIntoId: survivor.id, nextDueAt: null });
    expect(await targetOf(duplicate.id, "first_response")).toMatchObject({ cancelledAt: "2026-11-19T10:00", fulfilledAt: null });
    expect(await ticketState(survivor.id)).toMatchObject({ status: "new", nextDueAt: "2026-11-25T15:00", mergedIntoId: null });
    expect((await eventsOf(duplicate.id)).at(-1)).toBe("ticket.merged by Carla Ríos");
    expect((await eventsOf(survivor.id)).at(-1)).toBe("ticket.absorbed by Carla Ríos");
  });

  it("keeps both histories and leads from the old reference to the survivor", async () => {
    const { merged, survivor } = await mergedTicket({ at: NOON });
    const seen = await findTicketForCustomer({ db: testDb(), actor: ana, now: LATER }, merged.reference);
    expect(seen).toMatchObject({ reference: merged.reference, status: "closed", mergedInto: { reference: survivor.reference } });
    const staff = await findTicketForStaff({ db: testDb(), actor: carla, now: LATER }, survivor.reference);
    expect(staff?.mergedFrom.map((each) => each.reference)).toEqual([merged.reference]);
    const sentence = staff?.thread.find((entry) => entry.entry === "event" && entry.type === "ticket.absorbed");
    expect(sentence).toMatchObject({ data: { from: merged.reference } });
  });

  it("takes the reference as people write it", async () => {
    const survivor = await newTicket({ at: NOON });
    const duplicate = await newTicket({ at: NOON });
    unwrap(await merge(duplicate.id, ` ${survivor.reference.toLowerCase()} `));
    expect(await ticketState(duplicate.id)).toMatchObject({ mergedIntoId: survivor.id });
  });

  it("joins tickets of two people of one organization", async () => {
    const survivor = await newTicket({ by: andres, at: NOON });
    const duplicate = await newTicket({ by: ana, at: NOON });
    unwrap(await merge(duplicate.id, survivor.reference));
  });

  it("joins tickets of one person without an organization", async () => {
    const alone = { ...ana, organizationId: null, isManager: false };
    const survivor = await ticketRow({ requester: alone });
    const duplicate = await ticketRow({ requester: alone });
    unwrap(await merge(duplicate.id, survivor.reference));
  });

  it("tells a member nothing of a colleague's ticket that the own one was merged into", async () => {
    const survivor = await newTicket({ by: ana, at: NOON, subject: "El asunto de Ana" });
    const duplicate = await newTicket({ by: andres, at: NOON });
    unwrap(await merge(duplicate.id, survivor.reference));
    const hisCtx = { db: testDb(), actor: andres, now: LATER };
    const seen = await findTicketForCustomer(hisCtx, duplicate.reference);
    expect(seen).toMatchObject({ status: "closed", mergedInto: null });
    expect(JSON.stringify(seen)).not.toContain("El asunto de Ana");
    expect(JSON.stringify(seen)).not.toContain(survivor.reference);
    expect(JSON.stringify(seen)).not.toContain(survivor.id);
    expect(await replyToTicket(hisCtx, { ticketId: duplicate.id, body: "¿Y?", submissionKey: randomUUID() })).toEqual({ ok: false, code: "TICKET_CLOSED" });
  });
});

describe("refused", () => {
  it("MERGE_OTHER_ORGANIZATION: it would show one customer what another wrote", async () => {
    const hers = await newTicket({ by: ana, at: NOON });
    const his = await newTicket({ by: bruno, at: NOON });
    expect(await merge(hers.id, his.reference)).toEqual({ ok: false, code: "MERGE_OTHER_ORGANIZATION" });
    expect(await ticketState(hers.id)).toMatchObject({ status: "new", mergedIntoId: null });
  });

  it("MERGE_OTHER_ORGANIZATION: two people without an organization have none in common", async () => {
    const hers = await ticketRow({ requester: { ...ana, organizationId: null } });
    const his = await ticketRow({ requester: { ...bruno, organizationId: null } });
    expect(await merge(hers.id, his.reference)).toMatchObject({ code: "MERGE_OTHER_ORGANIZATION" });
  });

  it("MERGE_INTO_ITSELF", async () => {
    const { id, reference } = await newTicket({ at: NOON });
    expect(await merge(id, reference)).toEqual({ ok: false, code: "MERGE_INTO_ITSELF" });
  });

  it("MERGE_TARGET_NOT_FOUND: no reference, or nobody's", async () => {
    const { id } = await newTicket({ at: NOON });
    expect(await merge(id, "no es una clave")).toEqual({ ok: false, code: "MERGE_TARGET_NOT_FOUND" });
    expect(await merge(id, "IMP-0000-0000")).toEqual({ ok: false, code: "MERGE_TARGET_NOT_FOUND" });
  });

  it.each([["closed", closedTicket], ["solved", solvedTicket]])("MERGE_TARGET_CLOSED: into a ticket that is %s", async (_state, make) => {
    const { id } = await newTicket({ at: NOON });
    const survivor = await make({ at: NOON });
    expect(await merge(id, survivor.reference)).toEqual({ ok: false, code: "MERGE_TARGET_CLOSED", details: { reference: survivor.reference } });
  });

  it("TICKET_CLOSED and TICKET_MERGED: what is over is not merged", async () => {
    const target = await answeredTicket({ at: NOON });
    const closed = await closedTicket({ at: NOON });
    expect(await merge(closed.id, target.reference)).toEqual({ ok: false, code: "TICKET_CLOSED" });
    const { merged, survivor } = await mergedTicket({ at: NOON });
    expect(await merge(merged.id, target.reference)).toEqual({ ok: false, code: "TICKET_MERGED", details: { reference: survivor.reference } });
  });

  it("NOT_FOUND: a duplicate that does not exist", async () => {
    const target = await newTicket({ at: NOON });
    expect(await merge(randomUUID(), target.reference)).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});

describe("two at once", () => {
  it("crossing merges do not wait for each other for ever: one is done, the other refused", async () => {
    for (let round = 0; round < 8; round += 1) {
      const a = await ticketRow();
      const b = await ticketRow();
      const answers = await Promise.all([merge(a.id, b.reference, carla), merge(b.id, a.reference, elena)]);
      expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: expect.stringMatching(/^(TICKET_MERGED|MERGE_TARGET_CLOSED)$/) });
      expect(await testDb().ticket.count({ where: { id: { in: [a.id, b.id] }, status: "closed" } })).toBe(1);
    }
  });

  it("a ring of three merges leaves at least one ticket alive", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, c] = [await ticketRow(), await ticketRow(), await ticketRow()];
      await Promise.all([merge(a.id, b.reference), merge(b.id, c.reference), merge(c.id, a.reference)]);
      expect(await testDb().ticket.count({ where: { id: { in: [a.id, b.id, c.id] }, status: "new" } })).toBeGreaterThanOrEqual(1);
    }
  });

  it("one ticket into two survivors goes into one of them", async () => {
    const [duplicate, one, other] = [await ticketRow(), await ticketRow(), await ticketRow()];
    const answers = await Promise.all([merge(duplicate.id, one.reference), merge(duplicate.id, other.reference)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: "TICKET_MERGED" });
    expect((await eventsOf(duplicate.id)).filter((event) => event.startsWith("ticket.merged"))).toHaveLength(1);
  });
});
