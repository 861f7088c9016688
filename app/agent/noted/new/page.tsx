import { ChevronLeft, UserSearch } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { SearchForm } from "@/components/forms/search-form";
import { draftWords } from "@/components/tickets/form-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findNoteTarget, MOST_HITS, searchCustomers } from "@/lib/off-channel/queries";
import { slotOfCall } from "@/lib/off-channel/slot";
import { OFF_CHANNELS } from "@/lib/off-channel/types";
import { findKeptDraft } from "@/lib/drafts/queries";
import { listDepartments } from "@/lib/tickets/staff-queries";
import { hrefOfNewNote, NOTED, textIn, type RawQuery } from "../_data/addresses";
import { noteAction } from "../actions";
import { KeptNote } from "./_components/kept-note";
import { NoteForm, type NoteFormWords } from "./_components/note-form";

export function generateMetadata(): Metadata {
  return { title: getTranslator("offChannel")("form.title") };
}

/** First whom it is noted for, then what was said. */
export default async function NewNotePage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = await searchParams;
  const [text, customer] = [textIn(query.q), textIn(query.customer)];
  const t = getTranslator("offChannel");
  const address = hrefOfNewNote({ customer });
  if ((await isFormPost()) && !(await findPerson())) return <KeptNote action={noteAction} address={address} words={{ title: t("form.title"), kept: t("desk.kept"), errorTitle: t("desk.errorTitle"), offline: t("desk.offline"), signIn: t("desk.signIn") }} />;
  const ctx = contextOf(await requireStaff());
  const target = z.uuid().safeParse(customer).success ? await findNoteTarget(ctx, customer) : null;
  const slot = slotOfCall(target?.id ?? "");
  const kept = target && (await findKeptDraft(ctx, slot));
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <div className="space-y-1">
          <a href={NOTED} className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-sm text-accent">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {t("form.back")}
          </a>
          <h1 className="text-lg font-semibold">{t("form.title")}</h1>
          <p className="max-w-prose text-sm text-muted">{t("form.lead")}</p>
        </div>
        {target ? (
          <Card>
            <NoteForm
              key={target.id}
              action={noteAction}
              permalink={address}
              changeHref={hrefOfNewNote()}
              target={target}
              submissionKey={kept?.data.submissionKey || crypto.randomUUID()}
              seed={{ home: { address: "/api/agent/drafts", owner: ctx.actor.userId, slot }, kept }}
              channels={OFF_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
              departments={(await listDepartments(ctx)).map(({ id, name }) => ({ value: id, label: name }))}
              words={formWords()}
            />
          </Card>
        ) : (
          <Finding ctx={ctx} text={text} />
        )}
      </div>
    </div>
  );
}

async function Finding({ ctx, text }: { ctx: Context<StaffActor>; text: string }) {
  const t = getTranslator("offChannel");
  const hits = await searchCustomers(ctx, { text });
  return (
    <>
      <SearchForm action={hrefOfNewNote()} id="customer-search" label={t("form.search")} submitLabel={t("form.searchSubmit")} placeholder={t("form.searchHint")} defaultValue={text} />
      {hits.length > 0 && (
        <ul aria-label={t("form.hits")} className="divide-y rounded-lg border bg-surface">
          {hits.slice(0, MOST_HITS).map((hit) => (
            <li key={hit.id}>
              <a href={hrefOfNewNote({ customer: hit.id })} className="group block px-4 py-3 -outline-offset-2">
                <span className="sr-only">{t("form.choose")} </span>
                <span className="block font-medium group-hover:text-accent group-hover:underline">{hit.name}</span>
                <span className="block text-sm break-words text-muted">
                  {hit.email} · {hit.organizationName ?? t("form.noOrganization")}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {hits.length > MOST_HITS && <p className="text-sm text-muted">{t("form.tooMany", { count: MOST_HITS })}</p>}
      {text !== "" && hits.length === 0 && (
        <EmptyState icon={<UserSearch aria-hidden="true" />} title={t("form.noHits")}>
          {t("form.noHitsHint")}
        </EmptyState>
      )}
    </>
  );
}

function formWords(): NoteFormWords {
  const t = getTranslator("offChannel");
  return {
    customer: t("form.customer"),
    change: t("form.change"),
    noOrganization: t("form.noOrganization"),
    channel: t("form.channel"),
    channelNone: t("form.channelNone"),
    department: t("form.department"),
    departmentNone: t("form.departmentNone"),
    product: t("form.product"),
    productNone: t("form.productNone"),
    optional: t("form.optional"),
    subject: t("form.subject"),
    body: t("form.body"),
    bodyHint: t("form.bodyHint"),
    submit: t("form.submit"),
    submitting: t("form.submitting"),
    errorTitle: t("desk.errorTitle"),
    offline: t("desk.offline"),
    signIn: t("desk.signIn"),
    draft: draftWords(),
  };
}
