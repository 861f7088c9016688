import { FieldForm } from "@/components/forms/field-form";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategoryTree } from "@/lib/kb/categories/queries";
import { suggestKnowledge } from "@/lib/kb/search-knowledge";
import type { StaffTicketView } from "@/lib/tickets/types";
import { hrefOfArticle } from "../../../kb/articles/_data/addresses";
import { stepWords } from "../../../kb/articles/_data/words";
import { fromTicketAction } from "../../../kb/articles/actions";
import { parentOptions } from "../../../kb/categories/_data/words";

/** What was learnt, for whoever asks next: a draft of a solved ticket, or the articles that came of it. */
export function TicketArticle({ ctx, ticket, articles }: { ctx: Context<StaffActor>; ticket: StaffTicketView; articles: { slug: string; title: string }[] }) {
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
          <FromTicket ctx={ctx} ticket={ticket} />
        </>
      )}
    </section>
  );
}

/** It begins with the category of what is read about the same already. */
async function FromTicket({ ctx, ticket }: { ctx: Context<StaffActor>; ticket: StaffTicketView }) {
  const t = getTranslator("kbDesk");
  const [categories, alike] = await Promise.all([listCategoryTree(ctx), suggestKnowledge(ctx, { text: ticket.subject, kinds: ["article"], limit: 1 })]);
  const proposed = categories.find(({ slug }) => slug === alike[0]?.category?.slug);
  return (
    <FieldForm
      action={fromTicketAction}
      permalink={`/agent/tickets/${ticket.reference}`}
      idPrefix="article-"
      hidden={{ ticketId: ticket.id }}
      fields={[{ kind: "select", name: "categoryId", label: t("form.category"), options: parentOptions(categories), placeholder: t("form.chooseCategory"), value: proposed?.id ?? "" }]}
      fieldOf={{ ARTICLE_CATEGORY_GONE: "categoryId" }}
      button="secondary"
      isInline
      words={{ ...stepWords(t("fromTicket.submit")), submitting: t("fromTicket.submitting") }}
    />
  );
}
