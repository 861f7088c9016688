import { getTranslator } from "@/lib/i18n/translator";
import type { ArticleInsertProps } from "../_components/article-insert";

export function insertWords(): ArticleInsertProps["words"] {
  const t = getTranslator("kbDesk");
  return {
    open: t("insert.open"),
    title: t("insert.title"),
    close: t("insert.close"),
    search: {
      label: t("insert.label"),
      hint: t("insert.hint"),
      results: t("insert.results"),
      one: t("insert.one"),
      found: t("insert.found", { count: "{count}" }),
      none: t("insert.none"),
      searching: t("insert.searching"),
      failed: t("insert.failed"),
      signedOut: t("insert.signedOut"),
      textGone: t("insert.textGone"),
      onlyText: t("insert.onlyText"),
      link: t("insert.link"),
      text: t("insert.text"),
      audiences: { public: t("audience.public"), customers: t("audience.customers"), staff: t("audience.staff") },
    },
  };
}
