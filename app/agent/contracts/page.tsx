import { FileClock } from "lucide-react";
import type { Metadata } from "next";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Card } from "@/components/ui/panel";
import { TabLinks } from "@/components/ui/tab-links";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { CONTRACT_FILTERS, countContractAlerts, listContracts } from "@/lib/billing/contract-queries";
import { canEditBilling } from "@/lib/billing/policy";
import { getTranslator } from "@/lib/i18n/translator";
import type { Query } from "../_data/list-address";
import { ContractTable } from "./_components/contract-table";
import { contractListOf, hrefOfContracts, hrefOfNewContract } from "./_data/addresses";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("billing")("list.title") };
}

/** The contracts of every organization: what is left, how much is used, when they end, and what was told of them. */
export default async function ContractsPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const { filter, search, after } = contractListOf(await searchParams);
  const [page, alerts] = await Promise.all([listContracts(ctx, { filter, search, ...(after ? { after } : {}) }), countContractAlerts(ctx)]);
  const t = getTranslator("billing");
  const isEditor = canEditBilling(actor);
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader
          title={t("list.title")}
          lead={t("list.lead")}
          actions={
            isEditor && (
              <ButtonLink variant="primary" href={hrefOfNewContract()}>
                {t("list.new")}
              </ButtonLink>
            )
          }
        />
        <SearchForm action={hrefOfContracts()} id="buscar-polizas" label={t("list.search")} submitLabel={t("list.searchSubmit")} placeholder={t("list.search")} defaultValue={search}>
          {filter !== "live" && <input type="hidden" name="filter" value={filter} />}
        </SearchForm>
        <TabLinks
          label={t("list.filters")}
          items={CONTRACT_FILTERS.map((each) => ({
            href: hrefOfContracts({ filter: each, search }),
            label: t(`list.filter.${each}`),
            isCurrent: each === filter,
            ...(each === "alerts" ? { count: alerts } : {}),
          }))}
        />
        {search && (
          <p className="text-sm text-muted">
            {t("list.searchedFor", { search })}{" "}
            <a href={hrefOfContracts({ filter })} className="link">
              {t("list.clear")}
            </a>
          </p>
        )}
        {page.items.length === 0 ? (
          <Card>
            <EmptyState icon={<FileClock aria-hidden="true" />} title={t("list.empty")}>
              {search || filter !== "live" ? t("list.emptyHint") : t("list.emptyFirst")}
            </EmptyState>
          </Card>
        ) : (
          <ContractTable contracts={page.items} />
        )}
        <Pagination
          label={t("list.pages")}
          previous={after ? { href: hrefOfContracts({ filter, search }), label: t("list.first") } : null}
          next={page.next ? { href: hrefOfContracts({ filter, search, after: page.next }), label: t("list.more") } : null}
        />
      </div>
    </div>
  );
}
