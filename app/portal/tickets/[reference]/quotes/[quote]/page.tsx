import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuoteAnswer } from "@/components/quotes/quote-answer";
import { QuoteSheet } from "@/components/quotes/quote-sheet";
import { QuoteState } from "@/components/quotes/quote-state";
import { worthText } from "@/components/quotes/quote-words";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { parseQuoteReference } from "@/lib/quotes/quote-reference";
import { findQuoteForCustomer, type CustomerQuote } from "@/lib/quotes/quote-queries";
import { parseReference } from "@/lib/tickets/reference";
import { QuoteDecision } from "./_components/quote-decision";
import { hrefOfQuote } from "./_data/addresses";

type Props = { params: Promise<{ reference: string; quote: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: getTranslator("quotes")("page.title", { reference: parseQuoteReference((await params).quote) ?? "" }) };
}

/** What the desk offers, whole, and the answer that it waits for. */
export default async function QuotePage({ params, searchParams }: Props) {
  const { reference: typedTicket, quote: typedQuote } = await params;
  const [ticketReference, reference] = [parseReference(typedTicket), parseQuoteReference(typedQuote)];
  const ctx = contextOf(await requireCustomer());
  const found = ticketReference && reference ? await findQuoteForCustomer(ctx, { ticketReference, reference }) : null;
  if (!found) notFound();
  const { quote } = found;
  const t = getTranslator("quotes");
  const { done } = await searchParams;
  const address = hrefOfQuote({ ticketReference: quote.ticket.reference, reference: quote.reference });
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader
        breadcrumbs={{ label: t("page.trail"), items: crumbsOf(found) }}
        title={t(`page.heading.${quote.basis}`, { reference: quote.reference })}
        lead={quote.ticket.subject}
        meta={
          <>
            <QuoteState state={quote.state} />
            <span className="font-semibold text-ink tabular-nums">{worthText(quote)}</span>
            <span>{t("page.validUntil", { at: formatDateTime(Temporal.Instant.from(quote.validUntil), { now: ctx.now }) })}</span>
            {quote.sentByName && <span>{t("page.sentBy", { name: quote.sentByName })}</span>}
          </>
        }
        actions={
          <ButtonLink href={`${address}/pdf`} isPlain>
            {t("page.pdf")}
          </ButtonLink>
        }
      />
      {(done === "authorised" || done === "declined") && quote.state === done && (
        <Notice tone="success" live="polite" title={t(`done.${done}.title`)}>
          {t(`done.${done}.lead`)}
        </Notice>
      )}
      <Ended found={found} />
      {quote.decision && <QuoteAnswer decision={quote.decision} />}
      <QuoteSheet quote={quote} />
      {quote.state === "sent" && !quote.ticket.isClosed && <QuoteDecision found={found} />}
      <p className="text-sm text-muted">
        {t("page.rateCard", { number: quote.rateCardNumber })}{" "}
        <a href={`${address}/text`} className="link">
          {t("page.text")}
        </a>
      </p>
    </div>
  );
}

/** Why it cannot be answered any more, and what can be done. */
function Ended({ found: { quote, canSeeTicket } }: { found: CustomerQuote }) {
  const t = getTranslator("quotes");
  const ticket = `/portal/tickets/${quote.ticket.reference}`;
  const toTicket = canSeeTicket ? <ButtonLink href={`${ticket}#body`}>{t("ended.askAgain")}</ButtonLink> : undefined;
  if (quote.state === "superseded" && quote.supersededBy) {
    const next = hrefOfQuote({ ticketReference: quote.ticket.reference, reference: quote.supersededBy });
    return (
      <Notice tone="warn" title={t("ended.superseded")} actions={<ButtonLink href={next}>{t("ended.goOn", { reference: quote.supersededBy })}</ButtonLink>}>
        {t("ended.supersededLead")}
      </Notice>
    );
  }
  if (quote.state === "expired" || quote.state === "withdrawn") {
    return (
      <Notice title={t(`ended.${quote.state}`)} actions={toTicket}>
        {t(`ended.${quote.state}Lead`)}
      </Notice>
    );
  }
  if (quote.state === "sent" && quote.ticket.isClosed) return <Notice title={t("ended.closed")}>{t("ended.closedLead")}</Notice>;
  return null;
}

function crumbsOf({ quote, canSeeTicket }: CustomerQuote) {
  const t = getTranslator("quotes");
  const ticket = { label: quote.ticket.reference, href: `/portal/tickets/${quote.ticket.reference}` };
  return [{ label: t("list.title"), href: "/portal/quotes" }, ...(canSeeTicket ? [ticket] : []), { label: quote.reference }];
}
