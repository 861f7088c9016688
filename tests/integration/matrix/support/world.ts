import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { saveDraft } from "@/lib/tickets/commands/drafts";
import { draftDataSchema } from "@/lib/tickets/schema";
import type { OpenedTicket, TicketStatus } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { PRODUCTS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { openInput, ticketRow } from "@/tests/support/factories";

/** What one cell of the matrix is about: a ticket, draft and product of one customer, made anew for each cell. */
export type World = {
  owner: CustomerActor;
  ticket: OpenedTicket;
  /** A ticket about the same, the owner's too. */
  likeness: OpenedTicket;
  text: { subject: string; body: string };
  product: { id: string };
  draft: { slot: string; body: string };
  /** What stands in the owner's draft now. */
  draftBody: () => Promise<string | undefined>;
  setStatus: (ticketId: string, status: TicketStatus) => Promise<void>;
  /** Makes the ticket, its likeness and a third one a matter that repeats. */
  linkThree: () => Promise<void>;
};

export async function makeWorld(owner: CustomerActor, status: TicketStatus = "new"): Promise<World> {
  const db = testDb();
  // The tickets of earlier cells are history: they fill no page, and no quota.
  await db.$executeRaw`UPDATE ticket SET status = 'closed', closed_at = '2020-01-01', created_at = '2020-01-01', updated_at = '2020-01-01' WHERE created_at > '2020-01-02'`;
  const { subject, body } = await openInput();
  const text = { subject, body };
  const [ticket, likeness] = [await ticketRow({ requester: owner, status, ...text }), await ticketRow({ requester: owner, ...text })];
  await db.$transaction(async (tx) => {
    for (const { id } of [ticket, likeness]) await indexTicket(tx, { id, ...text, now: NOON });
  });
  const draft = { slot: `reply:${randomUUID()}`, body: "A medias" };
  await saveDraft({ db, actor: owner, now: NOON }, { slot: draft.slot, data: { body: draft.body } });
  return {
    owner,
    ticket,
    likeness,
    text,
    product: owner.organizationId === PRODUCTS.acmeMail.organizationId ? PRODUCTS.acmeMail : PRODUCTS.globexHosting,
    draft,
    async draftBody() {
      const row = await db.ticketDraft.findUnique({ where: { userId_slot: { userId: owner.userId, slot: draft.slot } } });
      return row ? draftDataSchema.parse(row.data).body : undefined;
    },
    async linkThree() {
      const third = await ticketRow({ requester: owner });
      const ids = [ticket.id, likeness.id, third.id].sort();
      const pairs = [[ids[0]!, ids[1]!], [ids[0]!, ids[2]!], [ids[1]!, ids[2]!]] as const;
      const data = pairs.map(([lowerTicketId, higherTicketId]) => ({ lowerTicketId, higherTicketId, scoreMilli: 900, reasons: [], computedAt: toDate(NOON) }));
      await db.duplicateLink.createMany({ data });
    },
    async setStatus(ticketId, next) {
      await db.ticket.update({ where: { id: ticketId }, data: { status: next, closedAt: next === "closed" ? toDate(NOON) : null } });
    },
  };
}
