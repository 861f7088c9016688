import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { standingText, standingTone } from "@/components/customers/standing-words";
import { formWords } from "@/components/customers/form-words";
import { FieldForm } from "@/components/forms/field-form";
import { PageHeader } from "@/components/layout/page-header";
import { StatusPill } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Card, Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireStaff } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { canEditCustomers } from "@/lib/customers/policy";
import { fieldsOf, fingerprintOf } from "@/lib/customers/product-fields";
import { findProduct, listCustomerEvents } from "@/lib/customers/queries";
import { standingOf } from "@/lib/customers/standing";
import type { Product } from "@/lib/customers/types";
import { formatDay } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { todayAtDesk } from "@/lib/sla/today";
import { editProductAction } from "../../../actions";
import { CustomersFrame } from "../../../_components/customers-frame";
import { KeptForm } from "../../../_components/kept-form";
import { CUSTOMERS, hrefOfCustomer, hrefOfProduct } from "../../../_data/addresses";
import { productFormFields } from "../../../_data/forms";
import { HistoryList } from "../../_components/history-list";

type Props = { params: Promise<{ slug: string; product: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("customers")("products.edit") };
}

export default async function ProductPage({ params }: Props) {
  const { slug, product: id } = await params;
  if ((await isFormPost()) && !(await findPerson())) return <KeptForm action={editProductAction} permalink={hrefOfProduct(slug, id)} fields={productFormFields()} />;
  const actor = await requireStaff();
  const ctx = contextOf(actor);
  const found = z.uuid().safeParse(id).success ? await findProduct(ctx, id) : null;
  if (!found || found.organization.slug !== slug) notFound();
  const { product, organization } = found;
  const [today, events] = await Promise.all([todayAtDesk(ctx), listCustomerEvents(ctx, { organizationId: organization.id, productId: id })]);
  const fields = fieldsOf(product);
  const standing = standingOf(product, today);
  const t = getTranslator("customers");
  return (
    <CustomersFrame>
      <PageHeader
        breadcrumbs={{ label: t("trail"), items: [{ label: t("title"), href: CUSTOMERS }, { label: organization.name, href: hrefOfCustomer(slug) }, { label: product.name }] }}
        title={product.name}
        meta={
          <StatusPill tone={standingTone(standing, today)}>
            <span className="whitespace-normal">{standingText(standing, today)}</span>
          </StatusPill>
        }
      />
      <Card>
        {canEditCustomers(actor) ? (
          <FieldForm
            action={editProductAction}
            permalink={hrefOfProduct(slug, id)}
            hidden={{ productId: id, seen: fingerprintOf(fields) }}
            fields={productFormFields(fields)}
            fieldOf={{ PRODUCT_NAME_TAKEN: "name" }}
            words={formWords()}
          />
        ) : (
          <ProductFacts product={product} today={today} />
        )}
      </Card>
      <Panel title={t("organization.history")}>
        <HistoryList events={events} now={ctx.now} />
      </Panel>
    </CustomersFrame>
  );
}

function ProductFacts({ product, today }: { product: Product; today: Temporal.PlainDate }) {
  const t = getTranslator("customers");
  const day = (date: Temporal.PlainDate | null) => date && formatDay(date, { today });
  return (
    <DescriptionList
      items={[
        { term: t("product.kind"), value: t(`kind.${product.kind}`) },
        { term: t("product.startsOn"), value: day(product.startsOn) },
        { term: t("product.endsOn"), value: day(product.endsOn) },
        { term: t("product.state"), value: t(`state.${product.state}`) },
        { term: t("product.graceDays"), value: product.graceDays },
        { term: t("product.specialContract"), value: product.specialContract },
        { term: t("product.specialContractEndsOn"), value: day(product.specialContractEndsOn) },
      ]}
    />
  );
}
