import { ArticleList } from "@/components/kb/article-list";
import { getTranslator } from "@/lib/i18n/translator";
import type { ArticleCard } from "@/lib/kb/types";
import { articleLink } from "../_data/article-links";

export function HomeArticles({ mostRead, newest, now }: { mostRead: ArticleCard[]; newest: ArticleCard[]; now: Temporal.Instant }) {
  const t = getTranslator("public");
  if (newest.length === 0) return null;
  const columns = [
    { key: "mostRead", items: mostRead.map((article) => ({ ...articleLink(article, { note: "category", now }), summary: undefined })) },
    { key: "newest", items: newest.map((article) => ({ ...articleLink(article, { note: "date", now }), summary: undefined })) },
  ] as const;
  return (
    <section aria-label={t("footer.kb")}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {columns.map(({ key, items }) => (
          <div key={key}>
            <h2 className="mb-3 text-lg font-semibold">{t(`home.${key}`)}</h2>
            <ArticleList items={items} />
          </div>
        ))}
      </div>
      <p className="mt-5 text-sm">
        <a href="/kb" className="link">
          {t("home.allArticles")}
        </a>
      </p>
    </section>
  );
}
