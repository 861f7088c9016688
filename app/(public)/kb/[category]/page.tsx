import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleList } from "@/components/kb/article-list";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { findCategory } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { JsonLd } from "../../_components/json-ld";
import { articleLink } from "../../_data/article-links";
import { pageMetadata } from "../../_data/metadata";
import { searchWords } from "../../_data/search-words";
import { breadcrumbList } from "../../_data/structured-data";

export const revalidate = 60;

/** None at build time: each page is made when it is first asked for, and kept. */
export function generateStaticParams(): Array<{ category: string }> {
  return [];
}

type Props = { params: Promise<{ category: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = getTranslator("kb");
  const { category } = await getCategory((await params).category);
  return pageMetadata({
    title: category.name,
    description: category.description || t("category.description", { name: category.name }),
    path: `/kb/${category.slug}`,
  });
}

export default async function CategoryPage({ params }: Props) {
  const t = getTranslator("kb");
  const ui = getTranslator("ui");
  const { category, articles } = await getCategory((await params).category);
  const { now } = publicContext();
  return (
    <Container size="narrow" className="space-y-8 pt-8">
      <JsonLd
        data={breadcrumbList(env().APP_URL, [
          { name: t("title"), path: "/kb" },
          { name: category.name, path: `/kb/${category.slug}` },
        ])}
      />
      <PageHeader
        title={category.name}
        lead={category.description}
        breadcrumbs={{ label: ui("breadcrumbs"), items: [{ label: t("title"), href: "/kb" }] }}
        meta={t("articleCount", { count: category.articleCount })}
      />
      <KnowledgeSearch id="buscar" words={searchWords("kb")} kind="article" />
      <ArticleList items={articles.map((article) => articleLink(article, { now }))} />
      {articles.length < category.articleCount && (
        <p className="text-sm text-muted">{t("category.truncated", { shown: articles.length, count: category.articleCount })}</p>
      )}
    </Container>
  );
}

/** Once a request for the metadata and the page. */
const getCategory = cache(async (slug: string) => {
  const found = slugSchema.safeParse(slug).success ? await findCategory(publicContext(), slug) : null;
  return found ?? notFound();
});
