import type { Audience } from "@/lib/kb/audience";
import { joinFrontMatter } from "@/lib/kb/import/front-matter";
import { writeQuestions } from "@/lib/kb/import/faq-file";
import { readdressMarkdown, relativePath } from "@/lib/kb/import/markdown-links";
import type { ImportedQuestion, ImportedState } from "@/lib/kb/import/types";

/** The names of what is exported, before anything of it is read whole: texts are written one by one. */
export type ExportNames = { folders: ReadonlyMap<string, string>; articles: ReadonlyMap<string, string> };

type Place = { id: string; slug: string; parentId: string | null };

/** Folders by the category's id and files by the article's slug. Slugs are names that every system takes. */
export function exportNames(categories: readonly Place[], articles: readonly { slug: string; categoryId: string }[]): ExportNames {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const folderOf = (category: Place): string => {
    const parent = category.parentId === null ? undefined : byId.get(category.parentId);
    return parent ? `${folderOf(parent)}/${category.slug}` : category.slug;
  };
  const folders = new Map(categories.map((category) => [category.id, folderOf(category)]));
  return { folders, articles: new Map(articles.map(({ slug, categoryId }) => [slug, `${folders.get(categoryId) ?? slug}/${slug}.md`])) };
}

export type ExportedCategory = Place & { name: string; description: string; position: number; audience: Audience };

export function categoryFile({ slug, name, description, position, audience }: ExportedCategory): string {
  return joinFrontMatter({ title: name, slug, description, audience: audience === "public" ? null : audience, position }, "");
}

export type ExportedArticle = {
  slug: string; title: string; summary: string; body: string; tags: string[]; state: ImportedState; audience: Audience; isPinned: boolean;
  views: number; helpfulYes: number; helpfulNo: number; publishedAt: string | null; updatedAt: string; reviewMonths: number | null; reviewOn: string | null;
  /** Of a draft. */
  publishAt: string | null; /** Slugs, in their order. */ related: string[];
  files: { id: string; name: string }[];
};

/** Links to other articles lead to their files, pictures and files to those beside the text. */
export function articleFile(article: ExportedArticle, names: ExportNames): { path: string; text: string } {
  const path = names.articles.get(article.slug)!;
  const fileAt = new Map(article.files.map(({ id, name }) => [id, `${filesFolder(path)}/${name}`]));
  const body = readdressMarkdown(article.body, ({ url }) => {
    const slug = /^\/(?:kb|portal\/kb)\/articles\/([a-z0-9-]+)$/.exec(url)?.[1];
    const other = slug && names.articles.get(slug);
    if (other) return relativePath(path, other);
    const file = fileAt.get(/^\/api\/files\/([0-9a-f-]{36})(?:#\d+x\d+)?$/i.exec(url)?.[1]?.toLowerCase() ?? "");
    return file ? relativePath(path, file) : null;
  });
  const { title, slug, summary, tags, state, audience, isPinned, views, helpfulYes, helpfulNo, publishedAt, updatedAt, reviewMonths, reviewOn, publishAt, related } = article;
  const fields = {
    title, slug, summary, tags, state,
    audience: audience === "public" ? null : audience,
    pinned: isPinned || null,
    published: publishedAt, updated: updatedAt, review_months: reviewMonths, review_on: reviewOn, publish_at: publishAt,
    // What is not exported is not named either.
    related: related.filter((other) => names.articles.has(other)),
    views: views || null, helpful: helpfulYes || null, not_helpful: helpfulNo || null,
    files: [...fileAt.values()].map((file) => file.slice(path.lastIndexOf("/") + 1)),
  };
  return { path, text: joinFrontMatter(fields, body) };
}

/** The folder beside an article's text. */
export function filesFolder(articlePath: string): string {
  return articlePath.replace(/\.md$/, "");
}

export type ExportedGroup = { slug: string; name: string; position: number; questions: ImportedQuestion[] };

/** Where no category can stand: its name has a mark that no slug has. */
export function groupFile({ slug, name, position, questions }: ExportedGroup, names: ExportNames): { path: string; text: string } {
  const path = `_faq/${slug}.md`;
  const { listed, text } = writeQuestions(questions.map((each) => ({
    ...each,
    answer: readdressMarkdown(each.answer, ({ url }) => {
      const other = names.articles.get(/^\/(?:kb|portal\/kb)\/articles\/([a-z0-9-]+)$/.exec(url)?.[1] ?? "");
      return other ? relativePath(path, other) : null;
    }),
  })));
  return { path, text: joinFrontMatter({ type: "faq", title: name, slug, position, questions: listed }, text) };
}
