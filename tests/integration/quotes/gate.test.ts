import { randomUUID } from "node:crypto";
import { authoriseEventQuote } from "@/lib/quotes/commands/decide-quote";
import { changeService } from "@/lib/tickets/commands/change-service";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { mergeTicket } from "@/lib/tickets/commands/merge-ticket";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { ana, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";
import { authorisedQuote, draftQuote, eventAnswer, ORIGIN, publishedCard, sentQuote } from "@/tests/support/quotes";

useDatabase();

beforeAll(async () => {
  await publishedCard();
});

const desk = () => ({ db: testDb(), actor: carla, now: NOON });
const solve = async (ticketId: string) => {
  const replied = await staffReply(desk(), { ticketId, body: "Quedó.", submissionKey: randomUUID(), next: "solved" });
  const moved = await changeStatus(desk(), { ticketId, move: "solve" });
  return [replied.ok ? "ok" : replied.code, moved.ok ? "ok" : moved.code];
};
const paidTicket = async () => {
  const ticket = await newTicket();
  unwrap(await changeService(desk(), { ticketId: ticket.id, service: "paid" }));
  return ticket;
};

describe("a paid ticket", () => {
  it("is not marked as attended before its quote is authorised, by neither door", async () => {
    const ticket = await paidTicket();
    expect(await solve(ticket.id)).toEqual(["QUOTE_NEEDED", "QUOTE_NEEDED"]);
    await draftQuote({ ticket });
    expect(await solve(ticket.id)).toEqual(["QUOTE_NOT_SENT", "QUOTE_NOT_SENT"]);
    const draft = await testDb().quote.findFirstOrThrow({ where: { ticketId: ticket.id } });
    await testDb().quote.delete({ where: { id: draft.id } });
    const quote = await sentQuote({ ticket });
    expect(await solve(ticket.id)).toEqual(["QUOTE_AWAITS_CUSTOMER", "QUOTE_AWAITS_CUSTOMER"]);
    expect(await testDb().ticketMessage.count({ where: { ticketId: ticket.id } })).toBe(0);
    unwrap(await authoriseEventQuote({ db: testDb(), actor: ana, now: NOON }, eventAnswer(quote), ORIGIN));
    expect((await solve(ticket.id))[0]).toBe("ok");
  });

  it("is not merged away with what was quoted or authorised in it", async () => {
    const into = await newTicket();
    const merge = async (ticketId: string) => {
      const merged = await mergeTicket(desk(), { ticketId, intoReference: into.reference });
      return merged.ok ? "ok" : merged.code;
    };
    expect([await merge((await sentQuote()).ticket.id), await merge((await authorisedQuote()).ticket.id), await merge((await paidTicket()).id)]).toEqual(["QUOTE_AWAITS_CUSTOMER", "ALREADY_AUTHORISED", "ok"]);
  });

  it("can be closed without being attended", async () => {
    unwrap(await closeTicket(desk(), { ticketId: (await paidTicket()).id }));
  });

  it("stays the customer's turn when their question about the quote is answered", async () => {
    const { ticket } = await sentQuote();
    unwrap(await staffReply(desk(), { ticketId: ticket.id, body: "Incluye la revisión.", submissionKey: randomUUID(), next: "open" }));
    expect((await testDb().ticket.findUniqueOrThrow({ where: { id: ticket.id } })).status).toBe("pending");
  });

  it("is a free one again only while nothing was sent or authorised", async () => {
    const free = async (ticketId: string) => {
      const changed = await changeService(desk(), { ticketId, service: "free" });
      return changed.ok ? "ok" : changed.code;
    };
    const ticket = await paidTicket();
    expect(await free(ticket.id)).toBe("ok");
    expect((await solve(ticket.id))[0]).toBe("ok");
    expect(await free((await sentQuote()).ticket.id)).toBe("QUOTE_AWAITS_CUSTOMER");
    expect(await free((await authorisedQuote()).ticket.id)).toBe("ALREADY_AUTHORISED");
    const events = await testDb().ticketEvent.findMany({ where: { ticketId: ticket.id, type: { startsWith: "ticket.marked" } }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["ticket.marked-paid", "ticket.marked-free"]);
  });
});
