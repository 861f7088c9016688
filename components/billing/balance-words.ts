import { durationText } from "@/lib/billing/duration-text";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

type Contract = { reference: string; name: string; balanceMinutes: number; overageLimitMinutes: number; endsOn: Temporal.PlainDate | string };

export type BalanceSentences = { left: string; until: string; takes: string | null; after: string | null; tone: "neutral" | "warn" | "danger" };

/** What is left of a contract, and what a request would take of it, in words. @param takesMinutes null while nobody has estimated it */
export function balanceSentences({ reference, name, balanceMinutes, overageLimitMinutes, endsOn }: Contract, takesMinutes: number | null = null): BalanceSentences {
  const t = getTranslator("billing");
  const contract = `${name} (${reference})`;
  const after = takesMinutes === null ? null : balanceMinutes - takesMinutes;
  const isShort = after !== null && after < -overageLimitMinutes;
  const tone = isShort || balanceMinutes + overageLimitMinutes <= 0 ? "danger" : balanceMinutes <= 0 || (after !== null && after < 0) ? "warn" : "neutral";
  return { left: leftSentence(contract, balanceMinutes, overageLimitMinutes), until: t("balance.until", { date: formatPlainDate(endsOn.toString()) }), ...takes(), tone };

  function takes(): Pick<BalanceSentences, "takes" | "after"> {
    if (takesMinutes === null || after === null) return { takes: null, after: null };
    const sentence = t("balance.takes", { minutes: durationText(takesMinutes) });
    if (isShort) return { takes: sentence, after: t("balance.short", { minutes: durationText(-after - overageLimitMinutes) }) };
    return { takes: sentence, after: after < 0 ? t("balance.afterOver", { minutes: durationText(-after) }) : t("balance.after", { minutes: durationText(after) }) };
  }
}

function leftSentence(contract: string, balance: number, overage: number): string {
  const t = getTranslator("billing");
  if (balance > 0) return t("balance.left", { minutes: durationText(balance), contract });
  const room = balance + overage;
  if (room > 0) return t("balance.onlyOverage", { minutes: durationText(room), contract });
  return t("balance.none", { contract });
}
