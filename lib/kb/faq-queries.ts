import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { FaqGroupView } from "@/lib/kb/types";
import { publishedArticles } from "@/lib/kb/visibility";

/** Every question that is asked, group by group. Groups without one are left out. */
export async function listFaq({ db }: PublicContext): Promise<FaqGroupView[]> {
  const [groups, articles] = await Promise.all([
    db.faqGroup.findMany({
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: {
        slug: true,
        name: true,
        entries: { where: { archivedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { slug: true, question: true, answer: true, articleId: true } },
      },
    }),
    // Asked for by themselves: an article that not everybody may read is not even named.
    db.article.findMany({ where: { ...publishedArticles, faq: { some: {} } }, select: { id: true, slug: true, title: true } }),
  ]);
  const byId = new Map(articles.map(({ id, ...article }) => [id, article]));
  return groups
    .filter((group) => group.entries.length > 0)
    .map(({ entries, ...group }) => ({
      ...group,
      questions: entries.map(({ articleId, ...entry }) => ({ ...entry, article: (articleId && byId.get(articleId)) || null })),
    }));
}
