import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { writeSealed } from "@/lib/secrets/sealed-values";
import { draftDataSchema } from "@/lib/drafts/schema";
import type { OpenedTicket, TicketStatus } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";
import { PRODUCTS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb } from "@/tests/support/db";
import { keepDraft, openInput, ticketRow } from "@/tests/support/factories";

/** What one cell of the matrix is about: a ticket, draft and product of one customer, made anew for each cell. */
export type World = {
  owner: CustomerActor;
  ticket: OpenedTicket;
  /** A ticket about the same, the owner's too. */
  likeness: OpenedTicket;
  text: { subject: string; body: string };
  product: { id: string };
  draft: { slot: string; body: string; version: string };
  /** An article, and a form of the owner beside which it may be seen. */
  article: { id: string; submissionKey: string };
  /** What is kept of it for the owner. */
  articleOfOwner: () => Promise<{ isThere: boolean; isOpened: boolean }>;
  /** What stands in the owner's draft now. */
  draftBody: () => Promise<string | undefined>;
  setStatus: (ticketId: string, status: TicketStatus) => Promise<void>;
  /** Makes the ticket and its likeness parts of one message. @returns the batch */
  sendTogether: () => Promise<string>;
  /** Seals something in the ticket. */
  sealedId: () => Promise<string>;
  /** Makes the ticket, its likeness and a third one a matter that repeats. */
  linkThree: () => Promise<void>;
};

export async function makeWorld(owner: CustomerActor, status: TicketStatus = "new"): Promise<World> {
  const db = testDb();
  // The tickets of earlier cells are history: they fill no page, and no quota.
  await db.$executeRaw`UPDATE ticket SET status = 'closed', closed_at = '2020-01-01', created_at = '2020-01-01', updated_at = '2020-01-01' WHERE created_at > '2020-01-02'`;
  await db.ticketDraft.deleteMany({ where: { userId: owner.userId } });
  const { subject, body } = await openInput();
  const text = { subject, body };
  const [ticket, likeness] = [await ticketRow({ requester: owner, status, ...text }), await ticketRow({ requester: owner, ...text })];
  await db.$transaction(async (tx) => {
    for (const { id } of [ticket, likeness]) await indexTicket(tx, { id, ...text, now: NOON });
  });
  const begun = { slot: `reply:${ticket.id}`, body: `A medias ${randomUUID()}` };
  const version = await keepDraft({ db, actor: owner, now: NOON }, { slot: begun.slot, data: { body: begun.body } });
  if (!version) throw new Error("a draft with a text has a version");
  const draft = { ...begun, version };
  const article = { id: await publishedArticle(), submissionKey: randomUUID() };
  return {
    owner,
    ticket,
    likeness,
    text,
    product: owner.organizationId === PRODUCTS.acmeMail.organizationId ? PRODUCTS.acmeMail : PRODUCTS.globexHosting,
    draft,
    article,
    async articleOfOwner() {
      const row = await db.ticketArticle.findFirst({ where: { userId: owner.userId, submissionKey: article.submissionKey, articleId: article.id } });
      return { isThere: row !== null, isOpened: Boolean(row?.openedAt) };
    },
    async draftBody() {
      const row = await db.ticketDraft.findUnique({ where: { userId_slot: { userId: owner.userId, slot: draft.slot } } });
      return row ? draftDataSchema.parse(row.data).body : undefined;
    },
    async sendTogether() {
      const { id } = await db.ticketBatch.create({ data: { requesterId: owner.userId, submissionKey: randomUUID(), createdAt: toDate(NOON) } });
      for (const [batchPosition, each] of [ticket, likeness].entries()) await db.ticket.update({ where: { id: each.id }, data: { batchId: id, batchPosition } });
      return id;
    },
    async sealedId() {
      await db.$transaction((tx) =>
        writeSealed(tx, { ticketId: ticket.id, messageId: null, authorId: owner.userId, sealed: [{ mark: "🔒 dato sellado", kind: "password", value: "Secreto-1" }], at: NOON }),
      );
      return (await db.sealedValue.findFirstOrThrow({ where: { ticketId: ticket.id }, select: { id: true } })).id;
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

async function publishedArticle(): Promise<string> {
  const db = testDb();
  const category = await db.kbCategory.upsert({ where: { slug: "matriz" }, create: { slug: "matriz", name: "Matriz", description: "", position: 99 }, update: {}, select: { id: true } });
  const data = { slug: "articulo-de-la-matriz", categoryId: category.id, status: "published" as const, title: "Un artículo", summary: "", body: "Texto", tags: [], publishedAt: toDate(NOON), updatedAt: toDate(NOON) };
  return (await db.article.upsert({ where: { slug: data.slug }, create: data, update: {}, select: { id: true } })).id;
}
