import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { QuoteList } from "@/components/quotes/quote-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Card } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { STAFF_QUOTE_FILTERS, type StaffQuoteFilter } from "@/lib/quotes/quote-filters";
import { countStaffQuotes, listStaffQuotes } from "@/lib/quotes/staff-quote-queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("quotes")("list.title") };
}

/** The quotes of all customers, what waits for them first. */
export default async function StaffQuotesPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const raw = await searchParams;
  const filter = STAFF_QUOTE_FILTERS.find((each) => each === raw.filter) ?? "open";
  const cursor = typeof raw.cursor === "string" ? raw.cursor.slice(0, 500) : undefined;
  const [page, counts] = await Promise.all([listStaffQuotes(ctx, { filter, cursor }), countStaffQuotes(ctx)]);
  const t = getTranslator("quotes");
  const tabs = STAFF_QUOTE_FILTERS.map((each) => ({ href: addressOf(each), label: t(`list.filter.${each}`), count: each === "open" || each === "draft" ? counts[each] : undefined, isCurrent: each === filter }));
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-6">
        <PageHeader title={t("list.title")} lead={t("list.leadStaff")} />
        <TabLinks label={t("list.filters")} items={tabs} />
        {page.items.length === 0 ? (
          <Card>
            <EmptyState icon={<ReceiptText aria-hidden="true" />} title={t(`list.empty.${filter}`)}>
              {t("list.emptyLeadStaff")}
            </EmptyState>
          </Card>
        ) : (
          <QuoteList label={t("list.title")} items={page.items} now={ctx.now} showCustomer hrefOf={({ ticketReference }) => `/agent/tickets/${ticketReference}/quote`} />
        )}
        <Pagination
          label={t("list.pages")}
          previous={cursor ? { href: addressOf(filter), label: t("list.first") } : null}
          next={page.nextCursor ? { href: addressOf(filter, page.nextCursor), label: t("list.more") } : null}
        />
      </div>
    </div>
  );
}

function addressOf(filter: StaffQuoteFilter, cursor?: string): string {
  const query = new URLSearchParams({ ...(filter === "open" ? {} : { filter }), ...(cursor ? { cursor } : {}) }).toString();
  return query ? `/agent/quotes?${query}` : "/agent/quotes";
}
