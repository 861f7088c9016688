import { percentText } from "@/lib/billing/money-text";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatAmount } from "@/lib/i18n/money";
import type { RateChange } from "@/lib/billing/rate-diff";
import type { RateLine } from "@/lib/billing/rate-lines";
import { getTranslator } from "@/lib/i18n/translator";

export type ChangeSentence = { key: string; sentence: string; parts: string[] };

/** What a version changes, in words. */
export function changeSentences(changes: readonly RateChange[]): ChangeSentence[] {
  const t = getTranslator("rates");
  return changes.map((change) => {
    switch (change.kind) {
      case "added": {
        const { code, description, publicPriceCents, contractPriceCents } = change.line;
        return { key: code, sentence: t("changes.added", { code, description, publicPrice: formatAmount(publicPriceCents), contractPrice: formatAmount(contractPriceCents) }), parts: [] };
      }
      case "removed":
        return { key: change.line.code, sentence: t("changes.removed", { code: change.line.code, description: change.line.description }), parts: [] };
      case "changed":
        return {
          key: change.code,
          sentence: t("changes.changed", { code: change.code, description: change.description }),
          parts: change.changes.map(({ field, from, to }) => t("changes.of", { field: t(`column.${COLUMN[field]}`), from: valueText(field, from), to: valueText(field, to) })),
        };
      default:
        return change satisfies never;
    }
  });
}

const COLUMN = {
  description: "description",
  unit: "unit",
  minutesEstimated: "minutes",
  publicPriceCents: "publicPrice",
  contractPriceCents: "contractPrice",
  vatRateBp: "vat",
  validFrom: "validFrom",
  validTo: "validTo",
} as const;

function valueText(field: keyof typeof COLUMN, value: RateLine[keyof RateLine]): string {
  const t = getTranslator("rates");
  if (value === null) return t("noEnd").toLocaleLowerCase("es");
  if (field === "unit") return t(`unit.${value as RateLine["unit"]}`);
  if (typeof value !== "number") return field === "validFrom" || field === "validTo" ? formatPlainDate(value) : value;
  if (field === "vatRateBp") return percentText(value);
  return field === "minutesEstimated" ? String(value) : formatAmount(value);
}
