/** Whom the authors listen to: people who search, or people who are writing a ticket. */
export const BOARD_SOURCES = ["search", "ticket_form"] as const;
export type BoardSource = (typeof BOARD_SOURCES)[number];

/** What is wanted from the searches: those that found nothing, opened nothing, ended in a ticket; or all. */
export const BOARD_VIEWS = ["none", "unopened", "ticket", "all"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

export const BOARD_DAYS = [7, 30, 90] as const;
export type BoardDays = (typeof BOARD_DAYS)[number];

export type BoardQuestion = { source: BoardSource; view: BoardView; days: BoardDays };

export type BoardCounts = Record<BoardView, number>;

export type BoardText = { title: string; href: string; count: number };

/** Searches for the same words, however they were written. */
export type BoardRow = {
  folded: string;
  /** As they were last written. */
  terms: string;
  counts: BoardCounts;
  lastOn: Temporal.PlainDate;
  /** What was opened, or else what was shown first and not opened; the most frequent first. */
  texts: { were: "opened" | "shown"; items: BoardText[] };
};
