import type { ReactNode } from "react";
import { ArticleList } from "@/components/kb/article-list";
import { CategoryGrid } from "@/components/kb/category-grid";
import { PageHeader } from "@/components/layout/page-header";
import { getTranslator } from "@/lib/i18n/translator";
import { areaHref, categoryHrefIn, type KnowledgeArea } from "@/lib/kb/addresses";
import type { CategoryPage } from "@/lib/kb/types";
import { articleLinkIn, topicItem } from "./links";

/** A topic: where it stands, what stands below it, and its articles. */
export function ReadingCategory({ page: { category, path, children, articles, ownCount }, area, now, search }: { page: CategoryPage; area: KnowledgeArea; now: Temporal.Instant; search: ReactNode }) {
  const t = getTranslator("kb");
  return (
    <div className="space-y-8">
      <PageHeader
        title={category.name}
        lead={category.description}
        breadcrumbs={{
          label: getTranslator("ui")("breadcrumbs"),
          items: [{ label: t("title"), href: areaHref(area) }, ...path.map(({ slug, name }) => ({ label: name, href: categoryHrefIn(area, slug) }))],
        }}
        meta={t("articleCount", { count: category.articleCount })}
      />
      {search}
      {children.length > 0 && (
        <section aria-label={t("category.children", { name: category.name })}>
          <CategoryGrid items={children.map((child) => topicItem(area, child))} />
        </section>
      )}
      {articles.length > 0 && <ArticleList items={articles.map((article) => articleLinkIn(area, article, { now }))} />}
      {articles.length < ownCount && <p className="text-sm text-muted">{t("category.truncated", { shown: articles.length, count: ownCount })}</p>}
    </div>
  );
}
