import { publicContext } from "@/lib/actions/context";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { listNewest } from "@/lib/kb/article-lists";
import { rssFeed } from "@/lib/kb/rss-feed";

export const revalidate = 600;

const NEWEST = 30;

/** The newest articles, for readers of feeds: what everybody may read, and nothing else. */
export async function GET(): Promise<Response> {
  const t = getTranslator("kb");
  const articles = await listNewest(publicContext(), NEWEST);
  const text = rssFeed({ appUrl: env().APP_URL, path: "/kb/feed.xml", home: "/kb", title: `${t("feed.title")} · ${getTranslator("public")("brand.name")}`, description: t("feed.description"), language: "es-MX" }, articles);
  return new Response(text, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
}
