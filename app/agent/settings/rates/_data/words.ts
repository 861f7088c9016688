import { RATE_COLUMNS, RATE_FIELDS, UNIT_NAMES, VAT_RATES, type RateField } from "@/lib/billing/rate-lines";
import { percentText } from "@/lib/billing/money-text";
import { getTranslator } from "@/lib/i18n/translator";
import type { RateFormWords } from "../_components/rate-lines-form";
import type { ImportWords } from "../_components/import-form";

export function rateFormWords(number: number): RateFormWords {
  const t = getTranslator("rates");
  return {
    columns: Object.fromEntries(RATE_FIELDS.map((field) => [field, t(`column.${field}`)])) as Record<RateField, string>,
    units: (["event", "hour"] as const).map((unit) => ({ value: UNIT_NAMES[unit], label: t(`unit.${unit}`) })),
    vats: VAT_RATES.map((rate) => ({ value: String(rate / 100), label: percentText(rate) })),
    // The browser fills in the number.
    line: t("form.line", { line: "{line}" }),
    newLine: t("form.newLine"),
    add: t("form.add"),
    codeHint: t("form.codeHint"),
    note: t("form.note"),
    noteHint: t("form.noteHint"),
    optional: getTranslator("ui")("optional"),
    submit: t("form.submit", { number }),
    submitting: t("form.submitting"),
    ...failureWords(),
  };
}

export function importWords(number: number): ImportWords {
  const t = getTranslator("rates");
  return {
    file: t("importing.file"),
    fileHint: t("importing.fileHint", { columns: RATE_COLUMNS.map(({ name }) => name).join(", ") }),
    check: t("importing.check"),
    checking: t("importing.checking"),
    problems: t("importing.problems"),
    // Filled in by the browser once the table was read.
    ready: t("importing.ready", { count: 1 }),
    readyMany: t("importing.ready", { count: 12_321 }).replace(/12[^\d]?321/, "{count}"),
    changes: t("changes.title"),
    nothing: t("changes.nothing"),
    publishes: t("importing.publishes", { number }),
    note: t("form.note"),
    noteHint: t("form.noteHint"),
    optional: getTranslator("ui")("optional"),
    submit: t("form.submit", { number }),
    submitting: t("form.submitting"),
    ...failureWords(),
  };
}

function failureWords() {
  const t = getTranslator("rates");
  return { invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn") };
}
