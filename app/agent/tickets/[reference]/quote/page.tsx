import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findQuoteDesk, type QuoteDesk } from "@/lib/quotes/staff-quote-queries";
import { parseReference } from "@/lib/tickets/reference";
import { saveAction } from "./actions";
import { DraftReview } from "./_components/draft-review";
import { EarlierQuotes } from "./_components/earlier-quotes";
import { QuoteForm } from "./_components/quote-form";
import { hrefOfQuoteDesk } from "./_data/addresses";
import { contractOptions, formWords, initialValues, itemLabels, validDays } from "./_data/form";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("quotes")("desk.pageTitle", { reference: parseReference((await params).reference) ?? "" }) };
}

const DONE = ["saved", "sent", "renewed", "withdrawn", "discarded"] as const;

/** Where the desk writes what a ticket costs, sends it, and sees what became of what it sent. */
export default async function QuoteDeskPage({ params, searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const reference = parseReference((await params).reference);
  const desk = reference ? await findQuoteDesk(ctx, reference) : null;
  if (!desk) notFound();
  const t = getTranslator("quotes");
  const asked = (await searchParams).done;
  const done = DONE.find((each) => each === asked);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-6">
        <PageHeader
          title={t("desk.heading", { reference: desk.ticket.reference })}
          lead={`${desk.ticket.subject} · ${desk.ticket.customerName}`}
          actions={<ButtonLink href={`/agent/tickets/${desk.ticket.reference}`}>{t("desk.back")}</ButtonLink>}
        />
        {done && <Notice tone="success" live="polite" title={t(`desk.done.${done}`)} />}
        {desk.draft && <DraftReview draft={desk.draft} contracts={desk.contracts} now={ctx.now} ticketReference={desk.ticket.reference} />}
        {/* With a draft in hand one writes; without one, what was sent comes first. */}
        {desk.draft && <Builder desk={desk} now={ctx.now} />}
        <EarlierQuotes quotes={desk.earlier} now={ctx.now} ticketReference={desk.ticket.reference} />
        {!desk.draft && <Builder desk={desk} now={ctx.now} />}
      </div>
    </div>
  );
}

function Builder({ desk, now }: { desk: QuoteDesk; now: Temporal.Instant }) {
  const t = getTranslator("quotes");
  if (desk.ticket.status === "closed") return <Notice title={t("desk.closed")}>{t("desk.closedLead")}</Notice>;
  if (!desk.card) return <Notice tone="warn" title={t("desk.noCard")} actions={<ButtonLink href="/agent/settings/rates">{t("desk.noCardGo")}</ButtonLink>}>{t("desk.noCardLead")}</Notice>;
  return (
    <section aria-labelledby="builder-title" className="space-y-3">
      <h2 id="builder-title" className="text-lg font-semibold">
        {t(`desk.${builderTitle(desk)}`)}
      </h2>
      {builderTitle(desk) === "newMore" && <p className="text-sm">{t("desk.newMoreLead")}</p>}
      <p className="text-sm text-muted">{t(desk.prices === "preferential" ? "desk.preferential" : "desk.public", { number: desk.card.number })}</p>
      <Card>
        <QuoteForm
          key={desk.draft?.version ?? "new"}
          action={saveAction}
          permalink={hrefOfQuoteDesk(desk.ticket.reference)}
          ticketId={desk.ticket.id}
          version={desk.draft?.version ?? ""}
          initial={initialValues(desk, now)}
          items={desk.card.items}
          labels={itemLabels(desk)}
          contracts={contractOptions(desk)}
          prices={desk.prices}
          days={validDays(now)}
          words={formWords()}
        />
      </Card>
    </section>
  );
}

/** A revision replaces what waits or was not accepted; beyond what was authorised it is further work. */
function builderTitle({ draft, earlier }: QuoteDesk): "editDraft" | "newRevision" | "newMore" | "newQuote" {
  if (draft) return "editDraft";
  if (earlier.length === 0) return "newQuote";
  return earlier[0]?.state === "authorised" ? "newMore" : "newRevision";
}
