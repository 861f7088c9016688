import { getTranslator } from "@/lib/i18n/translator";
import type { BoardRows, BoardSection } from "@/lib/kb/board/types";

/** One table for the page and for the file. `title`: what a new article would be called. */
export type BoardLine = { title: string; href: string | null; cells: (string | number)[] };
export type BoardTable = { head: string[]; lines: BoardLine[] };

export function boardTable<S extends BoardSection>(section: S, rows: BoardRows[S]): BoardTable {
  const made: { [K in BoardSection]: (rows: BoardRows[K]) => BoardTable } = { missing, reads, ignored, disliked, overdue, saved };
  return made[section](rows);
}

function column(name: "terms" | "searches" | "none" | "tickets" | "opened" | "shown" | "alike" | "no" | "yes" | "reasons" | "reviewOn" | "low" | "high" | "comments"): string {
  return getTranslator("kbExchange")(`board.columns.${name}`);
}

function line({ slug, title }: { slug: string; title: string }, cells: BoardLine["cells"]): BoardLine {
  return { title, href: `/agent/kb/articles/${slug}`, cells };
}

function head(...names: Parameters<typeof column>[0][]): string[] {
  return [getTranslator("kbExchange")("board.article"), ...names.map(column)];
}

function missing(rows: BoardRows["missing"]): BoardTable {
  return {
    head: ["terms", "searches", "none", "tickets"].map((name) => column(name as "terms")),
    lines: rows.map(({ terms, searches, none, tickets }) => ({ title: terms, href: `/kb/search?${new URLSearchParams({ q: terms })}`, cells: [searches, none, tickets] })),
  };
}

function reads(rows: BoardRows["reads"]): BoardTable {
  return { head: head("opened", "tickets"), lines: rows.map((row) => line(row, [row.opened, row.tickets])) };
}

function ignored(rows: BoardRows["ignored"]): BoardTable {
  return { head: head("shown", "alike"), lines: rows.map((row) => line(row, [row.shown, `${Math.round(row.alike * 100)} %`])) };
}

function disliked(rows: BoardRows["disliked"]): BoardTable {
  const t = getTranslator("kb");
  return {
    head: head("no", "yes", "comments", "reasons"),
    lines: rows.map((row) => line(row, [row.no, row.yes, row.comments, row.reasons.map(({ reason, count }) => `${t(`vote.reasons.${reason}`)} (${count})`).join("; ")])),
  };
}

function overdue(rows: BoardRows["overdue"]): BoardTable {
  return { head: head("reviewOn"), lines: rows.map((row) => line(row, [row.reviewOn])) };
}

function saved(rows: BoardRows["saved"]): BoardTable {
  return { head: head("low", "high"), lines: rows.map((row) => line(row, [row.low, row.high])) };
}
