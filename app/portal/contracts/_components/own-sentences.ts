import { balanceSentences } from "@/components/billing/balance-words";
import { dayText } from "@/components/billing/contract-words";
import type { ContractSummary } from "@/lib/billing/contract-views";
import { durationText } from "@/lib/billing/duration-text";
import { getTranslator } from "@/lib/i18n/translator";

/** What is left, what is held and until when, a sentence each. */
export function ownSentences(contract: ContractSummary): string[] {
  const t = getTranslator("billing");
  const { balance, state, startsOn, endsOn } = contract;
  const { left, until } = balanceSentences({ ...contract, balanceMinutes: balance.available });
  const held = balance.held > 0 ? t("own.held", { minutes: durationText(balance.held) }) : t("own.nothingHeld");
  if (state === "ended" || state === "waiting") return [t("own.ended", { date: dayText(endsOn) }), ...(state === "waiting" || balance.held > 0 ? [left, held] : [])];
  return [left, held, state === "upcoming" ? t("own.upcoming", { date: dayText(startsOn) }) : until];
}
