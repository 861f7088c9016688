import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { EmptyTicketList } from "@/app/portal/tickets/_components/empty-ticket-list";
import { listAddress, readListQuery, type ListQuery, type RawQuery } from "@/app/portal/tickets/list-query";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeader } from "@/components/layout/page-header";
import { TicketList } from "@/components/tickets/ticket-list";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { countCustomerTickets, listCustomerTickets } from "@/lib/tickets/queries";

export function generateMetadata(): Metadata {
  return { title: getTranslator("portal")("list.title") };
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const actor = await requireCustomer();
  const query = readListQuery(await searchParams);
  const ctx = contextOf(actor);
  const [page, counts] = await Promise.all([listCustomerTickets(ctx, query), countCustomerTickets(ctx)]);

  const t = getTranslator("portal");
  return (
    <div className="space-y-6">
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
