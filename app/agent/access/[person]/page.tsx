import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { findCustomerAccess } from "@/lib/security/customer-queries";
import { AccessHistory } from "../../_components/access-history";
import { ResetFactor } from "../../_components/reset-factor";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { CustomersFrame } from "../../customers/_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer } from "../../customers/_data/addresses";
import { resetCustomerFactorAction } from "../actions";

export function generateMetadata(): Metadata {
  return { title: getTranslator("security")("access.title") };
}

/** How a customer gets in, for whoever helps them when they cannot. */
export default async function CustomerAccessPage({ params }: { params: Promise<{ person: string }> }) {
  const { person: userId } = await params;
  const address = `/agent/access/${encodeURIComponent(userId)}`;
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={address} forms={[{ action: resetCustomerFactorAction, names: ["reason"] }]} />;
  const ctx = contextOf(await requireStaff());
  const person = await findCustomerAccess(ctx, { userId });
  if (!person) notFound();
  const t = getTranslator("security");
  const organization = person.organizationSlug ? (
    <Link href={hrefOfCustomer(person.organizationSlug)} prefetch={false} className="link">
      {person.organizationName}
    </Link>
  ) : (
    t("access.own")
  );
  return (
    <CustomersFrame>
      <PageHeader
        breadcrumbs={{ label: getTranslator("customers")("trail"), items: [{ label: getTranslator("customers")("title"), href: CUSTOMERS }, { label: t("access.title"), href: "/agent/access" }, { label: person.name }] }}
        title={person.name}
        lead={person.email}
      />
      <Panel title={t("staff.access")}>
        <div className="space-y-4">
          <DescriptionList
            items={[
              { term: t("access.organization"), value: organization },
              { term: t("staff.state"), value: person.isActive ? t("staff.active") : t("access.suspended") },
              { term: t("access.password"), value: person.hasPassword ? t("access.hasPassword") : t("access.noPassword") },
              { term: t("factor.title"), value: person.hasFactor ? t("factor.on") : t("factor.off") },
              { term: t("staff.lastSeenTerm"), value: person.lastSeenAt ? <Moment at={person.lastSeenAt} now={ctx.now} /> : t("staff.neverSeen") },
            ]}
          />
          {person.hasFactor ? <ResetFactor action={resetCustomerFactorAction} permalink={address} userId={person.id} /> : <p className="text-sm text-muted">{t("access.nothing")}</p>}
        </div>
      </Panel>
      <AccessHistory events={person.events} now={ctx.now} />
    </CustomersFrame>
  );
}
