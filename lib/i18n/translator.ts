import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import { catalogues, type Messages } from "@/lib/i18n/catalogues";

/** The messages of the deployment's one locale (APP_LOCALE). */
export function getTranslator<N extends keyof Messages>(namespace: N) {
  const locale = env().APP_LOCALE;
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace,
    onError(error) {
      throw error; // a missing message is a bug, not an empty label
    },
  });
}
