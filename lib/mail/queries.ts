import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { canSeeOutbox } from "@/lib/mail/policy";
import { MAIL_STATES, type MailState, type MailView } from "@/lib/mail/types";

const PAGE = 50;
const NONE = { id: { in: [] } } satisfies Prisma.MailMessageWhereInput;

const listed = { id: true, state: true, address: true, recipientName: true, subject: true, attempts: true, createdAt: true, user: { select: { name: true, email: true } } } as const satisfies Prisma.MailMessageSelect;

export type MailRow = { id: string; state: MailState; name: string; address: string; subject: string; attempts: number; createdAt: string };

function visibleMail(actor: Actor): Prisma.MailMessageWhereInput {
  return canSeeOutbox(actor) ? {} : NONE;
}

/** The outbox, newest first; to whoever may not see it, an empty one. @param after the id of the last one of the page before */
export async function listMail({ db, actor }: Context<Actor>, { state, after }: { state?: MailState; after?: string } = {}): Promise<{ items: MailRow[]; next: string | null }> {
  const last = after && z.uuid().safeParse(after).success ? await db.mailMessage.findFirst({ where: { AND: [visibleMail(actor), { id: after }] }, select: { id: true, createdAt: true } }) : null;
  const beyond: Prisma.MailMessageWhereInput = last ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] } : {};
  const rows = await db.mailMessage.findMany({ where: { AND: [visibleMail(actor), beyond, state ? { state } : {}] }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: PAGE + 1, select: listed });
  const page = rows.slice(0, PAGE);
  return {
    items: page.map(({ user, createdAt, address, recipientName, ...row }) => ({ ...row, ...readerOf({ user, address, recipientName }), createdAt: createdAt.toISOString() })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** How many messages are in each state. */
export async function countMail({ db, actor }: Context<Actor>): Promise<Record<MailState, number>> {
  const rows = await db.mailMessage.groupBy({ by: ["state"], where: visibleMail(actor), _count: true });
  return Object.fromEntries(MAIL_STATES.map((state) => [state, rows.find((row) => row.state === state)?._count ?? 0])) as Record<MailState, number>;
}

export async function findMail({ db, actor }: Context<Actor>, { mailId }: { mailId: string }): Promise<MailView | null> {
  const row = await db.mailMessage.findFirst({
    where: { AND: [visibleMail(actor), { id: mailId }] },
    select: { ...listed, sentAt: true, messageKey: true, bodyText: true, bodyHtml: true, nextAttemptAt: true, handedOverAt: true, answer: true },
  });
  if (!row) return null;
  const { user, createdAt, sentAt, nextAttemptAt, handedOverAt, address, recipientName, ...rest } = row;
  return {
    ...rest,
    ...readerOf({ user, address, recipientName }),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextAttemptAt: rest.state === "waiting" ? nextAttemptAt.toISOString() : null,
    mayHaveArrived: handedOverAt !== null,
  };
}

/** To whom it goes: the person as they are now, or whoever it was written to. */
function readerOf({ user, address, recipientName }: { user: { name: string; email: string } | null; address: string; recipientName: string }): { name: string; address: string } {
  return { name: user?.name ?? recipientName, address: address || (user?.email ?? "") };
}
