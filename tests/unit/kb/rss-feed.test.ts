/** @jest-environment jsdom */
import { rssFeed } from "@/lib/kb/rss-feed";

const CHANNEL = { appUrl: "https://mesa.example", path: "/kb/feed.xml", home: "/kb", title: "Artículos & más", description: "Lo último", language: "es-MX" };
const article = (title: string, at: string) => ({ slug: "spf", title, summary: "Uno <b>", category: { slug: "correo", name: "Correo" }, audience: "public" as const, publishedAt: Temporal.Instant.from(at), updatedAt: Temporal.Instant.from(at) });

it("names each article once with its address, its day as the format wants it, and nothing that XML would read as its own", () => {
  const text = rssFeed(CHANNEL, [article('SPF & "DKIM" <ya>\u0000\ud800', "2026-11-03T18:00:00Z"), article("Otro", "2026-11-28T15:04:05Z")]);
  expect(text).toContain("<title>SPF &amp; &quot;DKIM&quot; &lt;ya&gt;\uFFFD</title>");
  expect(text).toContain('<guid isPermaLink="true">https://mesa.example/kb/articles/spf</guid>');
  expect(text).toContain("<pubDate>Tue, 03 Nov 2026 18:00:00 GMT</pubDate>");
  expect(text).toContain("<lastBuildDate>Sat, 28 Nov 2026 15:04:05 GMT</lastBuildDate>");
  expect(new DOMParser().parseFromString(text, "application/xml").querySelectorAll("item, parsererror").length).toBe(2);
});

it("is a feed without articles too", () => {
  expect(rssFeed(CHANNEL, [])).not.toContain("lastBuildDate");
});
