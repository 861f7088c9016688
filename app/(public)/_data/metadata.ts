import type { Metadata } from "next";
import { getTranslator } from "@/lib/i18n/translator";

/** Title, description, canonical address and the card that other sites show. `path` is relative to APP_URL. */
export function pageMetadata({
  title,
  description,
  path,
  article,
}: {
  title: string;
  description: string;
  path: string;
  article?: { publishedAt: Temporal.Instant; updatedAt: Temporal.Instant; section: string };
}): Metadata {
  const t = getTranslator("public");
  const common = {
    title,
    description,
    url: path,
    siteName: t("brand.site"),
    locale: "es_MX",
    images: [{ url: "/og.png", width: 1200, height: 630, alt: t("brand.site") }],
  };
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: article
      ? {
          ...common,
          type: "article",
          publishedTime: article.publishedAt.toString(),
          modifiedTime: article.updatedAt.toString(),
          section: article.section,
        }
      : { ...common, type: "website" },
    twitter: { card: "summary_large_image" },
  };
}
