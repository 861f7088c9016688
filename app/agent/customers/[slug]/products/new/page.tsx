import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { findOrganization } from "@/lib/customers/queries";
import { getTranslator } from "@/lib/i18n/translator";
import { addProductAction } from "../../../actions";
import { CustomersFrame } from "../../../_components/customers-frame";
import { KeptForm } from "../../../_components/kept-form";
import { CUSTOMERS, hrefOfCustomer, hrefOfNewProduct } from "../../../_data/addresses";
import { productFormFields } from "../../../_data/forms";

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("products.add") };
}

export default async function NewProductPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <KeptForm action={addProductAction} permalink={hrefOfNewProduct(slug)} fields={productFormFields()} />;
  const ctx = contextOf(await requireAdmin());
  const organization = await findOrganization(ctx, { slug });
  if (!organization) notFound();
  const t = getTranslator("customers");
  return (
    <CustomersFrame>
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: CUSTOMERS }, { label: organization.name, href: hrefOfCustomer(organization.slug) }, { label: t("products.add") }] }}
        title={t("products.add")}
      />
      <Card>
        <FieldForm
          action={addProductAction}
          permalink={hrefOfNewProduct(organization.slug)}
          hidden={{ organizationId: organization.id }}
          fields={productFormFields()}
          fieldOf={{ PRODUCT_NAME_TAKEN: "name" }}
          words={formWords({ submit: t("products.add"), submitting: t("products.adding") })}
        />
      </Card>
    </CustomersFrame>
  );
}
