import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import type { FaqGroupView } from "@/lib/kb/types";

/** Every question, group by group. Groups without one are left out. */
export async function listFaq({ db }: PublicContext): Promise<FaqGroupView[]> {
  const groups = await db.faqGroup.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: {
      slug: true,
      name: true,
      entries: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { slug: true, question: true, answer: true, article: { select: { slug: true, title: true, status: true } } },
      },
    },
  });
  return groups
    .filter((group) => group.entries.length > 0)
    .map(({ entries, ...group }) => ({
      ...group,
      questions: entries.map(({ article, ...entry }) => ({
        ...entry,
        article: article?.status === "published" ? { slug: article.slug, title: article.title } : null,
      })),
    }));
}
