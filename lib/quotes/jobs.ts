import "server-only";
import { z } from "zod";
import type { SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { defineJob } from "@/lib/jobs/definitions";
import { closeQuote, lockVisibleQuote, resumeWork } from "@/lib/quotes/quote-record";
import { isPastValidity } from "@/lib/quotes/states";
import { updateTicket } from "@/lib/tickets/record";
import { toDate, toInstant } from "@/lib/time/instants";

const BATCH = 200;

/**
 * Notes that sent quotes are past their end, which they have been since that instant whatever this job does, so that the desk goes on; and
 * withdraws those whose ticket was closed or merged meanwhile.
 */
export const expireQuotesJob = defineJob({
  name: "quotes.expire",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run(ctx) {
    const due = await ctx.db.quote.findMany({
      where: { state: "sent", OR: [{ validUntil: { lt: toDate(ctx.now) } }, { ticket: { status: "closed" } }] },
      orderBy: { validUntil: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) await ctx.db.$transaction((tx) => endQuote(tx, ctx, id));
  },
});

async function endQuote(tx: Tx, { actor, now }: Pick<Context<SystemActor>, "actor" | "now">, quoteId: string): Promise<void> {
  const locked = await lockVisibleQuote(tx, actor, quoteId);
  // Somebody may have answered since the list was read.
  if (locked?.quote.state !== "sent") return;
  const { quote, ticket } = locked;
  const isPast = isPastValidity(toInstant(quote.validUntil), now);
  if (!isPast && ticket.status !== "closed") return;
  await closeQuote(tx, { quote, ticketId: ticket.id, state: isPast ? "expired" : "withdrawn", actor, now });
  if (ticket.status !== "closed") await updateTicket(tx, ticket, { status: await resumeWork(tx, ticket, now) }, now);
}
