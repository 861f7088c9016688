import { UserSearch } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { searchCustomerAccess } from "@/lib/security/customer-queries";
import type { CustomerAccessRow } from "@/lib/security/types";
import { textOf, type Query } from "../_data/list-address";
import { CustomersFrame } from "../customers/_components/customers-frame";
import { CUSTOMERS } from "../customers/_data/addresses";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("access.title") };
}

/** Finds a customer who cannot get in, also one of no organization. */
export default async function AccessPage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = contextOf(await requireStaff());
  const search = textOf((await searchParams).q) ?? "";
  const found = await searchCustomerAccess(ctx, { search });
  if (!found) notFound();
  const t = getTranslator("security");
  return (
    <CustomersFrame>
      <PageHeader breadcrumbs={{ label: getTranslator("customers")("trail"), items: [{ label: getTranslator("customers")("title"), href: CUSTOMERS }, { label: t("access.title") }] }} title={t("access.title")} lead={t("access.lead")} />
      <SearchForm action="/agent/access" id="access-search" label={t("access.search")} submitLabel={t("access.submit")} placeholder={t("access.placeholder")} defaultValue={search} size="sm" />
      {search.trim() !== "" && found.length === 0 && (
        <EmptyState icon={<UserSearch aria-hidden="true" />} title={t("access.none")}>
          {t("access.noneHint")}
        </EmptyState>
      )}
      {found.length > 0 && (
        <Panel isFlush>
          <ul className="divide-y">
            {found.map((person) => (
              <Line key={person.id} person={person} now={ctx.now} />
            ))}
          </ul>
        </Panel>
      )}
    </CustomersFrame>
  );
}

function Line({ person, now }: { person: CustomerAccessRow; now: Temporal.Instant }) {
  const t = getTranslator("security");
  return (
    <li className="space-y-1 px-4 py-3 text-sm sm:px-5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/agent/access/${person.id}`} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
          {person.name}
        </Link>
        {person.hasFactor && <Badge tone="accent">{t("access.withFactor")}</Badge>}
        {!person.isActive && <Badge tone="danger">{t("access.suspended")}</Badge>}
      </p>
      <p className="break-all text-muted">{person.email}</p>
      <p className="text-xs text-muted">
        {person.organizationName ?? t("access.own")} · {person.lastSeenAt ? <>{t("staff.lastSeen")} <Moment at={person.lastSeenAt} now={now} /></> : t("staff.neverSeen")}
      </p>
    </li>
  );
}
