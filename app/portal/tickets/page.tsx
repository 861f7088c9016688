import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { EmptyTicketList } from "@/app/portal/tickets/_components/empty-ticket-list";
import { NotedNotices } from "@/app/portal/tickets/_components/noted-notices";
import { QuotesWaiting } from "@/app/portal/tickets/_components/quotes-waiting";
import { UnsentDrafts } from "@/app/portal/tickets/_components/unsent-drafts";
import { listAddress, readListQuery, type ListQuery, type RawQuery } from "@/app/portal/tickets/list-query";
import { SearchForm } from "@/components/forms/search-form";
import { Proposals, Reminders } from "@/components/appointments/reminders";
import { PageHeader } from "@/components/layout/page-header";
import { SoftRefresh } from "@/components/realtime/soft-refresh";
import { TicketList } from "@/components/tickets/ticket-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { listAwaiting, listReminders } from "@/lib/appointments/queries";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listNotedForCustomer } from "@/lib/off-channel/queries";
import { countOpenQuotes } from "@/lib/quotes/quote-queries";
import { listUnsentDrafts } from "@/lib/tickets/unsent-drafts";
import { countCustomerTickets, listCustomerTickets } from "@/lib/tickets/queries";

export function generateMetadata(): Metadata {
  return { title: getTranslator("portal")("list.title") };
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const actor = await requireCustomer();
  const raw = await searchParams;
  const query = readListQuery(raw);
  const ctx = contextOf(actor);
  const [page, counts, drafts, reminders, proposals, openQuotes, noted] = await Promise.all([listCustomerTickets(ctx, query), countCustomerTickets(ctx), listUnsentDrafts(ctx), listReminders(ctx), listAwaiting(ctx), countOpenQuotes(ctx), listNotedForCustomer(ctx)]);

  const t = getTranslator("portal");
  return (
    <div className="space-y-6">
      <SoftRefresh of={null} />
      <PageHeader
        title={t("list.title")}
        lead={actor.isManager ? t("list.leadManager") : t("list.lead")}
        actions={
          <ButtonLink href="/portal/tickets/new" variant="primary">
            <Plus aria-hidden="true" />
            {t("nav.new")}
          </ButtonLink>
        }
      />
      {raw.noted === "discarded" && <Notice tone="success" live="polite" title={getTranslator("offChannel")("customer.discarded")} />}
      <NotedNotices notes={noted} now={ctx.now} />
      <QuotesWaiting count={openQuotes} />
      <Proposals appointments={proposals} now={ctx.now} />
      <Reminders appointments={reminders} viewer="customer" now={ctx.now} />
      <UnsentDrafts drafts={drafts} now={ctx.now} />
      <SearchForm action="/portal/tickets" id="buscar" label={t("list.search")} submitLabel={t("list.searchSubmit")} placeholder={t("list.searchHint")} defaultValue={query.search}>
        {query.filter !== "all" && <input type="hidden" name="filter" value={query.filter} />}
      </SearchForm>
      <TabLinks label={t("list.filters")} items={tabs(query, counts)} />
      {query.search && (
        <p className="text-sm text-muted">
          {t("list.searchedFor", { search: query.search })}{" "}
          <a href={listAddress({ ...query, search: undefined, cursor: undefined })} className="link">
            {t("list.clearSearch")}
          </a>
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyTicketList query={query} hasTickets={counts.live + counts.done > 0} />
      ) : (
        <TicketList label={t("list.title")} items={page.items} now={ctx.now} readerName={actor.name} addressOf={(reference) => `/portal/tickets/${reference}`} />
      )}
      <Pagination
        label={t("list.pages")}
        previous={query.cursor ? { href: listAddress({ ...query, cursor: undefined }), label: t("list.first") } : null}
        next={page.nextCursor ? { href: listAddress({ ...query, cursor: page.nextCursor }), label: t("list.more") } : null}
      />
    </div>
  );
}

function tabs(query: ListQuery, counts: { live: number; waiting: number; done: number }) {
  const t = getTranslator("portal");
  const filters = [
    { filter: "live", count: counts.live },
    { filter: "waiting", count: counts.waiting },
    { filter: "done", count: counts.done },
    { filter: "all", count: undefined },
  ] as const;
  return filters.map(({ filter, count }) => ({
    href: listAddress({ ...query, filter, cursor: undefined }),
    label: t(`list.filter.${filter}`),
    count,
    isCurrent: query.filter === filter,
  }));
}
