import type { Metadata } from "next";
import { isFormPost } from "@/lib/actions/form-post";
import { newTicketAction } from "@/app/portal/tickets/new/actions";
import { KeptForm } from "@/app/portal/tickets/new/_components/kept-form";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords, optionViews } from "@/app/portal/tickets/new/form-views";
import { initialValues, linkedArticle, linkValues, queryText, type RawQuery } from "@/app/portal/tickets/new/initial-values";
import { mailText } from "@/app/portal/tickets/new/mail-text";
import { ignoredText, readLink } from "@/app/portal/tickets/new/read-link";
import { ServiceBanners } from "@/app/_components/service-banners";
import { formFiles } from "@/components/attachments/form-files";
import { environmentWords } from "@/components/screenshot/environment-words";
import { UnsentText } from "@/components/tickets/unsent-text";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticle } from "@/lib/kb/queries";
import { searchTokenSchema } from "@/lib/kb/schema";
import { decodeAnswers } from "@/lib/questions/answer-fields";
import { listAskedQuestions } from "@/lib/questions/queries";
import { dueOf } from "@/lib/policies/acceptances";
import { findHeldSecrets } from "@/lib/secrets/held-secrets";
import { getSlaInForce } from "@/lib/sla/queries";
import { hasDraftContent } from "@/lib/drafts/choice";
import { findKeptDraft } from "@/lib/drafts/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";
import { readParts } from "@/lib/tickets/ticket-parts";
import type { NewTicketOptions } from "@/lib/tickets/types";

export function generateMetadata(): Metadata {
  return { title: getTranslator("portal")("new.title") };
}

export default async function NewTicketPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const isPosted = await isFormPost();
  if (isPosted && !(await findPerson())) return <KeptForm title={getTranslator("portal")("new.title")} />;

  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const query = await searchParams;
  const [options, kept, held, sla, limits, policies, mail] = await Promise.all([getNewTicketOptions(ctx), findKeptDraft(ctx, "new"), findHeldSecrets(ctx, "new"), getSlaInForce(ctx), getAttachmentLimits(ctx), dueOf(ctx), mailText(ctx, query)]);
  const draft = kept?.data ?? null;
  const questions = await listAskedQuestions(ctx, options);
  const link = { ...(await linkedValues(ctx, query, options)), ...mail?.values };
  const { answers, ignored } = readLink(query, options, questions);
  // Whatever else is being written goes under a key of its own.
  const mailKey = hasDraftContent(draft) && draft.submissionKey !== mail?.key ? null : (mail?.key ?? null);
  const isMailDraft = mailKey !== null && hasDraftContent(draft);
  const initial = initialValues({ draft, link, freshKey: mailKey ?? crypto.randomUUID() });

  const notice = hasDraftContent(draft) ? null : ignoredText(ignored);
  const t = getTranslator("portal");
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("ticket.trail"), items: [{ label: t("list.title"), href: "/portal/tickets" }, { label: t("new.title") }] }}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      {options.isSuspended && <SuspendedNotice departments={options.departments.map(({ name }) => name)} />}
      <ServiceBanners area="ticket_form" />
      {notice && <Notice>{notice}</Notice>}
      {mail && (mail.key === null || mailKey !== null) && !isMailDraft && (
        <Notice tone={mail.key === null ? "warn" : "accent"} title={mail.notice.title}>
          {mail.notice.text}
        </Notice>
      )}
      {options.isSuspended && options.departments.length === 0 && !isPosted ? <UnsentText title={getTranslator("conduct")("suspension.unsent")} text={draft?.body} /> : <NewTicketForm
        // A form that was sent or discarded leaves nothing behind in the next one.
        key={initial.submissionKey}
        action={newTicketAction}
        options={optionViews({ options, sla, now: ctx.now })}
        initial={initial}
        searches={{ search: searchTokenSchema.parse(query.search) ?? "", formSearch: crypto.randomUUID() }}
        draft={hasDraftContent(draft) ? { query: mailKey !== null ? "" : queryText(query) } : null}
        keptTopics={{ parts: readParts(draft?.parts).map((part) => ({ part })), keptAsOne: draft?.keptAsOne === "1" }}
        guide={{ questions, answers: hasDraftContent(draft) ? decodeAnswers(draft.answers) : answers, products: options.products.map(({ id, name }) => ({ id, name })), words: guideWords() }}
        seed={{ home: { address: "/api/portal/drafts", owner: actor.userId, slot: "new" }, kept }}
        files={formFiles(limits)}
        environment={environmentWords()}
        held={held}
        policies={policies}
        words={isMailDraft && mail ? { ...newTicketWords(), draftFound: `${mail.notice.title}. ${mail.notice.text}` } : newTicketWords()}
      />}
    </div>
  );
}

/** Says what stays open, before one writes. */
function SuspendedNotice({ departments }: { departments: string[] }) {
  const t = getTranslator("conduct");
  return (
    <Notice tone="warn" title={departments.length > 0 ? t("suspension.newSome", { departments: departments.join(", ") }) : t("suspension.newAll")}>
      <a href="/portal/suspension" className="link">
        {t("suspension.bannerSee")}
      </a>
    </Notice>
  );
}

async function linkedValues(ctx: Context<CustomerActor>, query: RawQuery, options: NewTicketOptions) {
  const link = linkValues(query, options);
  const slug = linkedArticle(query);
  const found = slug ? await findArticle(ctx, slug) : null;
  if (!found) return link;
  return { ...link, body: link.body ?? `${getTranslator("portal")("new.fromArticle", { title: found.article.title })}\n\n` };
}
