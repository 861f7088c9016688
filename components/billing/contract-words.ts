import type { Tone } from "@/components/ui/badge";
import { CARRY_OVER_WAIT_DAYS } from "@/lib/billing/contract-end";
import type { ContractState, ContractSummary, ContractView } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import type { Forecast } from "@/lib/billing/forecast";
import { percentText } from "@/lib/billing/money-text";
import { formatAmount } from "@/lib/i18n/money";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { ContractNoticeKind } from "@/lib/db/generated/enums";

export const STATE_TONES: Record<ContractState, Tone> = { "in-force": "success", upcoming: "accent", waiting: "warn", ended: "neutral" };
export const NOTICE_TONES: Record<ContractNoticeKind, Tone> = { used_80: "warn", used_100: "danger", ends_soon: "warn" };

/** "18 de noviembre de 2026": a day of a contract, without the weekday. */
export function dayText(day: string | Temporal.PlainDate): string {
  return formatPlainDate(day.toString()).replace(/^[^,\d]*,?\s*/, "");
}

/** What was told of a contract, in full. All of it is used says that most of it is. */
export function noticeSentences({ notices, endsOn }: Pick<ContractSummary, "notices" | "endsOn">): { kind: ContractNoticeKind; sentence: string }[] {
  const t = getTranslator("billing");
  return shownNotices(notices).map((kind) => ({ kind, sentence: t(`notice.${kind}`, { date: dayText(endsOn) }) }));
}

export function shownNotices(notices: readonly ContractNoticeKind[]): ContractNoticeKind[] {
  return notices.filter((kind) => kind !== "used_80" || !notices.includes("used_100"));
}

type Fact = { term: string; value: string | null };

/** Where the minutes went. What there is none of is left out. */
export function balanceFacts({ balance, overageLimitMinutes }: Pick<ContractSummary, "balance" | "overageLimitMinutes">): Fact[] {
  const t = getTranslator("billing");
  const some = (minutes: number) => (minutes === 0 ? null : durationText(minutes));
  return [
    { term: t("facts.bought"), value: durationText(balance.bought) },
    { term: t("facts.adjusted"), value: some(balance.adjusted) },
    { term: t("facts.consumed"), value: durationText(balance.consumed) },
    { term: t("facts.held"), value: durationText(balance.held) },
    { term: t("facts.expired"), value: some(balance.expired) },
    { term: t("facts.available"), value: durationText(balance.available) },
    { term: t("facts.overage"), value: some(overageLimitMinutes) },
  ];
}

/** By which rules it is spent. */
export function ruleFacts(contract: Pick<ContractView, "startsOn" | "endsOn" | "roundingMinutes" | "atEnd" | "authorisers" | "authoriserNames" | "overageLimitMinutes">): Fact[] {
  const t = getTranslator("billing");
  const { startsOn, endsOn, roundingMinutes, atEnd, overageLimitMinutes } = contract;
  return [
    { term: t("facts.period"), value: t("facts.periodValue", { from: dayText(startsOn), to: dayText(endsOn) }) },
    { term: t("facts.rounding"), value: t("facts.roundingValue", { minutes: roundingMinutes }) },
    { term: t("facts.atEnd"), value: t(`facts.${atEnd}`, { days: CARRY_OVER_WAIT_DAYS }) },
    { term: t("facts.overage"), value: overageLimitMinutes === 0 ? t("facts.noOverage") : durationText(overageLimitMinutes) },
    { term: t("facts.authorisers"), value: authorisersText(contract) },
  ];
}

export function authorisersText({ authorisers, authoriserNames }: Pick<ContractView, "authorisers" | "authoriserNames">): string {
  const t = getTranslator("billing");
  return authorisers === "named" ? new Intl.ListFormat("es-MX").format(authoriserNames) : t(`facts.${authorisers}`);
}

export function priceText({ priceCents, vatRateBp }: Pick<ContractView, "priceCents" | "vatRateBp">): string {
  return getTranslator("billing")("facts.priceValue", { price: formatAmount(priceCents), vat: percentText(vatRateBp) });
}

/** What the forecast says, and how far it may be off. */
export function forecastSentence(forecast: Forecast): string {
  const t = getTranslator("billing");
  switch (forecast.kind) {
    case "too-little":
    case "used-up":
      return t(`forecast.${forecast.kind}`);
    case "lasts":
      return t("forecast.lasts", { weekly: durationText(forecast.weekly), least: durationText(forecast.left.least), most: durationText(forecast.left.most) });
    case "runs-out": {
      const said = { weekly: durationText(forecast.weekly), expected: dayText(forecast.expected), earliest: dayText(forecast.earliest) };
      if (forecast.latest?.equals(forecast.earliest)) return t("forecast.runsOutAlike", said);
      return forecast.latest ? t("forecast.runsOut", { ...said, latest: dayText(forecast.latest) }) : t("forecast.runsOutOpen", said);
    }
    default:
      return forecast satisfies never;
  }
}

/** "noviembre de 2026" */
export function monthText(month: string): string {
  return formatPlainDate(`${month}-01`).replace(/^.*?1 de /, "");
}
