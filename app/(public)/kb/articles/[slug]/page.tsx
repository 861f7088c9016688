import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleList } from "@/components/kb/article-list";
import { Stuck } from "@/components/kb/stuck";
import { TableOfContents } from "@/components/kb/table-of-contents";
import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Prose } from "@/components/ui/prose";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticle } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { renderDocument } from "@/lib/markdown/render";
import { JsonLd } from "../../../_components/json-ld";
import { articleHref, articleLink } from "../../../_data/article-links";
import { longDate } from "../../../_data/long-date";
import { pageMetadata } from "../../../_data/metadata";
import { articleData, breadcrumbList } from "../../../_data/structured-data";

export const revalidate = 60;

/** None at build time: each page is made when it is first asked for, and kept. */
export function generateStaticParams(): Array<{ slug: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string }> };

/** Below that a table of contents only takes room. */
const FEWEST_HEADINGS = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { article } = await getArticle((await params).slug);
  return pageMetadata({
    title: article.title,
    description: article.summary,
    path: articleHref(article.slug),
    article: { publishedAt: article.publishedAt, updatedAt: article.updatedAt, section: article.category.name },
  });
}

export default async function ArticlePage({ params }: Props) {
  const t = getTranslator("kb");
  const ui = getTranslator("ui");
  const { article, related } = await getArticle((await params).slug);
  const { now } = publicContext();
  const { html, headings } = renderDocument(article.body);
  const contents = headings.filter((heading) => heading.level <= 3);
  const hasContents = contents.length >= FEWEST_HEADINGS;
  const crumbs = [
    { name: t("title"), path: "/kb" },
    { name: article.category.name, path: `/kb/${article.category.slug}` },
  ];
  return (
    <Container className="pt-8">
      <JsonLd data={articleData(env().APP_URL, { article, publisher: getTranslator("public")("brand.name") })} />
      <JsonLd data={breadcrumbList(env().APP_URL, [...crumbs, { name: article.title, path: articleHref(article.slug) }])} />
      <div className="lg:grid lg:grid-cols-[minmax(0,40rem)_15rem] lg:justify-between lg:gap-16">
        <article data-enhance="view" data-slug={article.slug} className="min-w-0">
          <PageHeader
            title={article.title}
            lead={article.summary}
            breadcrumbs={{ label: ui("breadcrumbs"), items: crumbs.map(({ name, path }) => ({ label: name, href: path })) }}
            meta={
              <time dateTime={article.updatedAt.toString()}>{t("article.updated", { date: longDate(article.updatedAt, { now }) })}</time>
            }
          />
          {hasContents && (
            <div className="mt-6 lg:hidden">
              <TableOfContents label={t("article.contents")} items={contents} isFolded />
            </div>
          )}
          <Prose html={html} className="mt-8" />
          <div className="mt-12">
            <Stuck
              title={t("article.stuckTitle")}
              text={t("article.stuckText")}
              action={{ href: `/portal/tickets/new?article=${article.slug}`, label: t("article.stuckAction") }}
            />
          </div>
          {related.length > 0 && (
            <section aria-labelledby="relacionados" className="mt-12">
              <h2 id="relacionados" className="mb-3 text-lg font-semibold">
                {t("article.related")}
              </h2>
              <ArticleList items={related.map((other) => articleLink(other, { now }))} />
            </section>
          )}
        </article>
        {hasContents && (
          <div className="hidden lg:block">
            <div className="sticky top-8 max-h-[calc(100dvh-4rem)] overflow-y-auto">
              <TableOfContents label={t("article.contents")} items={contents} />
            </div>
          </div>
        )}
      </div>
    </Container>
  );
}

/** Once a request for the metadata and the page. */
const getArticle = cache(async (slug: string) => {
  const found = slugSchema.safeParse(slug).success ? await findArticle(publicContext(), slug) : null;
  return found ?? notFound();
});
