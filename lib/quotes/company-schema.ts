import { z } from "zod";
import { typedText } from "@/lib/actions/text";
import { fiscalShape } from "@/lib/customers/fiscal";
import { isRegimeFor, findRegime } from "@/lib/customers/catalogues";
import { readRfc } from "@/lib/customers/rfc";

/** c_FormaPago, as far as a company is paid for services. 99: to be defined, of what is paid later. */
export const PAYMENT_FORMS = ["01", "02", "03", "04", "28", "99"] as const;
export const PAYMENT_METHODS = ["PUE", "PPD"] as const;
/** Technical support or help-desk services (c_ClaveProdServ). */
export const DEFAULT_PRODUCT_KEY = "81111811";

export const companySchema = z
  .strictObject({
    rfc: fiscalShape.rfc,
    legalName: fiscalShape.legalName,
    taxRegime: fiscalShape.taxRegime,
    postalCode: fiscalShape.postalCode,
    productKey: typedText({ max: 8 }).refine((key) => /^\d{8}$/.test(key), "COMPANY_PRODUCT_KEY"),
    paymentMethod: z.enum(PAYMENT_METHODS, "field.unknownChoice"),
    paymentForm: z.enum(PAYMENT_FORMS, "field.unknownChoice"),
    series: typedText({ max: 10, min: 0 }).transform((text) => text.toUpperCase()).refine((text) => /^[A-Z0-9]*$/.test(text), "COMPANY_SERIES"),
    /** That was seen; 0 while nobody has changed anything. */
    version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice"),
  })
  .superRefine(({ rfc, taxRegime, paymentMethod, paymentForm }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const read = readRfc(rfc);
    const regime = findRegime(taxRegime);
    if (read.ok && read.kind === "generic") issue("rfc", "COMPANY_RFC_GENERIC");
    else if (read.ok && regime && !isRegimeFor(regime, read.kind)) issue("taxRegime", `field.regimeOf_${read.kind}`);
    if ((paymentMethod === "PPD") !== (paymentForm === "99")) issue("paymentForm", "COMPANY_PAYMENT_FORM");
  });
export type EditCompanyInput = z.output<typeof companySchema>;
