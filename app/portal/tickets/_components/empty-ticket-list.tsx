import { Inbox, SearchX } from "lucide-react";
import { listAddress, type ListQuery } from "@/app/portal/tickets/list-query";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/translator";

/** Why the list is empty, and the next step: another search, another filter, or the first ticket. */
export function EmptyTicketList({ query, hasTickets }: { query: ListQuery; hasTickets: boolean }) {
  const t = getTranslator("portal");
  if (query.search) return <NothingFound search={query.search} query={query} />;
  const words = hasTickets ? query.filter : "first";
  return (
    <EmptyState
      icon={<Inbox aria-hidden="true" />}
      title={t(`list.empty.${words}.title`)}
      actions={
        hasTickets && query.filter !== "all" ? (
          <ButtonLink href={listAddress({ filter: "all" })}>{t("list.seeAll")}</ButtonLink>
        ) : (
          <ButtonLink href="/portal/tickets/new" variant="primary">
            {t("nav.new")}
          </ButtonLink>
        )
      }
    >
      <p>{t(`list.empty.${words}.lead`)}</p>
    </EmptyState>
  );
}

function NothingFound({ search, query }: { search: string; query: ListQuery }) {
  const t = getTranslator("portal");
  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t("list.empty.search.title", { search })}
      actions={
        <>
          {query.filter !== "all" && <ButtonLink href={listAddress({ filter: "all", search })}>{t("list.searchAll")}</ButtonLink>}
          <ButtonLink href={`/kb/search?q=${encodeURIComponent(search)}`} isPlain>
            {t("list.searchKb")}
          </ButtonLink>
          <ButtonLink href={`/portal/tickets/new?subject=${encodeURIComponent(search.slice(0, 150))}`}>{t("nav.new")}</ButtonLink>
        </>
      }
    >
      <p>{t("list.empty.search.lead")}</p>
    </EmptyState>
  );
}
