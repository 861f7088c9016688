import "server-only";
import { z } from "zod";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { findSentUnder } from "@/lib/drafts/sent";
import { hashOfInboundToken } from "@/lib/inbound/links";
import { INBOUND_VERDICTS, type InboundRow, type InboundVerdict, type InboundView } from "@/lib/inbound/types";
import { ownInbound, visibleInbound } from "@/lib/inbound/visibility";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { visibleTickets } from "@/lib/tickets/visibility";

/** `sentAs`: the ticket that the text became, or that it was sent into. */
export type OwnInbound = { subject: string; body: string; submissionKey: string; ticket: { id: string; reference: string } | null; sentAs: string | null };

/** What this person wrote by mail, by the link of its answer; null to everybody else, and once the link is past its time. */
export async function findOwnInbound({ db, actor, now }: Context<PersonActor>, { token }: { token: string }): Promise<OwnInbound | null> {
  const row = await db.inboundMail.findFirst({ where: { AND: [ownInbound(actor, now), { tokenHash: hashOfInboundToken(token) }] }, select: { subject: true, body: true, submissionKey: true, ticketId: true } });
  if (!row) return null;
  const { ticketId, ...own } = row;
  const ticket = ticketId === null ? null : await db.ticket.findFirst({ where: { AND: [visibleTickets(actor), { id: ticketId }] }, select: { id: true, reference: true } });
  const slots = [...(ticket ? [`reply:${ticket.id}`] : []), "new"];
  const sent = await Promise.all(slots.map((slot) => findSentUnder(db, { userId: actor.userId, slot, key: own.submissionKey })));
  return { ...own, ticket, sentAs: sent.find((reference) => reference !== null) ?? null };
}

const PAGE = 50;
const listed = { id: true, door: true, sender: true, subject: true, verdict: true, evidence: true, receivedAt: true } as const satisfies Prisma.InboundMailSelect;

/** What came in, newest first; to whoever may not see it, nothing. @param after the id of the last one of the page before */
export async function listInbound({ db, actor }: Context<Actor>, { verdict, after }: { verdict?: InboundVerdict; after?: string } = {}): Promise<{ items: InboundRow[]; next: string | null }> {
  const last = after && z.uuid().safeParse(after).success ? await db.inboundMail.findFirst({ where: { AND: [visibleInbound(actor), { id: after }] }, select: { id: true, receivedAt: true } }) : null;
  const beyond: Prisma.InboundMailWhereInput = last ? { OR: [{ receivedAt: { lt: last.receivedAt } }, { receivedAt: last.receivedAt, id: { lt: last.id } }] } : {};
  const rows = await db.inboundMail.findMany({ where: { AND: [visibleInbound(actor), beyond, verdict ? { verdict } : {}] }, orderBy: [{ receivedAt: "desc" }, { id: "desc" }], take: PAGE + 1, select: listed });
  return { items: rows.slice(0, PAGE).map(toRow), next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null };
}

/** How many of each verdict there are. */
export async function countInbound({ db, actor }: Context<Actor>): Promise<Record<InboundVerdict, number>> {
  const rows = await db.inboundMail.groupBy({ by: ["verdict"], where: visibleInbound(actor), _count: true });
  return Object.fromEntries(INBOUND_VERDICTS.map((verdict) => [verdict, rows.find((row) => row.verdict === verdict)?._count ?? 0])) as Record<InboundVerdict, number>;
}

export async function findInbound({ db, actor }: Context<Actor>, { inboundId }: { inboundId: string }): Promise<InboundView | null> {
  const row = await db.inboundMail.findFirst({
    where: { AND: [visibleInbound(actor), { id: inboundId }] },
    select: { ...listed, body: true, answerId: true, linkExpiresAt: true, user: { select: { name: true } }, ticket: { select: { reference: true } } },
  });
  if (!row) return null;
  const { body, answerId, linkExpiresAt, user, ticket, ...rest } = row;
  return { ...toRow(rest), body: hideSecrets(body), answerId, linkExpiresAt: linkExpiresAt?.toISOString() ?? null, personName: user?.name ?? null, ticketReference: ticket?.reference ?? null };
}

function toRow({ receivedAt, subject, ...row }: Prisma.InboundMailGetPayload<{ select: typeof listed }>): InboundRow {
  return { ...row, subject: hideSecrets(subject), receivedAt: receivedAt.toISOString() };
}
