import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { ArticleList } from "@/components/kb/article-list";
import { CategoryGrid } from "@/components/kb/category-grid";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategories, listMostRead, listNewest } from "@/lib/kb/queries";
import { articleLink } from "../_data/article-links";
import { pageMetadata } from "../_data/metadata";
import { searchWords } from "../_data/search-words";

export const revalidate = 60;

const ARTICLES_SHOWN = 6;

export function generateMetadata(): Metadata {
  const t = getTranslator("kb");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/kb" });
}

export default async function KnowledgeBasePage() {
  const t = getTranslator("kb");
  const ctx = publicContext();
  const [categories, mostRead, newest] = await Promise.all([listCategories(ctx), listMostRead(ctx, ARTICLES_SHOWN), listNewest(ctx, ARTICLES_SHOWN)]);
  return (
    <Container className="space-y-12 pt-10">
      <div className="space-y-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        <div className="max-w-3xl">
          <KnowledgeSearch id="buscar" words={searchWords("kb")} size="lg" kind="article" />
        </div>
      </div>
      {categories.length === 0 && (
        <EmptyState icon={<BookOpen />} title={t("emptyTitle")}>
          {t("emptyText")}
        </EmptyState>
      )}
      {categories.length > 0 && (
        <>
          <section aria-labelledby="temas">
            <h2 id="temas" className="mb-4 text-lg font-semibold">
              {t("categories")}
            </h2>
            <CategoryGrid
              items={categories.map((category) => ({
                href: `/kb/${category.slug}`,
                name: category.name,
                description: category.description,
                count: t("articleCount", { count: category.articleCount }),
              }))}
            />
          </section>
          <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
            <section aria-labelledby="mas-leidos">
              <h2 id="mas-leidos" className="mb-3 text-lg font-semibold">
                {t("mostRead")}
              </h2>
              <ArticleList items={mostRead.map((article) => articleLink(article, { note: "category", now: ctx.now }))} />
            </section>
            <section aria-labelledby="mas-recientes">
              <h2 id="mas-recientes" className="mb-3 text-lg font-semibold">
                {t("newest")}
              </h2>
              <ArticleList items={newest.map((article) => articleLink(article, { note: "date", now: ctx.now }))} />
            </section>
          </div>
        </>
      )}
    </Container>
  );
}
