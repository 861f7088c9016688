import { randomUUID } from "node:crypto";
import { addNote } from "@/lib/tickets/commands/add-note";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changeDepartment } from "@/lib/tickets/commands/change-department";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { countCustomerTickets, findTicketForCustomer, listCustomerTickets, suggestDuplicates } from "@/lib/tickets/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { findTicketForStaff, searchTicketList } from "@/lib/tickets/staff-queries";
import type { CustomerThreadEntry, CustomerTicketView } from "@/lib/tickets/types";
import { eventsOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, departmentId, newTicket, underContract, unwrap } from "@/tests/support/factories";

useDatabase();

const SECRET = "ornitorrinco confidencial";
const LATER = at("2026-11-19T10:00");
const desk = { actor: carla, now: LATER };
const note = (ticketId: string, submissionKey: string = randomUUID()) => addNote({ ...desk, db: testDb() }, { ticketId, body: `El cliente es un ${SECRET}.`, submissionKey });

describe("an internal note", () => {
  it("is in the desk's thread, with who wrote it", async () => {
    const { id, reference } = await newTicket({ at: NOON });
    unwrap(await note(id));
    const view = await findTicketForStaff({ ...desk, db: testDb() }, reference);
    expect(view?.thread).toContainEqual(expect.objectContaining({ entry: "note", authorName: "Carla Ríos", isStaff: true, isOwn: true, html: expect.stringContaining(SECRET) }));
  });

  it("leaves no trace in anything that a customer can read", async () => {
    const ctx = { db: testDb(), actor: ana, now: LATER };
    const { id, reference } = await newTicket({ at: NOON });
    const read = async () => ({
      view: await findTicketForCustomer(ctx, reference),
      list: await listCustomerTickets(ctx, { filter: "all" }),
      found: await listCustomerTickets(ctx, { filter: "all", search: SECRET }),
      counts: await countCustomerTickets(ctx),
      options: await getNewTicketOptions(ctx),
      suggested: await suggestDuplicates(ctx, { subject: SECRET, body: `El cliente es un ${SECRET}.` }),
    });
    const before = await read();
    unwrap(await note(id));
    const after = await read();
    expect(after).toEqual(before); // not even the instant of the last change
    expect(JSON.stringify(after)).not.toContain("ornitorrinco");
    expect(JSON.stringify(after)).not.toContain('"note"');
  });

  it("moves neither the clock, nor the state, nor when the ticket was last changed", async () => {
    const { id } = await newTicket({ at: NOON });
    const before = { state: await ticketState(id), targets: await targetsOf(id) };
    unwrap(await note(id));
    expect({ state: await ticketState(id), targets: await targetsOf(id) }).toEqual(before);
    expect(await eventsOf(id)).toEqual(["ticket.opened by Ana Torres", "ticket.noted by Carla Ríos"]);
  });

  it("is not found by the desk's search either: only what customers and desk said to each other is indexed", async () => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await note(id));
    expect(await searchTicketList({ ...desk, db: testDb() }, { text: SECRET })).toEqual([]);
  });

  it("can be written on a closed ticket", async () => {
    const { id } = await closedTicket({ at: NOON });
    unwrap(await note(id));
  });

  it("sent twice is written once, also when five arrive at once", async () => {
    const { id } = await newTicket({ at: NOON });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => note(id, key)));
    expect(new Set(answers.map((answer) => unwrap(answer).noteId)).size).toBe(1);
    expect(await testDb().ticketNote.count({ where: { ticketId: id } })).toBe(1);
  });
});

describe("what the desk does among itself", () => {
  it("stays there: the customer's thread has neither assignments, nor priorities, nor departments", async () => {
    const ctx = { db: testDb(), now: LATER, actor: carla };
    const { id, reference } = await newTicket({ at: NOON });
    unwrap(await assignTicket(ctx, { ticketId: id, assigneeId: elena.userId }));
    await underContract(id);
    unwrap(await changePriority(ctx, { ticketId: id, priority: "high" }));
    unwrap(await changeDepartment(ctx, { ticketId: id, departmentId: await departmentId("desarrollo") }));
    const view = await findTicketForCustomer({ ...ctx, actor: ana }, reference);
    expect(view?.thread).toEqual([]);
    expect(JSON.stringify(view)).not.toContain("Elena");
  });
});

it("a note does not fit into a customer's view, by type", () => {
  // @ts-expect-error: "note" is no entry of a customer's thread
  const entry: CustomerThreadEntry = { entry: "note", id: "", authorName: "", isStaff: true, isOwn: false, html: "", createdAt: "" };
  const noNotes: "notes" extends keyof CustomerTicketView ? never : true = true;
  expect([entry.entry, noNotes]).toEqual(["note", true]);
});
