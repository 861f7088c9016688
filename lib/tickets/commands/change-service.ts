import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { readPaidWork } from "@/lib/billing/paid-work";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { writePriority } from "@/lib/tickets/priority";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import type { ServiceInput } from "@/lib/tickets/schema";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "QUOTE_AWAITS_CUSTOMER" | "ALREADY_AUTHORISED";

/** The matter needs a paid service, or turns out to need none: the first waits for its authorisation, the second for nobody's. */
export function changeService({ db, actor, now }: Context<StaffActor>, input: ServiceInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    const isPaid = input.service === "paid";
    const work = await readPaidWork(tx, ticket.id);
    if (work.isPaid === isPaid) return ok({ reference: ticket.reference });
    // What was sent or authorised stands: it is withdrawn or settled first.
    if (work.openQuote === "sent") return refuse("QUOTE_AWAITS_CUSTOMER");
    if (work.authorisation !== "none") return refuse("ALREADY_AUTHORISED");

    await recordTicketEvent(tx, { ticketId: ticket.id, type: isPaid ? "ticket.marked-paid" : "ticket.marked-free", data: {}, actor, at: now });
    // Alta was for what was paid.
    if (!isPaid) await writePriority(tx, { ticket, priority: ticket.priority === "high" ? "medium" : ticket.priority, actor, at: now });
    await updateTicket(tx, ticket, isPaid ? { isPaid } : { isPaid, contractId: null }, now);
    return ok({ reference: ticket.reference });
  });
}
