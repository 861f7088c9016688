import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SearchForm } from "@/components/forms/search-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf, publicContext } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findContractOrganization, searchOrganizations, type ContractOrganization, type OrganizationChoice } from "@/lib/billing/form-queries";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { dayAt } from "@/lib/time/days";
import type { Query } from "../../_data/list-address";
import { createAction } from "../actions";
import { ContractForm } from "../_components/contract-form";
import { hrefOfContracts, hrefOfNewContract } from "../_data/addresses";
import { contractFormWords, peopleOf } from "../_data/form-words";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("billing")("form.newTitle") };
}

/** First the organization, then the contract. */
export default async function NewContractPage({ searchParams }: Props) {
  // Whose session ended while writing sees what was typed, and nothing else.
  if ((await isFormPost()) && !(await findPerson())) return <Kept />;
  const ctx = contextOf(await requireAdmin());
  const query = await searchParams;
  const slug = typeof query.organization === "string" ? query.organization.slice(0, 200) : "";
  const text = typeof query.q === "string" ? query.q.trim().slice(0, 100) : "";
  const organization = slug ? await findContractOrganization(ctx, { slug }) : null;
  if (slug && !organization) notFound();
  const t = getTranslator("billing");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={organization ? t("form.newFor", { organization: organization.name }) : t("form.newTitle")}
          lead={t("form.newLead")}
          actions={<ButtonLink href={organization ? hrefOfNewContract() : hrefOfContracts()}>{organization ? t("form.chooseOther") : t("view.back")}</ButtonLink>}
        />
        {organization ? <Form organization={organization} today={dayAt(ctx.now, DESK_TIME_ZONE)} /> : <Choice organizations={await searchOrganizations(ctx, { text })} text={text} />}
      </div>
    </div>
  );
}

function Kept() {
  const t = getTranslator("billing");
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{t("form.newTitle")}</h1>
      <Form organization={{ id: "", slug: "", name: "", people: [] }} today={dayAt(publicContext().now, DESK_TIME_ZONE)} />
    </div>
  );
}

function Form({ organization, today }: { organization: ContractOrganization; today: Temporal.PlainDate }) {
  const initial = {
    name: "",
    startsOn: today.toString(),
    endsOn: today.add({ years: 1 }).subtract({ days: 1 }).toString(),
    rounding: "15",
    atEnd: "expire",
    overage: "0",
    authorisers: "managers",
    authoriserIds: [],
  };
  return (
    <Card>
      <ContractForm
        action={createAction}
        permalink={hrefOfNewContract(organization.slug)}
        hidden={{ organizationId: organization.id, submissionKey: crypto.randomUUID() }}
        isNew
        initial={initial}
        people={peopleOf(organization)}
        words={contractFormWords("new")}
      />
    </Card>
  );
}

function Choice({ organizations, text }: { organizations: OrganizationChoice[]; text: string }) {
  const t = getTranslator("billing");
  return (
    <Panel title={t("form.chooseTitle")}>
      <div className="space-y-4">
        <SearchForm action={hrefOfNewContract()} id="buscar-organizacion" label={t("form.chooseSearch")} submitLabel={t("form.chooseSubmit")} placeholder={t("form.chooseSearch")} defaultValue={text} />
        {organizations.length === 0 ? (
          <EmptyState icon={<Building2 aria-hidden="true" />} title={t("form.chooseEmpty")}>
            {t("form.chooseEmptyHint")}
          </EmptyState>
        ) : (
          <ul aria-label={t("form.chooseLabel")} className="divide-y">
            {organizations.map(({ id, slug, name }) => (
              <li key={id}>
                <Link href={hrefOfNewContract(slug)} className="link flex min-h-control items-center wrap-anywhere">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {organizations.length === 20 && <p className="text-sm text-muted">{t("form.chooseMore")}</p>}
      </div>
    </Panel>
  );
}
