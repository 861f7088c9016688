import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { dateOfDay, searchHour } from "@/lib/kb/search-record";
import { toDate } from "@/lib/time/instants";
import { groupByStem, likeness } from "./stems";
import type { BoardRows, BoardSection, DislikedRow, IgnoredRow, MissingRow, OverdueRow, ReadRow, SavedRow } from "./types";

type Ctx = Context<StaffActor>;
type Asked = { days: number; limit: number };

/** Ways in which searches were written, before those that mean the same are put together. */
const WORDS_READ = 2_000;
/** So many subjects say well enough whether a suggestion fits. */
const SUBJECTS_READ = 20;
const FEWEST_NOES = 3;

/** One section of the authors' board. Counts only: no person, no ticket and nothing that somebody wrote (docs/decisions/0008, 0035). */
export async function listBoardSection<S extends BoardSection>(ctx: Context<StaffActor>, section: S, asked: Asked): Promise<BoardRows[S]> {
  if (!canWriteKnowledge(ctx.actor)) return [] as unknown as BoardRows[S];
  const read: { [K in BoardSection]: (ctx: Ctx, asked: Asked) => Promise<BoardRows[K]> } = { missing: readMissing, reads: readReads, ignored: readIgnored, disliked: readDisliked, overdue: readOverdue, saved: readSaved };
  return read[section](ctx, asked);
}

async function readMissing(ctx: Ctx, { days, limit }: Asked): Promise<MissingRow[]> {
  const rows = await ctx.db.$queryRaw<MissingRow[]>`
    WITH grouped AS (
      SELECT folded, max(id) AS latest_id, count(*)::int AS searches, (count(*) FILTER (WHERE result_count = 0))::int AS "none", (count(*) FILTER (WHERE has_ticket))::int AS tickets
      FROM kb_search WHERE searched_on >= ${firstDay(ctx, days)}::date AND folded <> '' AND place = ANY ('{page,box,ticket_form}'::kb_search_place[])
      GROUP BY folded
    ), wanted AS MATERIALIZED (
      SELECT * FROM grouped WHERE "none" + tickets > 0 ORDER BY "none" + tickets DESC, searches DESC, folded LIMIT ${WORDS_READ}
    )
    SELECT latest.terms, searches, "none", tickets FROM wanted JOIN kb_search latest ON latest.id = latest_id ORDER BY "none" + tickets DESC, wanted.folded`;
  return groupByStem(rows).slice(0, limit);
}

/** Opened beside the form before it was sent, or from a search that ended in a ticket. */
function readReads(ctx: Ctx, { days, limit }: Asked): Promise<ReadRow[]> {
  return ctx.db.$queryRaw<ReadRow[]>`
    WITH told AS (
      SELECT seen.article_id AS id, count(*)::int AS opened, count(DISTINCT seen.ticket_id)::int AS tickets
      FROM ticket_article seen JOIN ticket t ON t.id = seen.ticket_id
      WHERE seen.article_id IS NOT NULL AND seen.opened_at >= ${since(ctx, days)} AND seen.opened_at <= t.created_at GROUP BY 1
      UNION ALL
      SELECT read_id, count(*)::int, (count(*) FILTER (WHERE has_ticket))::int
      FROM kb_search CROSS JOIN LATERAL unnest(opened) AS read_id
      WHERE place IN ('page', 'box') AND searched_on >= ${firstDay(ctx, days)}::date AND has_ticket GROUP BY 1
    )
    SELECT a.slug, a.title, sum(told.opened)::int AS opened, sum(told.tickets)::int AS tickets
    FROM told JOIN article a USING (id) GROUP BY a.id ORDER BY tickets DESC, opened DESC, a.slug LIMIT ${limit}`;
}

async function readIgnored(ctx: Ctx, { days, limit }: Asked): Promise<IgnoredRow[]> {
  const rows = await ctx.db.$queryRaw<{ slug: string; title: string; summary: string; tags: string[]; shown: number; subjects: string[] }[]>`
    WITH ignored AS (
      SELECT seen.article_id, count(*)::int AS shown
      FROM ticket_article seen
      WHERE seen.article_id IS NOT NULL AND seen.ticket_id IS NOT NULL AND seen.opened_at IS NULL AND seen.shown_at >= ${since(ctx, days)}
      GROUP BY 1 ORDER BY shown DESC, seen.article_id LIMIT ${limit}
    )
    SELECT a.slug, a.title, a.summary, a.tags, ignored.shown, ARRAY(
      SELECT t.subject FROM ticket_article seen JOIN ticket t ON t.id = seen.ticket_id
      WHERE seen.article_id = a.id AND seen.opened_at IS NULL AND seen.shown_at >= ${since(ctx, days)} LIMIT ${SUBJECTS_READ}
    ) AS subjects
    FROM ignored JOIN article a ON a.id = ignored.article_id ORDER BY ignored.shown DESC, a.slug`;
  return rows.map(({ slug, title, summary, tags, shown, subjects }) => {
    const alike = subjects.map((subject) => likeness(subject, { title, summary, tags }));
    return { slug, title, shown, alike: alike.length === 0 ? 0 : alike.reduce((sum, each) => sum + each, 0) / alike.length };
  });
}

/** A third or more of the votes, and no fewer than three. */
function readDisliked({ db }: Ctx, { limit }: Asked): Promise<DislikedRow[]> {
  return db.$queryRaw<DislikedRow[]>`
    SELECT a.slug, a.title, a.helpful_yes AS yes, a.helpful_no AS no,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('reason', told.reason, 'count', told.count) ORDER BY told.count DESC, told.reason) FROM (
        SELECT v.reason, count(*)::int AS count FROM article_vote v WHERE v.article_id = a.id AND v.reason IS NOT NULL GROUP BY 1) told), '[]') AS reasons,
      (SELECT count(*)::int FROM article_vote v WHERE v.article_id = a.id AND v.comment <> '') AS comments
    FROM article a WHERE a.status = 'published' AND a.helpful_no >= ${FEWEST_NOES} AND a.helpful_no * 3 >= a.helpful_yes + a.helpful_no
    ORDER BY a.helpful_no DESC, a.slug LIMIT ${limit}`;
}

function readOverdue({ db, now }: Ctx, { limit }: Asked): Promise<OverdueRow[]> {
  const today = now.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate();
  return db.$queryRaw<OverdueRow[]>`
    SELECT slug, title, review_on::text AS "reviewOn" FROM article WHERE status = 'published' AND review_on <= ${dateOfDay(today)}::date ORDER BY review_on, slug LIMIT ${limit}`;
}

/**
 * Two figures, between which the truth probably is. Low: somebody began a ticket, opened the article beside the form, sent nothing, and
 * raised no other ticket within a day. High: that, and searches in which the article was opened and which were followed by no ticket
 * within a day; of those nobody knows whether they would have become one.
 */
function readSaved(ctx: Ctx, { days, limit }: Asked): Promise<SavedRow[]> {
  const dayAgo = toDate(ctx.now.subtract({ hours: 24 }));
  return ctx.db.$queryRaw<SavedRow[]>`
    WITH told AS (
      SELECT seen.article_id AS id, count(DISTINCT (seen.user_id, seen.submission_key))::int AS low, 0 AS searches
      FROM ticket_article seen
      WHERE seen.article_id IS NOT NULL AND seen.ticket_id IS NULL AND seen.opened_at >= ${since(ctx, days)} AND seen.opened_at < ${dayAgo}
        AND NOT EXISTS (SELECT FROM ticket t WHERE t.requester_id = seen.user_id AND t.created_at >= seen.shown_at AND t.created_at < seen.opened_at + interval '1 day')
      GROUP BY 1
      UNION ALL
      SELECT read_id, 0, count(*)::int FROM kb_search CROSS JOIN LATERAL unnest(opened) AS read_id
      WHERE place IN ('page', 'box') AND NOT has_ticket AND searched_on >= ${firstDay(ctx, days)}::date AND searched_on < ${dateOfDay(searchHour(ctx.now).day)}::date
      GROUP BY 1
    )
    SELECT a.slug, a.title, sum(told.low)::int AS low, (sum(told.low) + sum(told.searches))::int AS high
    FROM told JOIN article a USING (id) GROUP BY a.id ORDER BY low DESC, high DESC, a.slug LIMIT ${limit}`;
}

/** Seven days are today and the six before. */
function firstDay({ now }: Ctx, days: number): Date {
  return dateOfDay(searchHour(now).day.subtract({ days: days - 1 }));
}

function since({ now }: Ctx, days: number): Date {
  return toDate(searchHour(now).day.subtract({ days: days - 1 }).toZonedDateTime(DESK_TIME_ZONE).toInstant());
}
