import type { Metadata } from "next";
import { FiscalForm } from "@/components/customers/fiscal-form";
import { fiscalWords } from "@/components/customers/fiscal-words";
import { ProductList } from "@/components/customers/product-list";
import { formWords } from "@/components/customers/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import type { CustomerActor } from "@/lib/auth/actor";
import { requireCustomer } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findFiscalProfileFor, fiscalOwnerOf } from "@/lib/customers/fiscal-profiles";
import { canEditFiscal } from "@/lib/customers/policy";
import { findOwnOrganization } from "@/lib/customers/queries";
import type { PersonRow } from "@/lib/customers/views";
import { getTranslator } from "@/lib/i18n/translator";
import { todayAtDesk } from "@/lib/sla/today";
import { saveFiscalAction } from "./actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("portal.title") };
}

/** A manager sees people, products and fiscal data; a member the products; a person of their own their fiscal data. */
export default async function OrganizationPage() {
  // What was typed without a script before the session ended is shown again, and nothing else.
  if ((await isFormPost()) && !(await findPerson())) return <FiscalForm action={saveFiscalAction} permalink="/portal/organization" organizationId={null} initial={{}} words={formWords()} fiscal={fiscalWords()} />;
  const actor = await requireCustomer();
  const ctx = contextOf(actor);
  const owner = fiscalOwnerOf(actor);
  const [organization, fiscal, today] = await Promise.all([findOwnOrganization(ctx), findFiscalProfileFor(ctx, owner), todayAtDesk(ctx)]);
  const t = getTranslator("customers");
  return (
    <div className="mx-auto max-w-narrow space-y-6">
      <PageHeader title={organization?.name ?? t("portal.titleOwn")} lead={organization ? t("portal.lead") : t("portal.leadOwn")} />
      {organization && (
        <Panel title={t("products.title")} isFlush>
          <ProductList products={organization.products} today={today} empty={t("products.noneCustomer")} />
        </Panel>
      )}
      {organization && actor.isManager ? <People people={organization.people} /> : <Own actor={actor} role={organization?.people[0]?.role ?? null} />}
      {canEditFiscal(actor, owner) && (
        <Panel title={t("fiscal.title")}>
          <div className="space-y-5">
            <p className="text-sm text-muted">{fiscal ? t("fiscal.lead") : `${t("portal.fiscalNone")} ${t("fiscal.lead")}`}</p>
            <FiscalForm action={saveFiscalAction} permalink="/portal/organization" organizationId={actor.organizationId} initial={fiscal ?? {}} words={formWords()} fiscal={fiscalWords()} />
          </div>
        </Panel>
      )}
      <p className="text-sm">
        <a href="/portal/policies" className="link inline-flex min-h-6 items-center">
          {getTranslator("policies")("own.link")}
        </a>
      </p>
    </div>
  );
}

function People({ people }: { people: PersonRow[] }) {
  const t = getTranslator("customers");
  return (
    <Panel
      title={t("people.title")}
      isFlush
      actions={
        <ButtonLink size="sm" href="/portal/organization/invitations">
          {t("portal.invite")}
        </ButtonLink>
      }
    >
      <ul className="divide-y">
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium break-words">{person.name}</p>
              <p className="text-sm break-all text-muted">{person.email}</p>
            </div>
            <Badge tone={person.role === "manager" ? "accent" : "neutral"}>{t(`people.${person.role}`)}</Badge>
          </li>
        ))}
      </ul>
      <p className="border-t px-4 py-3 text-sm text-muted sm:px-5">{t("portal.peopleLead")}</p>
    </Panel>
  );
}

function Own({ actor, role }: { actor: CustomerActor; role: PersonRow["role"] | null }) {
  const t = getTranslator("customers");
  return (
    <Panel title={t("portal.own")}>
      <DescriptionList
        items={[
          { term: t("portal.name"), value: actor.name },
          { term: t("portal.email"), value: <span className="break-all">{actor.email}</span> },
          { term: t("portal.role"), value: role && t(`people.${role}`) },
        ]}
      />
    </Panel>
  );
}
