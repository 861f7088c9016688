import { FieldForm } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffTicketView } from "@/lib/tickets/types";
import { hrefOfArticle } from "../../../kb/articles/_data/addresses";
import { stepWords } from "../../../kb/articles/_data/words";
import { fromTicketAction } from "../../../kb/articles/actions";

/** What was learnt, for whoever asks next: a draft of a solved ticket, or the articles that came of it. */
export function TicketArticle({ ticket, articles }: { ticket: StaffTicketView; articles: { slug: string; title: string }[] }) {
  const isSolved = ticket.status === "solved" || ticket.status === "closed";
  if (!isSolved && articles.length === 0) return null;
  const t = getTranslator("kbDesk");
  return (
    <section aria-labelledby="article-title" className="space-y-2 text-sm">
      <h2 id="article-title" className="text-base font-semibold">
        {t("fromTicket.title")}
      </h2>
      {articles.length > 0 ? (
        <ul className="space-y-1">
          {articles.map(({ slug, title }) => (
            <li key={slug}>
              <a href={hrefOfArticle(slug)} className="link inline-flex min-h-6 items-center wrap-anywhere">
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="text-muted">{t("fromTicket.lead")}</p>
          <FieldForm action={fromTicketAction} permalink={`/agent/tickets/${ticket.reference}`} idPrefix="article-" hidden={{ ticketId: ticket.id }} fields={[]} button="secondary" isInline words={{ ...stepWords(t("fromTicket.submit")), submitting: t("fromTicket.submitting") }} />
        </>
      )}
    </section>
  );
}
