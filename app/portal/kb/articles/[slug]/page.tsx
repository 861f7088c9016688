import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/kb/print-button";
import { ReaderCounter } from "@/components/kb/reader-counter";
import { afterwards } from "@/lib/actions/afterwards";
import { contextOf } from "@/lib/actions/context";
import { requireCustomer } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { recordOpenedResult } from "@/lib/kb/commands/follow-search";
import { findArticle } from "@/lib/kb/queries";
import { searchTokenSchema, slugSchema } from "@/lib/kb/schema";
import { ReadingArticle } from "../../../../_knowledge/reading-article";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kb")("title") };
}

export default async function PortalArticlePage({ params, searchParams }: Props) {
  const reader = contextOf(await requireCustomer());
  const { slug } = await params;
  const found = slugSchema.safeParse(slug).success ? await findArticle(reader, slug) : null;
  if (!found) notFound();
  const token = searchTokenSchema.parse((await searchParams).search);
  if (token) afterwards("kb.record-opened", () => recordOpenedResult(reader, { token, opened: { kind: "article", slug } }));
  return (
    <>
      <ReadingArticle {...found} area="portal" now={reader.now} />
      <ReaderCounter slug={slug} />
      <PrintButton />
    </>
  );
}
