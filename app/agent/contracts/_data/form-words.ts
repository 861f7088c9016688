import { CARRY_OVER_WAIT_DAYS } from "@/lib/billing/contract-end";
import { AUTHORISER_RULES, END_RULES, ROUNDINGS } from "@/lib/billing/contract-schema";
import type { ContractOrganization } from "@/lib/billing/form-queries";
import { percentText } from "@/lib/billing/money-text";
import { VAT_RATES } from "@/lib/billing/rate-lines";
import { getTranslator } from "@/lib/i18n/translator";
import type { ContractFormWords } from "../_components/contract-form";

export function contractFormWords(kind: "new" | "edit"): ContractFormWords {
  const t = getTranslator("billing");
  return {
    name: t("form.name"),
    nameHint: t("form.nameHint"),
    hours: t("form.hours"),
    hoursHint: t("form.hoursHint"),
    price: t("form.price"),
    priceHint: t("form.priceHint"),
    vat: t("form.vat"),
    vats: VAT_RATES.map((rate) => ({ value: String(rate), label: percentText(rate) })),
    startsOn: t("form.startsOn"),
    endsOn: t("form.endsOn"),
    endsOnHint: t("form.endsOnHint"),
    rounding: t("form.rounding"),
    roundings: ROUNDINGS.map((minutes) => ({ value: String(minutes), label: t("form.roundingOption", { minutes }) })),
    atEnd: t("form.atEnd"),
    atEnds: END_RULES.map((value) => ({ value, label: t(`form.${value}`), ...(value === "carry_over" ? { description: t("form.carry_overHint", { days: CARRY_OVER_WAIT_DAYS }) } : {}) })),
    overage: t("form.overage"),
    overageHint: t("form.overageHint"),
    authorisers: t("form.authorisers"),
    authoriserRules: AUTHORISER_RULES.map((value) => ({ value, label: t(`form.${value}`) })),
    people: t("form.people"),
    peopleHint: t("form.peopleHint"),
    noPeople: t("form.noPeople"),
    ...failureWords(),
    submit: kind === "new" ? t("form.submit") : t("form.save"),
    submitting: kind === "new" ? t("form.submitting") : t("form.saving"),
  };
}

export function failureWords() {
  const t = getTranslator("billing");
  return { invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn") };
}

export function peopleOf({ people }: ContractOrganization): { id: string; label: string }[] {
  const t = getTranslator("billing");
  return people.map(({ id, name, isManager }) => ({ id, label: isManager ? `${name} (${t("form.manager")})` : name }));
}
