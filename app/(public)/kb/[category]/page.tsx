import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { Container } from "@/components/layout/container";
import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { findCategory } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { ReadingCategory } from "../../../_knowledge/reading-category";
import { JsonLd } from "../../_components/json-ld";
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
  const page = await getCategory((await params).category);
  const { category, path } = page;
  const { now } = publicContext();
  const crumbs = [{ name: getTranslator("kb")("title"), path: "/kb" }, ...[...path, category].map(({ slug, name }) => ({ name, path: `/kb/${slug}` }))];
  return (
    <Container size="narrow" className="pt-8">
      <JsonLd data={breadcrumbList(env().APP_URL, crumbs)} />
      <ReadingCategory page={page} area="public" now={now} search={<KnowledgeSearch id="buscar" words={searchWords("kb")} kind="article" />} />
    </Container>
  );
}

/** Once a request for the metadata and the page. */
const getCategory = cache(async (slug: string) => {
  const found = slugSchema.safeParse(slug).success ? await findCategory(publicContext(), slug) : null;
  return found ?? notFound();
});
