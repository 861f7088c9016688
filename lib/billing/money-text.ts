import { formatAmount } from "@/lib/i18n/money";

/** "1,250.00", as it is typed into a form and written to a table. */
export function plainPesos(cents: number): string {
  return formatAmount(cents).replace("$", "");
}

/** "16 %", of hundredths of a percent. */
export function percentText(basisPoints: number): string {
  return `${basisPoints / 100}\u00A0%`;
}
