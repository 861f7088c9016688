import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { knowledgeHref } from "@/lib/kb/addresses";
import type { KnowledgeKind } from "@/lib/kb/search-types";
import { audiencesOf, type Audience } from "@/lib/kb/audience";
import { readableArticles } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";
import type { RecordOpenedArticleInput } from "@/lib/tickets/schema";
import type { SeenArticleView } from "@/lib/tickets/types";
import { toDate } from "@/lib/time/instants";

type Shown = { id: string; kind: KnowledgeKind };

/**
 * Keeps what stands beside a form now, in its order, and what was opened before; what was shown for a moment while one typed is not kept. The
 * form may have been sent meanwhile: then it is its ticket's.
 */
export async function recordShownArticles({ db, actor, now }: Context<CustomerActor>, { submissionKey, shown }: { submissionKey: string; shown: readonly Shown[] }): Promise<void> {
  const form = { userId: actor.userId, submissionKey };
  const idsOf = (kind: KnowledgeKind) => shown.filter((each) => each.kind === kind).map((each) => each.id);
  await db.$transaction(async (tx) => {
    await lockForm(tx, submissionKey);
    await tx.ticketArticle.deleteMany({
      where: { ...form, openedAt: null, ticketId: null, NOT: { OR: [{ articleId: { in: idsOf("article") } }, { faqEntryId: { in: idsOf("faq") } }] } },
    });
    const ticketId = await ticketOfForm(tx, form);
    for (const [at, each] of shown.entries()) await insertSeen(tx, { ...form, ticketId, seen: each, position: at + 1, now });
  });
}

/** The person opened what was suggested beside their form. */
export async function recordOpenedArticle({ db, actor, now }: Context<CustomerActor>, { submissionKey, kind, id }: RecordOpenedArticleInput): Promise<Result<null, "NOT_FOUND">> {
  return db.$transaction(async (tx): Promise<Result<null, "NOT_FOUND">> => {
    const count = kind === "faq" ? await tx.faqEntry.count({ where: { id, archivedAt: null } }) : await tx.article.count({ where: { ...readableArticles(audiencesOf(actor)), id } });
    if (count === 0) return refuse("NOT_FOUND");
    const form = { userId: actor.userId, submissionKey };
    await lockForm(tx, submissionKey);
    await insertSeen(tx, { ...form, ticketId: await ticketOfForm(tx, form), seen: { kind, id }, position: 1, now });
    await tx.ticketArticle.updateMany({ where: { ...form, ...columnsOf({ kind, id }), openedAt: null }, data: { openedAt: toDate(now) } });
    return ok(null);
  });
}

/** What was read before writing becomes part of the ticket that it did not save. */
export async function claimArticles(tx: Tx, { ticketId, userId, submissionKey }: { ticketId: string; userId: string; submissionKey: string }): Promise<void> {
  await lockForm(tx, submissionKey);
  await tx.ticketArticle.updateMany({ where: { userId, submissionKey, ticketId: null }, data: { ticketId } });
}

/** One at a time for a form: what is shown beside it is kept while it is sent, and the rows, each in its own order, would block each other. */
async function lockForm(tx: Tx, submissionKey: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ticket_article ${submissionKey}`}, 0))`;
}

export const articlesSelect = {
  orderBy: [{ position: "asc" }, { shownAt: "asc" }, { id: "asc" }],
  select: { openedAt: true, article: { select: { slug: true, title: true, effectiveAudience: true } }, faqEntry: { select: { slug: true, question: true } } },
} as const satisfies Prisma.Ticket$articlesArgs;

type SeenRow = { openedAt: Date | null; article: { slug: string; title: string; effectiveAudience: Audience } | null; faqEntry: { slug: string; question: string } | null };

/** For the desk. */
export function toSeenViews(rows: readonly SeenRow[]): SeenArticleView[] {
  return rows.flatMap(({ openedAt, article, faqEntry }): SeenArticleView[] => {
    const opened = openedAt?.toISOString() ?? null;
    if (article) return [{ title: article.title, href: knowledgeHref({ kind: "article", slug: article.slug, audience: article.effectiveAudience }, null, "agent"), openedAt: opened }];
    return faqEntry ? [{ title: faqEntry.question, href: knowledgeHref({ kind: "faq", slug: faqEntry.slug }), openedAt: opened }] : [];
  });
}

async function ticketOfForm(tx: Tx, { userId, submissionKey }: { userId: string; submissionKey: string }): Promise<string | null> {
  const ticket = await tx.ticket.findUnique({ where: { requesterId_submissionKey: { requesterId: userId, submissionKey } }, select: { id: true } });
  return ticket?.id ?? null;
}

/** Seen again, it keeps when it was first seen and takes its newest place. */
async function insertSeen(tx: Tx, { userId, submissionKey, ticketId, seen, position, now }: {
  userId: string;
  submissionKey: string;
  ticketId: string | null;
  seen: Shown;
  position: number;
  now: Temporal.Instant;
}): Promise<void> {
  const { articleId, faqEntryId } = columnsOf(seen);
  await tx.$executeRaw`
    INSERT INTO ticket_article (user_id, submission_key, ticket_id, article_id, faq_entry_id, position, shown_at)
    VALUES (${userId}::uuid, ${submissionKey}::uuid, ${ticketId}::uuid, ${articleId}::uuid, ${faqEntryId}::uuid, ${position}, ${toDate(now)}::timestamptz)
    ON CONFLICT ON CONSTRAINT ticket_article_once DO UPDATE SET position = EXCLUDED.position`;
}

function columnsOf({ kind, id }: Shown): { articleId: string | null; faqEntryId: string | null } {
  return kind === "article" ? { articleId: id, faqEntryId: null } : { articleId: null, faqEntryId: id };
}
