import { randomUUID } from "node:crypto";
import { openTicketSchema, openTicketsSchema } from "@/lib/tickets/schema";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { openTickets } from "@/lib/tickets/commands/open-tickets";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { ana, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, openInput } from "@/tests/support/factories";

useDatabase();

const told = {
  page: "https://tienda.example/pago",
  browser: "Firefox 142 · Windows",
  screenWidth: 1920,
  screenHeight: 1080,
  windowWidth: 1200,
  windowHeight: 800,
  timeZone: "America/Tijuana",
  at: "2026-11-18T19:40:00.000Z",
};

async function opened(environment: string | undefined): Promise<string> {
  const input = openTicketSchema.parse({ ...(await openInput()), environment });
  const { reference } = await newTicket({ ...input });
  return reference;
}

it("is kept as data when the customer agreed, and shown to the requester and the desk, to nobody else", async () => {
  const reference = await opened(JSON.stringify({ ...told, page: `${told.page}?token=abc` }));
  const ctx = { db: testDb(), now: NOON };
  expect((await findTicketForCustomer({ ...ctx, actor: ana }, reference))?.environment).toEqual(told);
  expect((await findTicketForStaff({ ...ctx, actor: carla }, reference))?.environment).toEqual(told);
  expect(await findTicketForCustomer({ ...ctx, actor: bruno }, reference)).toBeNull();
});

it("is nothing when the customer did not", async () => {
  const reference = await opened(undefined);
  expect((await findTicketForCustomer({ db: testDb(), now: NOON, actor: ana }, reference))?.environment).toBeNull();
});

it("keeps no empty page, and one row for a form that is sent twice", async () => {
  const input = openTicketSchema.parse({ ...(await openInput()), environment: JSON.stringify({ ...told, page: "" }) });
  const { id } = await newTicket({ ...input });
  const again = await openTicket({ db: testDb(), now: NOON, actor: ana }, input);
  expect(again).toMatchObject({ ok: true, data: { id } });
  expect(await testDb().ticketEnvironment.findMany({ where: { ticketId: id }, select: { page: true } })).toEqual([{ page: null }]);
});

it("goes with each ticket of a message that was split", async () => {
  const tickets = [await openInput(), await openInput()].map(({ environment: _none, search: _one, formSearch: _other, ...ticket }) => ticket);
  const input = openTicketsSchema.parse({ submissionKey: randomUUID(), tickets, environment: JSON.stringify(told) });
  const sent = await openTickets({ db: testDb(), now: NOON, actor: ana }, input);
  const ids = sent.ok ? sent.data.map(({ id }) => id) : [];
  expect(await testDb().ticketEnvironment.count({ where: { ticketId: { in: ids } } })).toBe(2);
});

it("never holds a query, whoever writes it", async () => {
  const { id } = await newTicket();
  const row = { ...told, ticketId: id, page: "https://tienda.example/?token=abc", at: new Date(told.at) };
  await expect(testDb().ticketEnvironment.create({ data: row })).rejects.toThrow(/ticket_environment_page_bare/);
});
