import type { SearchWords } from "@/components/kb/knowledge-search";
import { getTranslator } from "@/lib/i18n/translator";

/** The words of the search box, by where it stands. */
export function searchWords(place: "home" | "kb" | "faq"): SearchWords {
  const t = getTranslator("public");
  const kb = getTranslator("kb");
  const common = {
    none: t("search.suggestions", { count: 0 }),
    one: t("search.suggestions", { count: 1 }),
    // The browser puts the number in; any number above one has the same words.
    many: t("search.suggestions", { count: 5 }).replace("5", "#"),
    all: t("search.all"),
  };
  switch (place) {
    case "home":
      return { ...common, label: t("home.searchLabel"), placeholder: t("home.searchPlaceholder"), submit: t("home.searchSubmit") };
    case "kb":
      return { ...common, label: kb("searchLabel"), placeholder: kb("searchPlaceholder"), submit: kb("searchSubmit") };
    case "faq":
      return { ...common, label: t("faq.searchLabel"), placeholder: t("faq.searchPlaceholder"), submit: t("faq.searchSubmit") };
    default:
      return place satisfies never;
  }
}
