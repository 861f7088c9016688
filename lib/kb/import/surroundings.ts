import "server-only";
import type { Db } from "@/lib/db/client";
import type { Surroundings } from "./plan";

/** Everything that an import can meet; ten thousand articles are a megabyte. */
export async function readSurroundings(db: Db): Promise<Surroundings> {
  const [categories, articles, groups, questions, legacy, lastCategory, lastGroup] = await Promise.all([
    db.kbCategory.findMany({ select: { id: true, slug: true, name: true, parentId: true, effectiveAudience: true } }),
    db.article.findMany({ select: { id: true, slug: true, title: true, categoryId: true, effectiveAudience: true } }),
    db.faqGroup.findMany({ select: { id: true, slug: true } }),
    db.faqEntry.findMany({ select: { id: true, slug: true } }),
    db.legacyAddress.findMany({ where: { kind: { in: ["article", "category"] } }, select: { kind: true, key: true, articleId: true, categoryId: true } }),
    db.kbCategory.aggregate({ _max: { position: true } }),
    db.faqGroup.aggregate({ _max: { position: true } }),
  ]);
  return {
    categories,
    articles,
    groups,
    questions,
    legacyArticles: new Map(legacy.flatMap(({ kind, key, articleId }) => (kind === "article" && articleId ? [[key, articleId] as const] : []))),
    legacyCategories: new Map(legacy.flatMap(({ kind, key, categoryId }) => (kind === "category" && categoryId ? [[key, categoryId] as const] : []))),
    lastPosition: { category: lastCategory._max.position ?? 0, group: lastGroup._max.position ?? 0 },
  };
}
