import { ArticleColumns, type ArticleColumn } from "@/components/kb/article-columns";
import { getTranslator } from "@/lib/i18n/translator";

/** The lists of the knowledge base by their titles alone. */
export function HomeArticles({ columns }: { columns: ArticleColumn[] }) {
  const t = getTranslator("public");
  if (columns.every(({ items }) => items.length === 0)) return null;
  return (
    <section aria-label={t("footer.kb")}>
      <ArticleColumns columns={columns.map((column) => ({ ...column, items: column.items.map((item) => ({ ...item, summary: undefined })) }))} />
      <p className="mt-5 text-sm">
        <a href="/kb" className="link">
          {t("home.allArticles")}
        </a>
      </p>
    </section>
  );
}
