import { getTranslator } from "@/lib/i18n/translator";
import type { PairWords } from "../_components/pair-form";
import type { RefusalWords } from "../_components/refusal-ways";

export function refusalWords(): RefusalWords {
  const t = getTranslator("agent");
  return { signIn: t("compose.signIn"), open: t("compose.open"), quote: getTranslator("quotes")("desk.toQuote") };
}

/** @param names the tickets that are told apart, as the page names them */
export function differentWords(names: { ticket: string; others: string }): PairWords {
  const t = getTranslator("agent");
  return { ...pairWords(), label: t("pair.different"), longLabel: t("pair.differentLong", names), done: t("pair.differentDone", names) };
}

export function withdrawWords(names: { ticket: string; others: string }): PairWords {
  const t = getTranslator("agent");
  return { ...pairWords(), label: t("pair.withdraw"), longLabel: t("pair.withdrawLong", names), done: t("pair.withdrawDone", names) };
}

function pairWords() {
  const t = getTranslator("agent");
  return { pending: t("work.saving"), errorTitle: t("work.errorTitle"), offline: t("compose.offline"), refusal: refusalWords() };
}
