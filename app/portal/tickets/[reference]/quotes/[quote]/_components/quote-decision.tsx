import { balanceSentences } from "@/components/billing/balance-words";
import { BalanceLine } from "@/components/billing/balance-line";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerQuote } from "@/lib/quotes/quote-queries";
import { authoriseEventAction, authoriseHoursAction, declineAction } from "../actions";
import { hrefOfQuote } from "../_data/addresses";
import { authoriseWords, declineWords } from "../_data/form-words";
import { AuthoriseForm } from "./authorise-form";
import { DeclineForm } from "./decline-form";

/** The answer that is asked for: for who may give it; to the others, who may. */
export function QuoteDecision({ found }: { found: CustomerQuote }) {
  const { quote } = found;
  const t = getTranslator("quotes");
  const permalink = hrefOfQuote({ ticketReference: quote.ticket.reference, reference: quote.reference });
  if (!found.canDecide) return <Notice title={t("authorise.notYours")}>{authorisersText(found)}</Notice>;
  return (
    <>
      <Panel title={t(`authorise.title.${quote.basis}`)}>
        <div className="space-y-5">
          <p className="text-sm text-muted">{authorisersText(found)}</p>
          {quote.basis === "contract" && <Balance found={found} />}
          <AuthoriseForm
            action={quote.basis === "event" ? authoriseEventAction : authoriseHoursAction}
            permalink={permalink}
            quoteId={quote.id}
            sha256={quote.sha256 ?? ""}
            acceptances={found.acceptances}
            fiscal={found.fiscal}
            words={authoriseWords(quote.basis)}
          />
        </div>
      </Panel>
      <Disclosure summary={t("decline.summary")} className="text-sm">
        <p className="mb-3 max-w-prose text-muted">{t("decline.lead")}</p>
        <DeclineForm action={declineAction} permalink={permalink} quoteId={quote.id} words={declineWords()} />
      </Disclosure>
    </>
  );
}

function Balance({ found: { balance, quote } }: { found: CustomerQuote }) {
  const t = getTranslator("quotes");
  if (balance === null) return <Notice tone="warn">{t("authorise.contractOver")}</Notice>;
  const isShort = balance.balanceMinutes + balance.overageLimitMinutes < quote.estimatedMinutes;
  return (
    <div className="space-y-3">
      <BalanceLine sentences={balanceSentences(balance, quote.estimatedMinutes)} />
      {isShort && (
        <Notice tone="warn" title={t("authorise.shortTitle")} actions={<ButtonLink href={`/portal/tickets/${quote.ticket.reference}#body`}>{t("authorise.shortAction")}</ButtonLink>}>
          {t("authorise.short")}
        </Notice>
      )}
    </div>
  );
}

function authorisersText({ authorisers: { rule, names } }: CustomerQuote): string {
  const t = getTranslator("quotes");
  if (rule === "anyone") return t("authorisers.anyone");
  if (names.length === 0) return t("authorisers.nobody");
  return t(`authorisers.${rule}`, { names: new Intl.ListFormat("es-MX", { type: "disjunction" }).format(names) });
}
