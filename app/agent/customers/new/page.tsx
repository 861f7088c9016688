import type { Metadata } from "next";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { getTranslator } from "@/lib/i18n/translator";
import { createOrganizationAction } from "../actions";
import { CustomersFrame } from "../_components/customers-frame";
import { CUSTOMERS, NEW_CUSTOMER } from "../_data/addresses";
import { organizationFields } from "../_data/forms";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("new.title") };
}

export default async function NewCustomerPage() {
  const isKept = (await isFormPost()) && !(await findPerson());
  // What was typed without a script before the session ended is shown again, and nothing else.
  if (!isKept) await requireAdmin();
  const t = getTranslator("customers");
  return (
    <CustomersFrame>
      <PageHeader breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: CUSTOMERS }, { label: t("new.title") }] }} title={t("new.title")} lead={t("new.lead")} />
      <Card>
        <FieldForm
          action={createOrganizationAction}
          permalink={NEW_CUSTOMER}
          fields={organizationFields()}
          fieldOf={{ ORGANIZATION_NAME_TAKEN: "name" }}
          words={formWords({ submit: t("new.submit"), submitting: t("new.submitting") })}
        />
      </Card>
    </CustomersFrame>
  );
}
