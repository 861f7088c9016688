import type { SqlRow } from "./sql-rows";

/** Columns of HESK 3 in their order, for dumps that name them neither in the statement nor by CREATE TABLE. */
export const HESK_COLUMNS = {
  kb_categories: ["id", "name", "parent", "articles", "articles_private", "articles_draft", "cat_order", "type"],
  kb_articles: ["id", "catid", "dt", "author", "subject", "content", "keywords", "rating", "votes", "views", "type", "html", "sticky", "art_order", "history", "attachments"],
  kb_attachments: ["att_id", "saved_name", "real_name", "size"],
  // Only the second is looked at; the rest differs between releases.
  tickets: ["id", "trackid"],
} as const;

export type HeskTable = keyof typeof HESK_COLUMNS;
const TABLES = Object.keys(HESK_COLUMNS) as HeskTable[];

/** "hesk_kb_articles" → the prefix and which table it is; null for any other. */
export function heskTableOf(name: string): { prefix: string; table: HeskTable } | null {
  const table = TABLES.find((each) => name.toLowerCase().endsWith(each));
  return table ? { prefix: name.slice(0, name.length - table.length), table } : null;
}

export type HeskRows = Record<Exclude<HeskTable, "tickets">, SqlRow[]> & { tickets: string[] };

const TICKETS_MAX = 1_000_000;
const ROWS_MAX = 20_000;

/** Gathers rows by prefix as they come: which prefix is HESK's is known when its articles have been seen. */
export class HeskGatherer {
  readonly #byPrefix = new Map<string, HeskRows>();
  /** More rows than any knowledge base has: the rest is left, and said so. */
  isTooLong = false;

  add(name: string, row: SqlRow): void {
    const known = heskTableOf(name);
    if (!known) return;
    const rows = this.#rowsOf(known.prefix);
    if (known.table === "tickets") {
      const id = trackingId(row.get("trackid"));
      if (id && rows.tickets.length < TICKETS_MAX) rows.tickets.push(id);
      return;
    }
    if (rows[known.table].length >= ROWS_MAX) this.isTooLong = true;
    else rows[known.table].push(row);
  }

  /** Of the prefix with most articles and categories; null when there is no table of HESK's knowledge. */
  best(): { prefix: string; rows: HeskRows } | null {
    const found = [...this.#byPrefix].filter(([, rows]) => rows.kb_articles.length + rows.kb_categories.length > 0);
    const [first] = found.toSorted(([, a], [, b]) => b.kb_articles.length - a.kb_articles.length || b.kb_categories.length - a.kb_categories.length);
    return first ? { prefix: first[0], rows: first[1] } : null;
  }

  #rowsOf(prefix: string): HeskRows {
    const known = this.#byPrefix.get(prefix) ?? { kb_categories: [], kb_articles: [], kb_attachments: [], tickets: [] };
    this.#byPrefix.set(prefix, known);
    return known;
  }
}

/** "abc-123-defg" as HESK compares it; null when it is none. */
export function trackingId(value: unknown): string | null {
  const id = String(value ?? "").trim().toUpperCase();
  return /^[A-Z0-9-]{3,20}$/.test(id) ? id : null;
}

export function numberOf(value: string | null | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
