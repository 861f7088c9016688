import "server-only";
import type { ArticleColumn } from "@/components/kb/article-columns";
import { getTranslator } from "@/lib/i18n/translator";
import type { KnowledgeArea } from "@/lib/kb/addresses";
import { listMostRead, listNewest } from "@/lib/kb/article-lists";
import type { KnowledgeReader } from "@/lib/kb/reader";
import { getKbSettings } from "@/lib/kb/settings/queries";
import { articleLinkIn } from "./links";

/** What is most read and what is new, as long and in the order that the settings say. */
export async function loadLists(reader: KnowledgeReader, area: KnowledgeArea): Promise<{ mostRead: ArticleColumn[]; newest: ArticleColumn }> {
  const { mostReadShown, newestShown, isRecentFirst } = await getKbSettings(reader);
  const [all, recent, newest] = await Promise.all([listMostRead(reader, mostReadShown), listMostRead(reader, mostReadShown, "recent"), listNewest(reader, newestShown)]);
  const t = getTranslator("kb");
  const { now } = reader;
  const ever: ArticleColumn = { id: "destacados", title: t("mostRead"), items: all.map((article) => articleLinkIn(area, article, { note: "category", now })) };
  const late: ArticleColumn = { id: "destacados-recientes", title: t("mostReadRecent"), items: recent.map((article) => articleLinkIn(area, article, { note: "category", now })) };
  return {
    mostRead: isRecentFirst ? [late, ever] : [ever, late],
    newest: { id: "ultimos", title: t("newest"), items: newest.map((article) => articleLinkIn(area, article, { note: "date", now })) },
  };
}
