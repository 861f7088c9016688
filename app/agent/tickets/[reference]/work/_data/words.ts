import { getTranslator } from "@/lib/i18n/translator";
import type { FieldFormWords } from "../../../../_components/field-form";
import { refusalWords } from "../../../../_data/pair-words";

/** @param of the form, as the catalogue `work` names it */
export function workFormWords(of: "post" | "reverse" | "close" | "release"): FieldFormWords {
  const t = getTranslator("work");
  const agent = getTranslator("agent");
  return { submit: t(`${of}.submit`), pending: t(`${of}.pending`), done: t(`${of}.done`), invalid: agent("work.errorTitle"), offline: agent("compose.offline"), refusal: refusalWords() };
}
