import type { ArticleSettings, ArticleStatus, ArticleText } from "./types";

export const ARTICLE_MOVES = ["submit", "send_back", "publish", "plan", "unplan", "withdraw", "archive", "unarchive", "confirm"] as const;
export type ArticleMove = (typeof ARTICLE_MOVES)[number];

type State = { status: ArticleStatus; headVersion: number; liveVersion: number | null; isPlanned: boolean };

/** What can be done with an article now, the likeliest first. Who wrote the newest version may publish it too: the page says who did what. */
export function movesOf({ status, headVersion, liveVersion, isPlanned }: State): ArticleMove[] {
  const plans: ArticleMove[] = isPlanned ? ["plan", "unplan"] : ["plan"];
  switch (status) {
    case "draft":
      return ["publish", "submit", ...plans, "archive"];
    case "review":
      return ["publish", "send_back", ...plans, "archive"];
    case "published":
      // The newest version waits beside the one that is read.
      return [...(headVersion === liveVersion ? [] : (["publish", ...plans] as const)), "confirm", "withdraw", "archive"];
    case "archived":
      return ["unarchive"];
    default:
      return status satisfies never;
  }
}

/** The status after a move that `movesOf` names; those that are not here leave it as it is. */
export const STATUS_AFTER: Partial<Record<ArticleMove, ArticleStatus>> = { submit: "review", send_back: "draft", publish: "published", withdraw: "draft", archive: "archived", unarchive: "draft" };

/** The day on which it is to be looked at again; null when nobody asked for one. */
export function nextReview(day: Temporal.PlainDate, months: number | null): Temporal.PlainDate | null {
  return months === null ? null : day.add({ months });
}

export function isSameText(one: ArticleText, other: ArticleText): boolean {
  return one.title === other.title && one.summary === other.summary && one.body === other.body && one.tags.join("\n") === other.tags.join("\n");
}

/** By this a form says what it showed. */
export function settingsKey({ categoryId, audience, isPinned, reviewMonths, slug, related }: ArticleSettings): string {
  return JSON.stringify([categoryId, audience, isPinned, reviewMonths, slug, related]);
}
