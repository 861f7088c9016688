import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { checkFiscal, fiscalShape } from "@/lib/customers/fiscal";
import { checkProduct, productShape } from "@/lib/customers/product-fields";
import { EVENT_AUTHORISERS, ORGANIZATION_ROLES } from "@/lib/customers/types";

/** Without an organization: of whoever sends it. */
export const saveFiscalSchema = z.strictObject({ organizationId: optionalIdField(), ...fiscalShape }).superRefine(checkFiscal);
export type SaveFiscalInput = z.output<typeof saveFiscalSchema>;

const organizationName = typedText({ max: 150 });
const eventAuthorisers = z.enum(EVENT_AUTHORISERS, "field.unknownChoice");

export const createOrganizationSchema = z.strictObject({ name: organizationName, eventAuthorisers });
export type CreateOrganizationInput = z.output<typeof createOrganizationSchema>;
export const editOrganizationSchema = z.strictObject({ organizationId: idField(), name: organizationName, eventAuthorisers });
export type EditOrganizationInput = z.output<typeof editOrganizationSchema>;

export const addDomainSchema = z.strictObject({ organizationId: idField(), domain: typedText({ max: 300 }) });
export type AddDomainInput = z.output<typeof addDomainSchema>;
export const removeDomainSchema = z.strictObject({ organizationId: idField(), domain: typedText({ max: 300 }) });
export type RemoveDomainInput = z.output<typeof removeDomainSchema>;

/** Where a person belongs, and as what. No organization: a person of their own. */
export const changeMembershipSchema = z.strictObject({
  userId: idField(),
  /** The slug of the organization, as people see it in addresses; empty for none. */
  organization: z.string("field.missing").trim().max(100, "field.tooLong:100"),
  role: z.enum(ORGANIZATION_ROLES, "field.unknownChoice"),
});
export type ChangeMembershipInput = z.output<typeof changeMembershipSchema>;

/** What the form was made from (product-fields.ts). */
const seen = z.string("field.missing").max(5000, "field.unreadable");
export const addProductSchema = z.strictObject({ organizationId: idField(), ...productShape }).superRefine(checkProduct);
export type AddProductInput = z.output<typeof addProductSchema>;
export const editProductSchema = z.strictObject({ productId: idField(), seen, ...productShape }).superRefine(checkProduct);
export type EditProductInput = z.output<typeof editProductSchema>;

/** What is applied is the look that was shown. */
export const applyImportSchema = z.strictObject({ importId: idField(), look: idField() });
export type ApplyImportInput = z.output<typeof applyImportSchema>;
