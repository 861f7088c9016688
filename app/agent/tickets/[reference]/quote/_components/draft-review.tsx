import { BalanceLine } from "@/components/billing/balance-line";
import { balanceSentences } from "@/components/billing/balance-words";
import { QuoteSheet } from "@/components/quotes/quote-sheet";
import { worthText } from "@/components/quotes/quote-words";
import { Moment } from "@/components/tickets/moment";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { UsableContract } from "@/lib/billing/usable-contracts";
import { formatDateTime } from "@/lib/i18n/format";
import { formatAmount } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { RateChange } from "@/lib/quotes/rate-changes";
import type { QuoteDesk } from "@/lib/quotes/staff-quote-queries";
import { discardAction, renewAction, sendAction } from "../actions";
import { hrefOfQuoteDesk } from "../_data/addresses";
import { pressWords } from "../_data/press-words";
import { PressForm } from "./press-form";

type Draft = NonNullable<QuoteDesk["draft"]>;

/** The draft as the customer will read it, and the button that sends exactly that. */
export function DraftReview({ draft, contracts, now, ticketReference }: { draft: Draft; contracts: UsableContract[]; now: Temporal.Instant; ticketReference: string }) {
  const t = getTranslator("quotes");
  const { quote, version, changes } = draft;
  const common = { permalink: hrefOfQuoteDesk(ticketReference), fields: { quoteId: quote.id, version } };
  const contract = contracts.find(({ id }) => id === quote.contract?.id);
  return (
    <Panel title={t("desk.review", { reference: quote.reference })}>
      <div className="space-y-4">
        <p className="text-sm text-muted">
          {t("desk.savedBy", { name: draft.savedByName })} <Moment at={quote.createdAt} now={now} />
        </p>
        {changes.length > 0 && (
          <Notice tone="warn" title={t("desk.ratesChanged")}>
            <ul className="list-disc space-y-1 pl-5">
              {changes.map((change) => (
                <li key={change.line}>{changeText(change)}</li>
              ))}
            </ul>
            <PressForm {...common} action={renewAction} words={pressWords("renew")} />
          </Notice>
        )}
        {contract && <BalanceLine sentences={balanceSentences(contract, quote.estimatedMinutes)} />}
        <p className="text-lg font-semibold tabular-nums">{worthText(quote)}</p>
        <p className="text-sm">{t("page.validUntil", { at: formatDateTime(Temporal.Instant.from(quote.validUntil), { now }) })}</p>
        <Disclosure summary={t("desk.preview")} className="text-sm">
          <QuoteSheet quote={quote} titleLevel={3} />
        </Disclosure>
        <PressForm {...common} action={sendAction} variant="primary" words={pressWords("send")} />
        <Disclosure summary={t("desk.discardSummary")} className="text-sm">
          <PressForm {...common} action={discardAction} variant="danger" words={pressWords("discard")} />
        </Disclosure>
      </div>
    </Panel>
  );
}

function changeText({ line, description, before, after, kind }: RateChange): string {
  const t = getTranslator("quotes");
  return t(`desk.change.${kind}`, { line, description, before: formatAmount(before), after: formatAmount(after ?? 0) });
}
