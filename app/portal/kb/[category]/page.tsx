import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findCategory } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { ReadingCategory } from "../../../_knowledge/reading-category";
import { ReadingSearch } from "../../../_knowledge/reading-search";

type Props = { params: Promise<{ category: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kb")("title") };
}

export default async function PortalCategoryPage({ params }: Props) {
  const reader = contextOf(await requireCustomer());
  const { category: slug } = await params;
  const page = slugSchema.safeParse(slug).success ? await findCategory(reader, slug) : null;
  if (!page) notFound();
  return <ReadingCategory page={page} area="portal" now={reader.now} search={<ReadingSearch area="portal" />} />;
}
