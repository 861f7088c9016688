import type { FieldSpec } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import type { ProductFields } from "@/lib/customers/product-fields";
import { EVENT_AUTHORISERS, ORGANIZATION_ROLES, PRODUCT_KINDS, PRODUCT_STATES } from "@/lib/customers/types";
import type { OrganizationView } from "@/lib/customers/views";

/** The forms of a customer's pages, as data. */

export function organizationFields(organization?: Pick<OrganizationView, "name" | "eventAuthorisers">): FieldSpec[] {
  const t = getTranslator("customers");
  return [
    { kind: "text", name: "name", label: t("organization.name"), hint: t("organization.nameHint"), value: organization?.name ?? "" },
    {
      kind: "select",
      name: "eventAuthorisers",
      label: t("organization.eventAuthorisers"),
      hint: t("organization.eventAuthorisersHint"),
      options: EVENT_AUTHORISERS.map((value) => ({ value, label: t(`organization.${value}`) })),
      value: organization?.eventAuthorisers ?? "anyone",
    },
  ];
}

export function productFormFields(product?: ProductFields): FieldSpec[] {
  const t = getTranslator("customers");
  return [
    { kind: "select", name: "kind", label: t("product.kind"), options: PRODUCT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })), value: product?.kind ?? "hosting" },
    { kind: "text", name: "name", label: t("product.name"), hint: t("product.nameHint"), value: product?.name ?? "" },
    { kind: "date", name: "startsOn", label: t("product.startsOn"), value: product?.startsOn ?? "" },
    { kind: "date", name: "endsOn", label: t("product.endsOn"), hint: t("product.endsOnHint"), value: product?.endsOn ?? "", isOptional: true },
    { kind: "select", name: "state", label: t("product.state"), options: PRODUCT_STATES.map((value) => ({ value, label: t(`state.${value}`) })), value: product?.state ?? "active" },
    { kind: "number", name: "graceDays", label: t("product.graceDays"), hint: t("product.graceDaysHint"), value: String(product?.graceDays ?? 0) },
    { kind: "textarea", name: "specialContract", label: t("product.specialContract"), hint: t("product.specialContractHint"), value: product?.specialContract ?? "", isOptional: true },
    { kind: "date", name: "specialContractEndsOn", label: t("product.specialContractEndsOn"), value: product?.specialContractEndsOn ?? "", isOptional: true },
  ];
}

export function membershipFields({ organization, role }: { organization: string; role: string }): FieldSpec[] {
  const t = getTranslator("customers");
  return [
    { kind: "text", name: "organization", label: t("people.organization"), hint: t("people.organizationHint"), value: organization, isOptional: true },
    { kind: "select", name: "role", label: t("people.role"), options: ORGANIZATION_ROLES.map((value) => ({ value, label: t(`people.${value}`) })), value: role },
  ];
}
