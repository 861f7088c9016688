import { BookOpen, Rss } from "lucide-react";
import type { Metadata } from "next";
import { ArticleColumns } from "@/components/kb/article-columns";
import { CategoryGrid } from "@/components/kb/category-grid";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { publicContext } from "@/lib/actions/context";
import { getTranslator } from "@/lib/i18n/translator";
import { listCategories } from "@/lib/kb/queries";
import { topicItem } from "../../_knowledge/links";
import { loadLists } from "../../_knowledge/load-lists";
import { pageMetadata } from "../_data/metadata";
import { searchWords } from "../_data/search-words";

export const revalidate = 60;

const FEED = "/kb/feed.xml";

export function generateMetadata(): Metadata {
  const t = getTranslator("kb");
  const metadata = pageMetadata({ title: t("title"), description: t("description"), path: "/kb" });
  return { ...metadata, alternates: { ...metadata.alternates, types: { "application/rss+xml": [{ url: FEED, title: t("feed.title") }] } } };
}

export default async function KnowledgeBasePage() {
  const t = getTranslator("kb");
  const ctx = publicContext();
  const [categories, { mostRead, newest }] = await Promise.all([listCategories(ctx), loadLists(ctx, "public")]);
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
            <CategoryGrid items={categories.map((category) => topicItem("public", category))} />
          </section>
          <ArticleColumns columns={[...mostRead, { ...newest, after: <FeedLink /> }]} />
        </>
      )}
    </Container>
  );
}

function FeedLink() {
  return (
    <a href={FEED} className="link mt-3 inline-flex min-h-11 items-center gap-2 text-sm">
      <Rss aria-hidden="true" className="size-4" />
      {getTranslator("kb")("feed.link")}
    </a>
  );
}
