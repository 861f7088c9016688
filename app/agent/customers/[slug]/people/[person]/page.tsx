import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { DescriptionList } from "@/components/ui/description-list";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { requireAdmin } from "@/lib/auth/gate";
import { findPersonConduct } from "@/lib/conduct/person-queries";
import { findPersonRow } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { changeMembershipAction } from "../../../actions";
import { PersonHistory } from "../../../../conduct/_components/person-history";
import { CustomersFrame } from "../../../_components/customers-frame";
import { CUSTOMERS, hrefOfCustomer, hrefOfPerson } from "../../../_data/addresses";
import { membershipFields } from "../../../_data/forms";

type Props = { params: Promise<{ slug: string; person: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("people.title") };
}

export default async function PersonPage({ params }: Props) {
  const ctx = contextOf(await requireAdmin());
  const { slug, person: id } = await params;
  const person = z.uuid().safeParse(id).success ? await findPersonRow(ctx, id) : null;
  if (!person || person.organization?.slug !== slug) notFound();
  const conduct = await findPersonConduct(ctx, id);
  const t = getTranslator("customers");
  return (
    <CustomersFrame>
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: CUSTOMERS }, { label: person.organization.name, href: hrefOfCustomer(slug) }, { label: person.name }] }}
        title={t("people.title2", { name: person.name })}
        lead={t("people.lead")}
      />
      <Card>
        <FieldForm
          action={changeMembershipAction}
          permalink={hrefOfPerson(slug, id)}
          hidden={{ userId: id }}
          fields={membershipFields({ organization: slug, role: person.role })}
          fieldOf={{ ORGANIZATION_UNKNOWN: "organization" }}
          words={formWords()}
        >
          <DescriptionList
            items={[
              { term: t("people.manager"), value: t("people.managerHint") },
              { term: t("people.member"), value: t("people.memberHint") },
            ]}
          />
        </FieldForm>
      </Card>
      <a href={`/agent/access/${person.id}`} className="link inline-flex min-h-6 items-center text-sm">
        {getTranslator("security")("access.open")}
      </a>
      {conduct && (
        <Panel title={getTranslator("conduct")("history.panel")}>
          <PersonHistory history={conduct} now={ctx.now} address={hrefOfPerson(slug, id)} />
        </Panel>
      )}
    </CustomersFrame>
  );
}
