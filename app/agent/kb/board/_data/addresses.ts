import { BOARD_SECTIONS, type BoardSection } from "@/lib/kb/board/types";
import { BOARD_DAYS, type BoardDays } from "@/lib/kb/search-board-types";

export const BOARD = "/agent/kb/board";

export type RawQuery = Record<string, string | string[] | undefined>;
export type BoardAsked = { section: BoardSection; days: BoardDays };

/** What the address asks for; what it does not say, or says wrongly, is as usual. */
export function boardAskedOf({ section, days }: RawQuery): BoardAsked {
  return { section: BOARD_SECTIONS.find((each) => each === section) ?? "missing", days: BOARD_DAYS.find((each) => String(each) === days) ?? 30 };
}

export function boardHref({ section, days }: BoardAsked): string {
  return `${BOARD}?${new URLSearchParams({ section, days: String(days) })}`;
}

export function boardFileHref({ section, days }: BoardAsked): string {
  return `/api/agent/kb-board?${new URLSearchParams({ section, days: String(days) })}`;
}

/** A new article with what is known of it already. @param from the section, for whoever asks later why it was written */
export function newArticleHref({ title, from }: { title: string; from: string }): string {
  return `/agent/kb/articles/new?${new URLSearchParams({ title, from })}`;
}
