import { getTranslator } from "@/lib/i18n/translator";
import type { SignedOutWords } from "../_components/signed-out-page";

export function signedOutWords(): SignedOutWords {
  const t = getTranslator("questions");
  return { title: t("signedOut"), kept: t("form.kept"), invalid: t("form.invalid"), signIn: t("form.signIn") };
}
