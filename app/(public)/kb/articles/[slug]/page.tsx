import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Container } from "@/components/layout/container";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticle } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { ReadingArticle } from "../../../../_knowledge/reading-article";
import { JsonLd } from "../../../_components/json-ld";
import { articleHref } from "../../../_data/article-links";
import { pageMetadata } from "../../../_data/metadata";
import { articleData, breadcrumbList } from "../../../_data/structured-data";

export const revalidate = 60;

/** None at build time: each page is made when it is first asked for, and kept. */
export function generateStaticParams(): Array<{ slug: string }> {
  return [];
}

type Props = { params: Promise<{ slug: string }> };

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
  const { article, related } = await getArticle((await params).slug);
  const { now } = publicContext();
  const crumbs = [{ name: t("title"), path: "/kb" }, ...article.path.map(({ slug, name }) => ({ name, path: `/kb/${slug}` })), { name: article.title, path: articleHref(article.slug) }];
  return (
    <Container className="pt-8">
      <JsonLd data={articleData(env().APP_URL, { article, publisher: getTranslator("public")("brand.name") })} />
      <JsonLd data={breadcrumbList(env().APP_URL, crumbs)} />
      <ReadingArticle article={article} related={related} area="public" now={now} />
    </Container>
  );
}

/** Once a request for the metadata and the page. */
const getArticle = cache(async (slug: string) => {
  const found = slugSchema.safeParse(slug).success ? await findArticle(publicContext(), slug) : null;
  return found ?? notFound();
});
