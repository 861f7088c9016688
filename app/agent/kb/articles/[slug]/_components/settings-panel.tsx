import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import type { SelectOption } from "@/components/forms/select";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import { settingsKey } from "@/lib/kb/articles/states";
import type { DeskArticle } from "@/lib/kb/articles/types";
import { hrefOfArticle } from "../../_data/addresses";
import { audienceOptions, stepWords } from "../../_data/words";
import { settingsAction } from "../../actions";

const MONTHS = [3, 6, 12, 18, 24, 36];

/** What is changed at once, without a new version. */
export function SettingsPanel({ article, categories }: { article: DeskArticle; categories: SelectOption[] }) {
  const t = getTranslator("kbDesk");
  const { settings } = article;
  const months = [...new Set([...MONTHS, ...(settings.reviewMonths === null ? [] : [settings.reviewMonths])])].sort((one, other) => one - other);
  const fields: FieldSpec[] = [
    { kind: "select", name: "categoryId", label: t("form.category"), options: categories, value: settings.categoryId },
    { kind: "select", name: "audience", label: t("form.audience"), options: audienceOptions().map(({ value, label }) => ({ value, label: String(label) })), value: settings.audience },
    { kind: "select", name: "reviewMonths", label: t("page.reviewMonths"), options: months.map((count) => ({ value: String(count), label: t("page.months", { count }) })), placeholder: t("page.never"), value: String(settings.reviewMonths ?? ""), isOptional: true },
    { kind: "text", name: "slug", label: t("page.slug"), hint: t("page.slugHint"), value: settings.slug },
    { kind: "textarea", name: "related", label: t("page.related"), hint: t("page.relatedHint"), value: settings.related.join("\n"), rows: 3, isOptional: true },
    { kind: "checkbox", name: "isPinned", label: t("page.pinned"), value: settings.isPinned ? "on" : "", isOptional: true },
  ];
  return (
    <Panel title={t("page.settings")}>
      <FieldForm
        action={settingsAction}
        permalink={hrefOfArticle(article.slug)}
        idPrefix="settings-"
        hidden={{ articleId: article.id, seen: settingsKey(settings) }}
        fields={fields}
        fieldOf={{ ARTICLE_SLUG_TAKEN: "slug", ARTICLE_SLUG_FIXED: "slug", ARTICLE_RELATED_GONE: "related", ARTICLE_CATEGORY_GONE: "categoryId" }}
        words={{ ...stepWords(t("page.saveSettings")), theirs: { title: t("page.theirs"), yes: t("page.yes"), no: t("page.no"), empty: t("page.empty") } }}
      />
    </Panel>
  );
}
