import type { Metadata } from "next";
import { isFormPost } from "@/lib/actions/form-post";
import { newTicketAction } from "@/app/portal/tickets/new/actions";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { newTicketWords, optionViews } from "@/app/portal/tickets/new/form-views";
import { hasText, initialValues, linkedArticle, linkValues, queryText, type RawQuery } from "@/app/portal/tickets/new/initial-values";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticle } from "@/lib/kb/queries";
import { searchTokenSchema } from "@/lib/kb/schema";
import { getSlaInForce } from "@/lib/sla/queries";
import { findDraft, getNewTicketOptions } from "@/lib/tickets/queries";
import type { NewTicketOptions } from "@/lib/tickets/types";

export function generateMetadata(): Metadata {
  return { title: getTranslator("portal")("new.title") };
}

export default async function NewTicketPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  if ((await isFormPost()) && !(await findPerson())) return <KeptForm />;

  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const query = await searchParams;
  const [options, draft, sla] = await Promise.all([getNewTicketOptions(ctx), findDraft(ctx, "new"), getSlaInForce(ctx)]);
  const link = await linkedValues(ctx, query, options);
  const initial = initialValues({ draft, link, freshKey: crypto.randomUUID() });

  const t = getTranslator("portal");
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("ticket.trail"), items: [{ label: t("list.title"), href: "/portal/tickets" }, { label: t("new.title") }] }}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <NewTicketForm
        // A form that was sent or discarded leaves nothing behind in the next one.
        key={initial.submissionKey}
        action={newTicketAction}
        options={optionViews({ options, sla, now: ctx.now })}
        initial={initial}
        searches={{ search: searchTokenSchema.parse(query.search) ?? "", formSearch: crypto.randomUUID() }}
        draft={hasText(draft) ? { query: queryText(query) } : null}
        words={newTicketWords(sla)}
      />
    </div>
  );
}

async function linkedValues(ctx: Context<CustomerActor>, query: RawQuery, options: NewTicketOptions) {
  const link = linkValues(query, options);
  const slug = linkedArticle(query);
  const found = slug ? await findArticle(ctx, slug) : null;
  if (!found) return link;
  return { ...link, body: link.body ?? `${getTranslator("portal")("new.fromArticle", { title: found.article.title })}\n\n` };
}

/** For somebody whose session ended while writing, in a browser that runs no script: what was typed, and where to sign in. */
function KeptForm() {
  const t = getTranslator("portal");
  const empty = initialValues({ draft: null, link: {}, freshKey: "" });
  return (
    <div className="space-y-6">
      <PageHeader title={t("new.title")} />
      <Notice tone="warn">{t("new.keptLead")}</Notice>
      <NewTicketForm action={newTicketAction} options={null} initial={empty} searches={{ search: "", formSearch: "" }} draft={null} words={newTicketWords(null)} />
    </div>
  );
}
