import { Building2, Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Table, Td, Th } from "@/components/ui/table";
import { contextOf } from "@/lib/actions/context";
import { countWaitingSignUps } from "@/lib/accounts/queries";
import { requireStaff } from "@/lib/auth/gate";
import { canEditCustomers } from "@/lib/customers/policy";
import { listOrganizations } from "@/lib/customers/queries";
import type { OrganizationRow } from "@/lib/customers/views";
import { getTranslator } from "@/lib/i18n/translator";
import { mayHelpCustomers } from "@/lib/security/customer-queries";
import type { Query } from "../_data/list-address";
import { CustomersFrame } from "./_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer, hrefOfCustomers, IMPORT, NEW_CUSTOMER, REQUESTS } from "./_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireStaff();
  const query = await searchParams;
  const q = textOf(query.q);
  const cursor = textOf(query.cursor);
  const ctx = contextOf(actor);
  const [{ items, nextCursor }, waiting, mayHelp] = await Promise.all([listOrganizations(ctx, { search: q, cursor }), countWaitingSignUps(ctx), mayHelpCustomers(ctx)]);
  const t = getTranslator("customers");
  return (
    <CustomersFrame isWide>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          canEditCustomers(actor) && (
            <>
              <ButtonLink href={IMPORT}>
                <Upload aria-hidden="true" />
                {t("list.import")}
              </ButtonLink>
              <ButtonLink href={NEW_CUSTOMER} variant="primary">
                {t("list.new")}
              </ButtonLink>
            </>
          )
        }
      />
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Link href={REQUESTS} prefetch={false} className="link inline-flex min-h-6 items-center">
          {getTranslator("accounts")("requests.title")}
        </Link>
        {mayHelp && (
          <Link href="/agent/access" prefetch={false} className="link inline-flex min-h-6 items-center">
            {getTranslator("security")("access.title")}
          </Link>
        )}
      </p>
      {waiting > 0 && <Notice tone="accent" title={getTranslator("accounts")("requests.waiting", { count: waiting })} actions={<ButtonLink size="sm" href={REQUESTS}>{getTranslator("accounts")("requests.see")}</ButtonLink>} />}
      <div className="max-w-xl">
        <SearchForm action={CUSTOMERS} id="customer-search" label={t("list.search")} submitLabel={t("list.submit")} placeholder={t("list.searchPlaceholder")} defaultValue={q} size="sm" />
      </div>
      {items.length > 0 ? (
        <CustomerTable rows={items} />
      ) : (
        <EmptyState icon={<Building2 aria-hidden="true" />} title={q ? t("list.none") : t("list.empty")}>
          {q ? t("list.noneHint") : t("list.emptyHint")}
        </EmptyState>
      )}
      <Pagination
        label={t("list.pages")}
        previous={cursor ? { href: hrefOfCustomers({ q }), label: t("list.first") } : null}
        next={nextCursor ? { href: hrefOfCustomers({ q, cursor: nextCursor }), label: t("list.next") } : null}
      />
    </CustomersFrame>
  );
}

function CustomerTable({ rows }: { rows: OrganizationRow[] }) {
  const t = getTranslator("customers");
  return (
    <Table label={t("title")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("list.name")}</Th>
          <Th>{t("list.domains")}</Th>
          <Th className="text-right">{t("list.people")}</Th>
          <Th className="text-right">{t("list.products")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <Link href={hrefOfCustomer(row.slug)} prefetch={false} className="link inline-flex min-h-6 items-center">
                {row.name}
              </Link>
            </Th>
            <Td>{row.domains.join(", ")}</Td>
            <Td isNumeric>{row.people}</Td>
            <Td isNumeric>{row.products}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value.isWellFormed() && !value.includes("\0") ? value.slice(0, 1000) : undefined;
}
