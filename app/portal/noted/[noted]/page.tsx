import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { hrefOfNoted, notedLead } from "@/app/portal/_data/noted-words";
import { discardNotedAction } from "@/app/portal/noted/[noted]/actions";
import { DiscardForm } from "@/app/portal/noted/[noted]/_components/discard-form";
import { newTicketAction } from "@/app/portal/tickets/new/actions";
import { KeptForm } from "@/app/portal/tickets/new/_components/kept-form";
import { NewTicketForm } from "@/app/portal/tickets/new/_components/new-ticket-form";
import { guideWords, newTicketWords, optionViews } from "@/app/portal/tickets/new/form-views";
import { initialValues } from "@/app/portal/tickets/new/initial-values";
import { formFiles } from "@/components/attachments/form-files";
import { PageHeader } from "@/components/layout/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { getAttachmentLimits } from "@/lib/attachments/queries";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findNoted } from "@/lib/off-channel/queries";
import { slotOfNoted } from "@/lib/off-channel/slot";
import { decodeAnswers } from "@/lib/questions/answer-fields";
import { listAskedQuestions } from "@/lib/questions/queries";
import { dueOf } from "@/lib/policies/acceptances";
import { findHeldSecrets } from "@/lib/secrets/held-secrets";
import { getSlaInForce } from "@/lib/sla/queries";
import { hasDraftContent } from "@/lib/drafts/choice";
import { findKeptDraft } from "@/lib/drafts/queries";
import { getNewTicketOptions } from "@/lib/tickets/new-ticket-options";

type Props = { params: Promise<{ noted: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("offChannel")("customer.title") };
}

/** What the desk noted, in the form of a ticket: read, put right, confirmed or discarded. */
export default async function NotedPage({ params }: Props) {
  const { noted: id } = await params;
  const t = getTranslator("offChannel");
  const noted = { id, address: hrefOfNoted(id) };
  if ((await isFormPost()) && !(await findPerson())) return <KeptForm title={t("customer.title")} noted={noted} />;

  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const note = z.uuid().safeParse(id).success ? await findNoted(ctx, id) : null;
  if (!note) notFound();
  const slot = slotOfNoted(note.id);
  const [options, kept, held, sla, limits, policies] = await Promise.all([getNewTicketOptions(ctx), findKeptDraft(ctx, slot), findHeldSecrets(ctx, slot), getSlaInForce(ctx), getAttachmentLimits(ctx), dueOf(ctx)]);
  const questions = await listAskedQuestions(ctx, options);
  const draft = kept?.data ?? null;
  const written = { departmentId: note.department.id, productId: note.product?.id, subject: note.subject, body: note.body };
  const initial = initialValues({ draft, link: written, freshKey: note.submissionKey });
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={{ label: getTranslator("portal")("ticket.trail"), items: [{ label: getTranslator("portal")("list.title"), href: "/portal/tickets" }, { label: t("customer.title") }] }}
        title={t("customer.title")}
        lead={t("customer.how")}
      />
      <Notice tone="warn">
        <p>{notedLead(note, ctx.now)}</p>
      </Notice>
      <NewTicketForm
        key={initial.submissionKey}
        action={newTicketAction}
        options={optionViews({ options, sla, now: ctx.now })}
        initial={initial}
        searches={{ search: "", formSearch: crypto.randomUUID() }}
        draft={hasDraftContent(draft) ? { query: "" } : null}
        // One call was noted as one matter.
        keptTopics={{ parts: [], keptAsOne: true }}
        guide={{ questions, answers: decodeAnswers(draft?.answers), products: options.products.map(({ id: productId, name }) => ({ id: productId, name })), words: guideWords() }}
        seed={{ home: { address: "/api/portal/drafts", owner: actor.userId, slot }, kept }}
        files={formFiles(limits)}
        held={held}
        policies={policies}
        words={{ ...newTicketWords(), submit: t("customer.confirm"), submitting: t("customer.confirming") }}
        noted={noted}
      />
      <Disclosure summary={t("customer.discardSummary")} className="text-sm">
        <p className="mb-3 max-w-prose text-muted">{t("customer.discardLead")}</p>
        <DiscardForm
          action={discardNotedAction}
          notedId={note.id}
          words={{ submit: t("customer.discard"), submitting: t("customer.discarding"), notDone: t("customer.notDone"), offline: t("customer.offline") }}
        />
      </Disclosure>
    </div>
  );
}
