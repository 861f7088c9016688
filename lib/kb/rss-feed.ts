import type { ArticleCard } from "@/lib/kb/types";

type Channel = { appUrl: string; path: string; home: string; title: string; description: string; language: string };

/** RSS 2.0 (rssboard.org/rss-specification) with Atom's link to itself. The address of an article is its identity. */
export function rssFeed({ appUrl, path, home, title, description, language }: Channel, articles: readonly ArticleCard[]): string {
  const newest = articles.map(({ publishedAt }) => publishedAt.epochMilliseconds).reduce((a, b) => Math.max(a, b), 0);
  const items = articles.map(({ slug, title: own, summary, category, publishedAt }) => {
    const address = xml(`${appUrl}/kb/articles/${slug}`);
    return `    <item>
      <title>${xml(own)}</title>
      <link>${address}</link>
      <guid isPermaLink="true">${address}</guid>
      <description>${xml(summary)}</description>
      <category>${xml(category.name)}</category>
      <pubDate>${rfc822(publishedAt.epochMilliseconds)}</pubDate>
    </item>
`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(title)}</title>
    <link>${xml(appUrl + home)}</link>
    <description>${xml(description)}</description>
    <language>${language}</language>
    <atom:link href="${xml(appUrl + path)}" rel="self" type="application/rss+xml"/>
${newest > 0 ? `    <lastBuildDate>${rfc822(newest)}</lastBuildDate>\n` : ""}${items.join("")}  </channel>
</rss>
`;
}

/** "Sat, 28 Nov 2026 15:04:05 GMT" */
function rfc822(milliseconds: number): string {
  return new Date(milliseconds).toUTCString();
}

/** Characters that XML 1.0 has no place for are left out; the five that mean something to it are written as entities. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
