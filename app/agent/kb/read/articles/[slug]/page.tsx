import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/kb/print-button";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { findArticle } from "@/lib/kb/queries";
import { slugSchema } from "@/lib/kb/schema";
import { ReadingArticle } from "../../../../../_knowledge/reading-article";

type Props = { params: Promise<{ slug: string }> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("kb")("title") };
}

export default async function DeskArticlePage({ params }: Props) {
  const reader = contextOf(await requireStaff());
  const { slug } = await params;
  const found = slugSchema.safeParse(slug).success ? await findArticle(reader, slug) : null;
  if (!found) notFound();
  return (
    <div className="min-w-0 p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-page">
        <ReadingArticle {...found} area="agent" now={reader.now} />
        <PrintButton />
      </div>
    </div>
  );
}
