import type { ArticleLink } from "@/components/kb/article-list";
import type { CategoryItem } from "@/components/kb/category-grid";
import { getTranslator } from "@/lib/i18n/translator";
import { articleHrefIn, categoryHrefIn, type KnowledgeArea } from "@/lib/kb/addresses";
import type { ArticleCard, CategoryCard, TopicCard } from "@/lib/kb/types";
import { longDate } from "../(public)/_data/long-date";

/** `note` says where the article belongs, or since when it can be read; outside the public pages also for whom it is, when not for everybody. */
export function articleLinkIn(area: KnowledgeArea, article: ArticleCard, { note, now }: { note?: "category" | "date"; now: Temporal.Instant }): ArticleLink {
  const notes = { category: article.category.name, date: longDate(article.publishedAt, { now }) };
  const told = [...(note ? [notes[note]] : []), ...(article.audience === "public" ? [] : [getTranslator("kbCategories")(`audience.${article.audience}`)])].join(" · ");
  return { href: articleHrefIn(area, article.slug), title: article.title, summary: article.summary, ...(told ? { note: told } : {}) };
}

export function topicItem(area: KnowledgeArea, { slug, name, description, articleCount, children = [] }: CategoryCard & Partial<Pick<TopicCard, "children">>): CategoryItem {
  return {
    href: categoryHrefIn(area, slug),
    name,
    description,
    count: getTranslator("kb")("articleCount", { count: articleCount }),
    children: children.map((child) => ({ href: categoryHrefIn(area, child.slug), name: child.name })),
  };
}
