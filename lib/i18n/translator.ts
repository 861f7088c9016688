import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import { catalogues, type Messages } from "@/lib/i18n/catalogues";

// A translator parses each message once; a page asks for the same few namespaces hundreds of times.
const made = new Map<string, unknown>();

/** The messages of the deployment's one locale (APP_LOCALE). */
export function getTranslator<N extends keyof Messages>(namespace: N): ReturnType<typeof makeTranslator<N>> {
  const kept = made.get(namespace) ?? makeTranslator(namespace);
  made.set(namespace, kept);
  return kept as ReturnType<typeof makeTranslator<N>>;
}

function makeTranslator<N extends keyof Messages>(namespace: N) {
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
