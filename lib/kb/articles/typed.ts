import type { DraftData } from "@/lib/drafts/schema";
import { isSameText } from "./states";
import type { ArticleText } from "./types";

export const ARTICLE_SLOTS = "article:";

/** Where the draft of an article is kept; null for a new one. */
export function slotOfArticle(articleId: string | null): string {
  return ARTICLE_SLOTS + (articleId ?? "new");
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Between commas, each once. */
export function tagsIn(typed: string): string[] {
  return [...new Map(typed.split(/[,;\n]/).map(oneLine).filter(Boolean).map((tag) => [tag.toLowerCase(), tag])).values()];
}

/** Whether saving this draft would make a version that is not the one that there is. */
export function isUnsaved({ title = "", summary = "", body = "", tags = "" }: DraftData, saved: ArticleText): boolean {
  return !isSameText({ title: oneLine(title), summary: oneLine(summary), body: body.trim(), tags: tagsIn(tags) }, { ...saved, body: saved.body.trim() });
}
