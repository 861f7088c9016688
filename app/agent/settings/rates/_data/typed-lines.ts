import { plainPesos } from "@/lib/billing/money-text";
import { RATE_FIELDS, UNIT_NAMES, type RateLine, type TypedRateLine } from "@/lib/billing/rate-lines";

/** A line as it is typed, for the form and the table. */
export function typedLine({ code, description, unit, minutesEstimated, publicPriceCents, contractPriceCents, vatRateBp, validFrom, validTo }: RateLine): TypedRateLine {
  return {
    code,
    description,
    unit: UNIT_NAMES[unit],
    minutes: String(minutesEstimated),
    publicPrice: plainPesos(publicPriceCents),
    contractPrice: plainPesos(contractPriceCents),
    vat: String(vatRateBp / 100),
    validFrom,
    validTo: validTo ?? "",
  };
}

/** The lines of a form whose fields repeat, in their order. */
export function linesOfForm(form: FormData): TypedRateLine[] {
  const columns = RATE_FIELDS.map((field) => form.getAll(field).map(String));
  const count = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: count }, (_, at) => Object.fromEntries(RATE_FIELDS.map((field, column) => [field, columns[column]?.[at] ?? ""])) as TypedRateLine);
}
