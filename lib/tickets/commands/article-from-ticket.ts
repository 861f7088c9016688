import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { createArticle, type SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { articleFromTicket, type DraftWords } from "@/lib/kb/articles/from-ticket";
import { ok, refuse, type Result } from "@/lib/result";
import type { ArticleFromTicketInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";

type Answer = Result<SavedArticle, "NOT_FOUND" | "FORBIDDEN" | "TICKET_NOT_SOLVED" | "ARTICLE_CATEGORY_GONE" | "PICTURES_GONE">;

/** The desk's last answers that are taken: what solved it stands at the end. */
const REPLIES = 2;

/**
 * A draft out of what was asked and answered, without whom it was about; both lead to each other. A second press leads to the article that
 * there is. It is never published by itself.
 */
export async function writeArticleFromTicket(ctx: Context<StaffActor>, { ticketId, categoryId }: ArticleFromTicketInput): Promise<Answer> {
  const { db, actor } = ctx;
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ id: ticketId }, visibleTickets(actor)] },
    select: {
      subject: true, body: true, status: true,
      requester: { select: { name: true } },
      organization: { select: { name: true, domains: { select: { domain: true } }, products: { select: { name: true }, take: 500 } } },
      messages: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { body: true, isStaff: true, author: { select: { name: true } } }, take: 200 },
    },
  });
  if (!ticket) return refuse("NOT_FOUND");
  if (actor.kind !== "staff") return refuse("FORBIDDEN");
  if (ticket.status !== "solved" && ticket.status !== "closed") return refuse("TICKET_NOT_SOLVED");
  const there = await db.articleSource.findFirst({ where: { ticketId }, orderBy: { at: "asc" }, select: { article: { select: { id: true, slug: true } } } });
  if (there) return ok({ articleId: there.article.id, slug: there.article.slug });
  const { organization, requester, messages } = ticket;
  const draft = articleFromTicket(
    {
      subject: ticket.subject,
      opening: ticket.body,
      replies: messages.filter(({ isStaff }) => isStaff).slice(0, REPLIES).map(({ body }) => body).toReversed(),
      names: [requester.name, ...messages.map(({ author }) => author.name), ...(organization ? [organization.name] : [])],
      // Products are named after their domains.
      domains: [...(organization?.domains ?? []).map(({ domain }) => domain), ...(organization?.products ?? []).map(({ name }) => name).filter((name) => /^[^\s/@]+\.[^\s/@.\d]{2,}$/.test(name))],
      sealed: getTranslator("secrets")("mark"),
    },
    draftWords(),
  );
  return createArticle(ctx, { ...draft, tags: [], note: "", audience: "public", categoryId, ticketId });
}

function draftWords(): DraftWords {
  const t = getTranslator("kbDesk");
  return {
    cover: t("fromTicket.cover"),
    problem: t("fromTicket.problem"),
    cause: t("fromTicket.cause"),
    causeHint: t("fromTicket.causeHint"),
    solution: t("fromTicket.solution"),
    solutionHint: t("fromTicket.solutionHint"),
    untitled: t("fromTicket.untitled"),
  };
}
