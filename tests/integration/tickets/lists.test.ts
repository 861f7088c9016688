import { randomUUID } from "node:crypto";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { countCustomerTickets, listCustomerTickets } from "@/lib/tickets/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { countQueues, listAssignees, listDepartments, listQueue, searchTicketList } from "@/lib/tickets/staff-queries";
import type { Page, QueueName, TicketListItem } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { ana, andres, bruno, carla, elena, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, departmentId, newTicket, pendingTicket, solvedTicket, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const desk = { actor: carla, now: NOON };
const queue = (name: QueueName, more: { departmentId?: string; cursor?: string } = {}) => listQueue({ ...desk, db: testDb() }, { queue: name, ...more });
const subjects = (page: Page<TicketListItem>) => page.items.map((item) => item.subject);

/** History cannot be deleted, so each test puts the tickets of those before it out of sight: closed, and long ago. */
beforeEach(() => testDb().$executeRaw`UPDATE ticket SET status = 'closed', closed_at = COALESCE(closed_at, now()), next_due_at = NULL, created_at = '2020-01-01', updated_at = '2020-01-01'`);

describe("a live queue", () => {
  it("is ordered by what burns: the earliest date first, what owes nothing last", async () => {
    await ticketRow({ subject: "nada", nextDueAt: null });
    await ticketRow({ subject: "mañana", nextDueAt: toDate(at("2026-11-19T10:00")) });
    await ticketRow({ subject: "vencido", nextDueAt: toDate(at("2026-11-17T10:00")) });
    await ticketRow({ subject: "hoy", nextDueAt: toDate(at("2026-11-18T17:00")) });
    expect(subjects(await queue("all"))).toEqual(["vencido", "hoy", "mañana", "nada"]);
  });

  it("holds what its name says", async () => {
    const soon = toDate(NOON.add({ hours: 23 }));
    const late = toDate(NOON.add({ hours: 25 }));
    await ticketRow({ subject: "nuevo", nextDueAt: soon });
    await ticketRow({ subject: "abierto", status: "open", assigneeId: carla.userId, nextDueAt: late });
    await ticketRow({ subject: "pendiente", status: "pending", assigneeId: elena.userId });
    await ticketRow({ subject: "espera", status: "on_hold", assigneeId: carla.userId });
    await ticketRow({ subject: "pospuesto", status: "open", assigneeId: carla.userId, nextDueAt: soon, snoozedUntil: late, snoozedById: carla.userId });
    await ticketRow({ subject: "resuelto", status: "solved" });
    await ticketRow({ subject: "cerrado", status: "closed", updatedAt: toDate(NOON) });
    const held = async (name: QueueName) => subjects(await queue(name)).sort();
    expect(await held("unassigned")).toEqual(["nuevo"]);
    expect(await held("mine")).toEqual(["abierto", "espera"]);
    expect(await held("due")).toEqual(["nuevo", "pospuesto"]);
    expect(await held("open")).toEqual(["abierto", "nuevo"]);
    expect(await held("pending")).toEqual(["pendiente"]);
    expect(await held("on_hold")).toEqual(["espera"]);
    expect(await held("snoozed")).toEqual(["pospuesto"]);
    expect(await held("all")).toEqual(["abierto", "espera", "nuevo", "pendiente", "pospuesto"]);
    expect(await held("solved")).toEqual(["resuelto"]);
    expect((await held("closed")).filter((subject) => subject === "cerrado")).toEqual(["cerrado"]);

    const { queues, departments } = await countQueues({ ...desk, db: testDb() });
    expect(queues).toEqual({ unassigned: 1, mine: 2, due: 2, open: 2, pending: 1, on_hold: 1, snoozed: 1 });
    expect(departments.filter((each) => each.live > 0)).toEqual([expect.objectContaining({ slug: "soporte-tecnico", live: 5, overdue: 0 })]);
  });

  it("shows one department, and counts its overdue tickets", async () => {
    const facturacion = await departmentId("facturacion");
    await ticketRow({ subject: "otro" });
    await ticketRow({ subject: "suyo", departmentId: facturacion, nextDueAt: toDate(at("2026-11-18T11:59")) });
    expect(subjects(await queue("all", { departmentId: facturacion }))).toEqual(["suyo"]);
    const { departments } = await countQueues({ ...desk, db: testDb() });
    expect(departments.find((each) => each.slug === "facturacion")).toMatchObject({ live: 1, overdue: 1 });
  });

  it("pages by fifty without losing or repeating one, also among those with the same date or none", async () => {
    const same = toDate(at("2026-11-19T10:00"));
    for (let i = 0; i < 120; i += 1) await ticketRow({ subject: String(i), nextDueAt: i % 3 === 0 ? null : same });
    const seen: string[] = [];
    let cursor: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await queue("all", cursor ? { cursor } : {});
      seen.push(...subjects(page));
      sizes.push(page.items.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
  });

  it("takes a cursor that is not ours for none", async () => {
    await ticketRow({ subject: "uno" });
    expect(subjects(await queue("all", { cursor: "';DROP TABLE ticket" }))).toEqual(["uno"]);
  });
});

describe("history", () => {
  it("is ordered by its last change, newest first, and pages by fifty", async () => {
    for (let i = 0; i < 51; i += 1) await ticketRow({ subject: String(i), status: "solved", updatedAt: toDate(NOON.add({ minutes: i })) });
    const first = await queue("solved");
    expect(subjects(first).slice(0, 2)).toEqual(["50", "49"]);
    expect(subjects(await queue("solved", { cursor: first.nextCursor! }))).toEqual(["0"]);
  });
});

describe("the customer's list", () => {
  const hers = { actor: ana, now: NOON };
  const list = (filter: "all" | "live" | "waiting" | "done", more: { search?: string; cursor?: string } = {}) => listCustomerTickets({ ...hers, db: testDb() }, { filter, ...more });

  it("is filtered by whose turn it is and by what is done", async () => {
    const fresh = await newTicket({ at: NOON });
    const pending = await pendingTicket({ at: NOON });
    const solved = await solvedTicket({ at: NOON });
    const closed = await closedTicket({ at: NOON });
    const mine = [fresh, pending, solved, closed].map((ticket) => ticket.reference);
    const references = async (filter: "all" | "live" | "waiting" | "done") => (await list(filter)).items.map((item) => item.reference).filter((reference) => mine.includes(reference)).sort();
    expect(await references("live")).toEqual([fresh.reference, pending.reference].sort());
    expect(await references("waiting")).toEqual([pending.reference]);
    expect(await references("done")).toEqual([solved.reference, closed.reference].sort());
    expect(await references("all")).toEqual([...mine].sort());
    expect(await countCustomerTickets({ ...hers, db: testDb() })).toMatchObject({ live: 2, waiting: 1 });
  });

  it("pages by twenty-five, newest change first", async () => {
    for (let i = 0; i < 30; i += 1) await ticketRow({ subject: String(i), updatedAt: toDate(NOON.add({ minutes: i })) });
    const first = await list("live");
    expect(subjects(first).slice(0, 2)).toEqual(["29", "28"]);
    expect(first.items).toHaveLength(25);
    expect(subjects(await list("live", { cursor: first.nextCursor! }))).toEqual(["4", "3", "2", "1", "0"]);
  });

  it("finds by words within the filter, best first, in what she may see alone", async () => {
    const hit = await newTicket({ at: NOON, subject: "El certificado SSL venció", body: "Sale un aviso en la tienda." });
    await newTicket({ at: NOON, by: bruno, subject: "Mi certificado SSL también venció", body: "Igual." });
    expect((await list("all", { search: "certificados" })).items.map((item) => item.reference)).toEqual([hit.reference]);
    expect((await list("done", { search: "certificados" })).items).toEqual([]);
  });

  it("marks as unread what the desk wrote since it was last opened, for each reader", async () => {
    const ticket = await newTicket({ at: NOON, by: andres });
    const isUnread = async (actor: typeof ana) => (await listCustomerTickets({ db: testDb(), actor, now: NOON }, { filter: "all" })).items.find((item) => item.id === ticket.id)?.isUnread;
    expect(await isUnread(andres)).toBe(false);
    unwrap(await staffReply({ ...desk, db: testDb(), now: at("2026-11-18T13:00") }, { ticketId: ticket.id, body: "Ya.", submissionKey: randomUUID(), next: "open" }));
    expect(await isUnread(andres)).toBe(true);
    unwrap(await markTicketRead({ db: testDb(), actor: andres, now: at("2026-11-18T13:05") }, { ticketId: ticket.id }));
    expect([await isUnread(andres), await isUnread(ana)]).toEqual([false, true]);

    // For the desk it is the other way round.
    const deskSees = async () => (await queue("all")).items.find((item) => item.id === ticket.id)?.isUnread;
    unwrap(await markTicketRead({ ...desk, db: testDb(), now: at("2026-11-18T13:10") }, { ticketId: ticket.id }));
    expect(await deskSees()).toBe(false);
    unwrap(await replyToTicket({ db: testDb(), actor: andres, now: at("2026-11-18T14:00") }, { ticketId: ticket.id, body: "Gracias.", submissionKey: randomUUID() }));
    expect(await deskSees()).toBe(true);
  });
});

describe("what a form offers", () => {
  it("the customer: departments that take tickets, products of the organization, the priorities allowed with their promise", async () => {
    const options = await getNewTicketOptions({ db: testDb(), actor: ana, now: NOON });
    expect(options.departments.map((each) => each.slug)).toEqual(["soporte-tecnico", "dominios-y-hosting", "correo-electronico", "facturacion", "desarrollo", "softlik"]);
    expect(options.products).toEqual([{ id: PRODUCTS.acmeMail.id, name: PRODUCTS.acmeMail.name, kind: "email", standing: { kind: "in_force", until: null }, hasEnded: false }]);
    expect(options.priorities).toEqual([
      { priority: "low", minutes: 4320, clock: "business-hours" },
      { priority: "medium", minutes: 2880, clock: "business-hours" },
    ]);
  });

  it("the desk: who may have a ticket, without the suspended", async () => {
    await testDb().user.create({ data: { email: "antes2@impera.example", name: "Antes", role: "agent", suspendedAt: new Date() } });
    expect((await listAssignees({ ...desk, db: testDb() })).map((each) => each.name)).toEqual(["Carla Ríos", "Diego Mora", "Elena Cruz"]);
    expect((await listDepartments({ db: testDb() })).map((each) => each.slug)).toHaveLength(6);
  });

  it("the desk's search finds by reference, however it is typed, and by words", async () => {
    const ticket = await newTicket({ at: NOON, subject: "La impresora de etiquetas", body: "No imprime." });
    const search = async (text: string) => (await searchTicketList({ ...desk, db: testDb() }, { text })).map((item) => item.reference);
    expect(await search(ticket.reference)).toEqual([ticket.reference]);
    expect(await search(ticket.reference.toLowerCase())).toEqual([ticket.reference]);
    expect(await search("impresoras")).toEqual([ticket.reference]);
  });
});
