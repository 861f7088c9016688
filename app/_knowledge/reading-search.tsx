import { SearchForm } from "@/components/forms/search-form";
import { getTranslator } from "@/lib/i18n/translator";
import { areaHref, type KnowledgeArea } from "@/lib/kb/addresses";

/** The search of an area: a plain form, answered by its start page. */
export function ReadingSearch({ area, query }: { area: KnowledgeArea; query?: string }) {
  const t = getTranslator("kb");
  return (
    <div className="max-w-3xl">
      <SearchForm
        key={query}
        action={areaHref(area)}
        id="buscar"
        label={t("searchLabel")}
        placeholder={t("searchPlaceholder")}
        submitLabel={t("searchSubmit")}
        {...(query ? { defaultValue: query } : {})}
      />
    </div>
  );
}
