import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { QuoteList } from "@/components/quotes/quote-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Card } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { QUOTE_FILTERS } from "@/lib/quotes/quote-filters";
import { countOpenQuotes, listCustomerQuotes } from "@/lib/quotes/quote-queries";
import { quotesAddress, readQuoteQuery } from "./list-query";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("quotes")("list.title") };
}

export default async function QuotesPage({ searchParams }: Props) {
  const ctx = contextOf(await requireCustomer());
  const query = readQuoteQuery(await searchParams);
  const [page, open] = await Promise.all([listCustomerQuotes(ctx, query), countOpenQuotes(ctx)]);
  const t = getTranslator("quotes");
  const tabs = QUOTE_FILTERS.map((filter) => ({ href: quotesAddress({ filter }), label: t(`list.filter.${filter}`), count: filter === "open" ? open : undefined, isCurrent: query.filter === filter }));
  return (
    <div className="space-y-6">
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <TabLinks label={t("list.filters")} items={tabs} />
      {page.items.length === 0 ? (
        <Card>
          <EmptyState icon={<ReceiptText aria-hidden="true" />} title={t(`list.empty.${query.filter}`)}>
            {t("list.emptyLead")}
          </EmptyState>
        </Card>
      ) : (
        <QuoteList label={t("list.title")} items={page.items} now={ctx.now} hrefOf={({ ticketReference, reference }) => `/portal/tickets/${ticketReference}/quotes/${reference}`} />
      )}
      <Pagination
        label={t("list.pages")}
        previous={query.cursor ? { href: quotesAddress({ filter: query.filter }), label: t("list.first") } : null}
        next={page.nextCursor ? { href: quotesAddress({ filter: query.filter, cursor: page.nextCursor }), label: t("list.more") } : null}
      />
    </div>
  );
}
