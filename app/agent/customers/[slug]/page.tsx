import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FiscalForm } from "@/components/customers/fiscal-form";
import { FiscalSummary } from "@/components/customers/fiscal-summary";
import { fiscalWords } from "@/components/customers/fiscal-words";
import { ProductList } from "@/components/customers/product-list";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { findFiscalProfileFor } from "@/lib/customers/fiscal-profiles";
import { canEditCustomers } from "@/lib/customers/policy";
import { findOrganization, listCustomerEvents } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { todayAtDesk } from "@/lib/sla/today";
import { listDealings } from "@/lib/tickets/dealings";
import type { Query } from "../../_data/list-address";
import { editOrganizationAction, saveFiscalAction } from "../actions";
import { CustomersFrame } from "../_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer, hrefOfNewProduct, hrefOfProduct } from "../_data/addresses";
import { organizationFields } from "../_data/forms";
import { ContractsPanel, TicketsPanel } from "./_components/dealings";
import { DomainsPanel } from "./_components/domains-panel";
import { HistoryList } from "./_components/history-list";
import { PeoplePanel } from "./_components/people-panel";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).slug };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const organization = await findOrganization(ctx, { slug: (await params).slug });
  if (!organization) notFound();
  const { id, slug } = organization;
  const today = await todayAtDesk(ctx);
  const [fiscal, { tickets, contracts }, events] = await Promise.all([
    findFiscalProfileFor(ctx, { organizationId: id }),
    listDealings(ctx, id),
    listCustomerEvents(ctx, { organizationId: id }),
  ]);
  const mayEdit = canEditCustomers(actor);
  const t = getTranslator("customers");
  return (
    <CustomersFrame isWide>
      <PageHeader breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: CUSTOMERS }, { label: organization.name }] }} title={organization.name} />
      {(await searchParams).done !== undefined && <Notice tone="success" live="polite" title={t("form.saved")} />}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="min-w-0 space-y-5">
          <Panel title={t("products.title")} isFlush actions={mayEdit && <ButtonLink size="sm" href={hrefOfNewProduct(slug)}>{t("products.add")}</ButtonLink>}>
            <ProductList products={organization.products} today={today} hrefOf={(productId) => hrefOfProduct(slug, productId)} empty={t("products.noneStaff")} />
          </Panel>
          <PeoplePanel slug={slug} people={organization.people} mayEdit={mayEdit} />
          <DomainsPanel organization={organization} mayEdit={mayEdit} />
        </div>
        <div className="min-w-0 space-y-5">
          <Panel title={t("organization.data")}>
            {mayEdit ? (
              <FieldForm action={editOrganizationAction} permalink={hrefOfCustomer(slug)} idPrefix="organization-" hidden={{ organizationId: id }} fields={organizationFields(organization)} fieldOf={{ ORGANIZATION_NAME_TAKEN: "name" }} words={formWords()} />
            ) : (
              <p className="text-sm text-muted">
                {t("organization.eventAuthorisers")}: {t(`organization.${organization.eventAuthorisers}`)}
              </p>
            )}
          </Panel>
          <Panel title={t("fiscal.title")}>
            {mayEdit && <FiscalForm action={saveFiscalAction} permalink={hrefOfCustomer(slug)} organizationId={id} initial={fiscal ?? {}} words={formWords()} fiscal={fiscalWords()} />}
            {!mayEdit && (fiscal ? <FiscalSummary data={fiscal} /> : <p className="text-sm text-muted">{t("fiscal.none")}</p>)}
          </Panel>
          <ContractsPanel contracts={contracts} organization={organization.name} />
          <TicketsPanel tickets={tickets} now={ctx.now} />
          <Panel title={t("organization.history")}>
            <HistoryList events={events} now={ctx.now} />
          </Panel>
        </div>
      </div>
    </CustomersFrame>
  );
}
