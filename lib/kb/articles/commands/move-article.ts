import "server-only";
import type { StaffActor, SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import type { SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { lockArticle, publishHead, type LockedArticle } from "@/lib/kb/articles/record";
import type { MoveArticleInput } from "@/lib/kb/articles/schema";
import { movesOf, nextReview, STATUS_AFTER, type ArticleMove } from "@/lib/kb/articles/states";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { indexArticle } from "@/lib/kb/search-index";
import { ok, refuse, type Result } from "@/lib/result";
import { dayAt, fromDay } from "@/lib/time/days";
import { toDate, toInstant } from "@/lib/time/instants";

type Answer = Result<SavedArticle & { move: ArticleMove }, "FORBIDDEN" | "ARTICLE_NOT_FOUND" | "ARTICLE_MOVED" | "ARTICLE_MOVE_NOT_ALLOWED" | "ARTICLE_PLAN_PAST">;

/** One step of an article's life, out of the state that somebody saw: `head` is the newest version that their page showed. */
export async function moveArticle({ db, actor, now }: Context<StaffActor>, input: MoveArticleInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const article = await lockArticle(tx, input.articleId);
    if (!article) return refuse("ARTICLE_NOT_FOUND");
    if (article.headVersion !== input.head) return refuse("ARTICLE_MOVED");
    if (!movesOf({ ...article, isPlanned: article.publishAt !== null }).includes(input.move)) return refuse("ARTICLE_MOVE_NOT_ALLOWED");
    const publishAt = input.move === "plan" ? plannedInstant(input.publishAt) : null;
    if (input.move === "plan" && (!publishAt || Temporal.Instant.compare(publishAt, now) <= 0)) return refuse("ARTICLE_PLAN_PAST");
    await carryOut(tx, article, { ...input, planned: publishAt, actor, now });
    return ok({ articleId: article.id, slug: article.slug, move: input.move });
  });
}

type Step = Pick<Context<StaffActor>, "actor" | "now"> & { move: ArticleMove; note: string; planned: Temporal.Instant | null };

async function carryOut(tx: Tx, article: LockedArticle, { move, note, planned, actor, now }: Step): Promise<void> {
  const { id: subjectId, headVersion: version } = article;
  const event = { subjectId, actor, at: now };
  const status = STATUS_AFTER[move];
  const set = (data: Parameters<Tx["article"]["update"]>[0]["data"]) => tx.article.update({ where: { id: subjectId }, data: { ...data, ...(status ? { status } : {}) }, select: { id: true } });
  switch (move) {
    case "publish":
      return publishHead(tx, article, { actor, at: now, now, isPlanned: false });
    case "submit":
    case "send_back":
      await set({});
      return recordKbEvent(tx, { ...event, type: move === "submit" ? "article.submitted" : "article.sent-back", data: { version, note } });
    case "plan":
      await set({ publishAt: toDate(planned!) });
      return recordKbEvent(tx, { ...event, type: "article.planned", data: { version, publishAt: planned!.toString() } });
    case "unplan":
      await set({ publishAt: null });
      return recordKbEvent(tx, { ...event, type: "article.unplanned", data: { version } });
    case "confirm": {
      const reviewOn = nextReview(dayAt(now, DESK_TIME_ZONE), article.reviewMonths);
      await set({ reviewOn: reviewOn && fromDay(reviewOn) });
      return recordKbEvent(tx, { ...event, type: "article.confirmed", data: { reviewOn: reviewOn?.toString() ?? null } });
    }
    case "withdraw":
    case "archive":
    case "unarchive":
      await set({ publishAt: null, archivedAt: move === "archive" ? toDate(now) : null });
      await indexArticle(tx, { id: subjectId, now });
      return recordKbEvent(tx, { ...event, type: ({ withdraw: "article.withdrawn", archive: "article.archived", unarchive: "article.unarchived" } as const)[move], data: { version } });
    default:
      return move satisfies never;
  }
}

/** Null for what no clock of the desk's zone shows. */
function plannedInstant(wall: string | undefined): Temporal.Instant | null {
  try {
    return wall ? Temporal.PlainDateTime.from(wall).toZonedDateTime(DESK_TIME_ZONE).toInstant() : null;
  } catch {
    return null;
  }
}

const BATCH = 200;

/** Publishes what is due, once each, with the planned instant as the one of its publication, however late this comes. */
export async function publishDue({ db, actor, now }: Context<SystemActor>): Promise<number> {
  if (actor.kind !== "system") return 0;
  const due = await db.article.findMany({ where: { publishAt: { lte: toDate(now) }, archivedAt: null }, orderBy: [{ publishAt: "asc" }, { id: "asc" }], take: BATCH, select: { id: true } });
  let published = 0;
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      const article = await lockArticle(tx, id);
      // Somebody may have changed their mind since the list was read.
      if (!article?.publishAt || article.status === "archived") return;
      const at = toInstant(article.publishAt);
      if (Temporal.Instant.compare(at, now) > 0) return;
      await publishHead(tx, article, { actor, at, now, isPlanned: true });
      published += 1;
    });
  }
  return published;
}
