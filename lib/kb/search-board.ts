import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { knowledgeHref } from "@/lib/kb/addresses";
import { AUDIENCES } from "@/lib/kb/audience";
import type { BoardCounts, BoardQuestion, BoardRow, BoardSource, BoardText } from "@/lib/kb/search-board-types";
import { dateOfDay, searchHour, type SearchPlace } from "@/lib/kb/search-record";
import { readableArticles } from "@/lib/kb/visibility";

type StaffContext = Context<StaffActor>;

const PLACES: Record<BoardSource, SearchPlace[]> = { search: ["page", "box"], ticket_form: ["ticket_form"] };
const TEXTS_SHOWN = 3;
/** So many of the last searches for the same words say well enough what is opened. */
const SEARCHES_LOOKED_AT = 200;

/** How many searches there were in the last days, and how many of each kind. */
export async function countSearches(ctx: Context<StaffActor>, { source, days }: Pick<BoardQuestion, "source" | "days">): Promise<BoardCounts> {
  const [row] = await ctx.db.$queryRaw<BoardCounts[]>`
    SELECT count(*) FILTER (WHERE result_count = 0)::int AS "none", count(*) FILTER (WHERE result_count > 0 AND cardinality(opened) = 0)::int AS "unopened",
      count(*) FILTER (WHERE has_ticket)::int AS "ticket", count(*)::int AS "all"
    FROM kb_search WHERE place = ANY (${PLACES[source]}::kb_search_place[]) AND searched_on >= ${firstDay(ctx, days)}::date`;
  return row ?? { none: 0, unopened: 0, ticket: 0, all: 0 };
}

/** The words that were looked for, those of which the view has most first; what had to be left out whole has no words and is only counted. */
export async function listSearches(ctx: Context<StaffActor>, question: BoardQuestion & { limit: number }): Promise<BoardRow[]> {
  const rows = await readGroups(ctx, question);
  const texts = await readTexts(ctx, question, rows.map((row) => row.folded));
  return rows.map(({ folded, terms, last_on: lastOn, ...counts }) => ({
    folded,
    terms,
    counts,
    lastOn: Temporal.PlainDate.from(lastOn),
    texts: texts.get(folded) ?? { were: "shown", items: [] },
  }));
}

type Group = BoardCounts & { folded: string; terms: string; last_on: string };

function readGroups(ctx: StaffContext, { source, days, view, limit }: BoardQuestion & { limit: number }): Promise<Group[]> {
  // Grouped from the index alone; only for those that are shown is it looked up how they were written.
  return ctx.db.$queryRaw<Group[]>`
    WITH grouped AS (
      SELECT folded, max(id) AS latest_id, max(searched_on) AS last_on,
        count(*) FILTER (WHERE result_count = 0)::int AS "none", count(*) FILTER (WHERE result_count > 0 AND cardinality(opened) = 0)::int AS "unopened",
        count(*) FILTER (WHERE has_ticket)::int AS "ticket", count(*)::int AS "all"
      FROM kb_search WHERE place = ANY (${PLACES[source]}::kb_search_place[]) AND searched_on >= ${firstDay(ctx, days)}::date AND folded <> ''
      GROUP BY folded
    ), viewed AS (
      SELECT grouped.*, CASE ${view} WHEN 'none' THEN "none" WHEN 'unopened' THEN "unopened" WHEN 'ticket' THEN "ticket" ELSE "all" END AS wanted FROM grouped
    ), wanted AS MATERIALIZED (
      SELECT * FROM viewed WHERE wanted > 0 ORDER BY wanted DESC, "all" DESC, last_on DESC, folded LIMIT ${limit}
    )
    SELECT wanted.folded, latest.terms, last_on::text, "none", "unopened", "ticket", "all"
    FROM wanted JOIN kb_search latest ON latest.id = latest_id
    ORDER BY wanted DESC, "all" DESC, last_on DESC, wanted.folded`;
}

type Told = { folded: string; id: string; was_opened: boolean; count: number };

/** What was opened or shown for each of these words. */
async function readTexts(ctx: StaffContext, { source, days }: BoardQuestion, folded: readonly string[]): Promise<Map<string, BoardRow["texts"]>> {
  if (folded.length === 0) return new Map();
  const told = await ctx.db.$queryRaw<Told[]>`
    SELECT asked.folded, text.id, text.was_opened, count(*)::int AS count
    FROM unnest(${folded}::text[]) AS asked (folded)
    CROSS JOIN LATERAL (
      SELECT shown, opened FROM kb_search
      WHERE folded = asked.folded AND searched_on >= ${firstDay(ctx, days)}::date AND place = ANY (${PLACES[source]}::kb_search_place[])
      ORDER BY searched_on DESC LIMIT ${SEARCHES_LOOKED_AT}
    ) AS s
    CROSS JOIN LATERAL (SELECT id, true AS was_opened FROM unnest(s.opened) AS id UNION ALL SELECT id, false FROM unnest(s.shown) AS id) AS text
    GROUP BY asked.folded, text.id, text.was_opened ORDER BY count DESC, text.id`;
  const names = await readNames(ctx, [...new Set(told.map((each) => each.id))]);
  const byWords = Map.groupBy(told, (each) => each.folded);
  return new Map([...byWords].map(([words, each]) => [words, textsOf(each, names)]));
}

type Name = Omit<BoardText, "count">;

function textsOf(told: readonly Told[], names: ReadonlyMap<string, Name>): BoardRow["texts"] {
  const wasOpened = told.some((each) => each.was_opened);
  const items = told
    .filter((each) => each.was_opened === wasOpened)
    .flatMap(({ id, count }): BoardText[] => {
      const name = names.get(id);
      return name ? [{ ...name, count }] : []; // no longer there to be read
    });
  return { were: wasOpened ? "opened" : "shown", items: items.slice(0, TEXTS_SHOWN) };
}

async function readNames({ db }: StaffContext, ids: string[]): Promise<Map<string, Name>> {
  const [articles, questions] = await Promise.all([
    db.article.findMany({ where: { ...readableArticles(AUDIENCES), id: { in: ids } }, select: { id: true, slug: true, title: true, effectiveAudience: true } }),
    db.faqEntry.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, question: true } }),
  ]);
  return new Map([
    ...articles.map(({ id, slug, title, effectiveAudience: audience }) => [id, { title, href: knowledgeHref({ kind: "article", slug, audience }, null, "agent") }] as const),
    ...questions.map(({ id, slug, question }) => [id, { title: question, href: knowledgeHref({ kind: "faq", slug }) }] as const),
  ]);
}

/** Seven days are today and the six before. */
function firstDay({ now }: StaffContext, days: number): Date {
  return dateOfDay(searchHour(now).day.subtract({ days: days - 1 }));
}
