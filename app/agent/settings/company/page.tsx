import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Moment } from "@/components/tickets/moment";
import { Panel } from "@/components/ui/panel";
import { contextOf } from "@/lib/actions/context";
import { isFormPost } from "@/lib/actions/form-post";
import { requireAdmin } from "@/lib/auth/gate";
import { findPerson } from "@/lib/auth/session";
import { regimesFor } from "@/lib/customers/catalogues";
import { getTranslator } from "@/lib/i18n/translator";
import { findCompany } from "@/lib/quotes/company";
import { DEFAULT_PRODUCT_KEY, PAYMENT_FORMS, PAYMENT_METHODS } from "@/lib/quotes/company-schema";
import type { Company } from "@/lib/quotes/charge-types";
import { FieldForm, type FormField } from "../../_components/field-form";
import { SignedOutForms } from "../../_components/signed-out-forms";
import { refusalWords } from "../../_data/pair-words";
import { editCompanyAction } from "./actions";

const ADDRESS = "/agent/settings/company";

export function generateMetadata(): Metadata {
  return { title: getTranslator("charges")("company.title") };
}

/** Who invoices, and how. */
export default async function CompanyPage() {
  if ((await isFormPost()) && !(await findPerson())) return <SignedOutForms address={ADDRESS} forms={[{ action: editCompanyAction, names: ["legalName", "rfc", "postalCode"] }]} />;
  const ctx = contextOf(await requireAdmin());
  const view = await findCompany(ctx);
  const t = getTranslator("charges");
  const agent = getTranslator("agent");
  return (
    <div className="relative p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page space-y-5">
        <PageHeader title={t("company.title")} lead={t("company.lead")} />
        <Panel title={t("company.panel")} className="max-w-3xl">
          <FieldForm
            key={view?.version}
            formId="company"
            action={editCompanyAction}
            permalink={ADDRESS}
            hidden={{ version: String(view?.version ?? 0) }}
            fields={fieldsOf(view?.company ?? null)}
            words={{ submit: t("company.submit"), pending: t("company.pending"), done: t("company.done"), invalid: agent("work.errorTitle"), offline: agent("compose.offline"), refusal: refusalWords() }}
          />
          <p className="pt-4 text-sm text-muted">
            {!view?.updatedAt ? t("company.never") : view.updatedByName ? t("company.editedBy", { name: view.updatedByName }) : t("company.edited")}{" "}
            {view?.updatedAt && <Moment at={view.updatedAt} now={ctx.now} />}
          </p>
        </Panel>
      </div>
    </div>
  );
}

function fieldsOf(company: Company | null): FormField[] {
  const t = getTranslator("charges");
  return [
    { kind: "text", name: "rfc", label: t("company.rfc"), value: company?.rfc ?? "", maxLength: 20, isShort: true },
    { kind: "text", name: "legalName", label: t("company.legalName"), hint: t("company.legalNameHint"), value: company?.legalName ?? "", maxLength: 300 },
    { kind: "select", name: "taxRegime", label: t("company.taxRegime"), value: company?.taxRegime ?? "601", options: regimesFor(null).map(({ code, name }) => ({ value: code, label: `${code} \u00b7 ${name}` })) },
    { kind: "text", name: "postalCode", label: t("company.postalCode"), hint: t("company.postalCodeHint"), value: company?.postalCode ?? "", inputMode: "numeric", maxLength: 5, isShort: true },
    { kind: "text", name: "productKey", label: t("company.productKey"), hint: t("company.productKeyHint"), value: company?.productKey ?? DEFAULT_PRODUCT_KEY, inputMode: "numeric", maxLength: 8, isShort: true },
    { kind: "select", name: "paymentMethod", label: t("company.paymentMethod"), value: company?.paymentMethod ?? "PUE", options: PAYMENT_METHODS.map((value) => ({ value, label: t(`company.methods.${value}`) })) },
    { kind: "select", name: "paymentForm", label: t("company.paymentForm"), value: company?.paymentForm ?? "03", options: PAYMENT_FORMS.map((value) => ({ value, label: t(`company.forms.f${value}`) })) },
    { kind: "text", name: "series", label: t("company.series"), optionalLabel: t("pay.optional"), value: company?.series ?? "", maxLength: 10, isShort: true },
  ];
}
