import { BOARD_DAYS, BOARD_SOURCES, BOARD_VIEWS, type BoardQuestion } from "@/lib/kb/search-board-types";

export type RawQuery = Record<string, string | string[] | undefined>;

const USUAL: BoardQuestion = { source: "search", view: "none", days: 30 };

/** What the address asks for; what it does not say, or says wrongly, is as usual. */
export function boardQuestionOf({ source, view, days }: RawQuery): BoardQuestion {
  return {
    source: BOARD_SOURCES.find((each) => each === source) ?? USUAL.source,
    view: BOARD_VIEWS.find((each) => each === view) ?? USUAL.view,
    days: BOARD_DAYS.find((each) => String(each) === days) ?? USUAL.days,
  };
}

export function boardHref(question: BoardQuestion): string {
  return `/agent/kb/searches?${queryOf(question)}`;
}

export function boardFileHref(question: BoardQuestion): string {
  return `/api/agent/kb-searches?${queryOf(question)}`;
}

function queryOf({ source, view, days }: BoardQuestion): string {
  return new URLSearchParams({ source, view, days: String(days) }).toString();
}
