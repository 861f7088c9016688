import "server-only";
import { checkPictures, claimPictures, type CheckedPictures } from "@/lib/attachments/pictures-in-text";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import { shownNameSelect } from "@/lib/auth/shown-name";
import type { Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { recordKbEvent } from "@/lib/kb/record-event";
import { indexArticle } from "@/lib/kb/search-index";
import { dayAt, fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { nextReview } from "./states";
import type { ArticleText } from "./types";

export { checkPictures };

const columns = { id: true, slug: true, status: true, headVersion: true, liveVersion: true, publishAt: true, publishedAt: true, reviewMonths: true, categoryId: true, audience: true, isPinned: true } as const;
export type LockedArticle = NonNullable<Awaited<ReturnType<typeof lockArticle>>>;
type Write = { actor: Actor; at: Temporal.Instant };

/** Held for this transaction: who saves at the same time waits, and then sees what this one wrote. */
export async function lockArticle(tx: Tx, id: string) {
  const [held] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM article WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return held ? tx.article.findUniqueOrThrow({ where: { id }, select: columns }) : null;
}

export function readVersion(tx: Tx, articleId: string, number: number) {
  return tx.articleVersion.findUnique({ where: { articleId_number: { articleId, number } }, select: { title: true, summary: true, body: true, tags: true, note: true, at: true, author: { select: shownNameSelect } } });
}

/** The next version. While none was ever published, the newest is what the desk's lists show. */
export async function writeVersion(tx: Tx, article: LockedArticle, { text, note, pictures, actor, at }: Write & { text: ArticleText; note: string; pictures: CheckedPictures }): Promise<number> {
  const number = article.headVersion + 1;
  await tx.articleVersion.create({ data: { ...text, articleId: article.id, number, note, authorId: actorUserId(actor), at: toDate(at) }, select: { number: true } });
  await claimPictures(tx, pictures, { articleId: article.id, at });
  const shown = article.liveVersion === null ? { ...text, updatedAt: toDate(at) } : {};
  await tx.article.update({ where: { id: article.id }, data: { headVersion: number, ...shown }, select: { id: true } });
  return number;
}

/** What is newest becomes what is read. `at`: when it was published, which for a planned one is the instant that was planned. */
export async function publishHead(tx: Tx, article: LockedArticle, { actor, at, now, isPlanned }: Write & { now: Temporal.Instant; isPlanned: boolean }): Promise<void> {
  const head = await readVersion(tx, article.id, article.headVersion);
  if (!head) throw new Error(`Article ${article.id} has no version ${article.headVersion}.`);
  const { title, summary, body, tags } = head;
  const review = article.publishedAt === null ? nextReview(dayAt(at, DESK_TIME_ZONE), article.reviewMonths) : null;
  await tx.article.update({
    where: { id: article.id },
    data: {
      title, summary, body, tags,
      status: "published",
      liveVersion: article.headVersion,
      publishAt: null,
      updatedAt: toDate(at),
      ...(article.publishedAt === null ? { publishedAt: toDate(at), reviewOn: review && fromDay(review) } : {}),
    },
    select: { id: true },
  });
  await recordKbEvent(tx, { subjectId: article.id, type: "article.published", data: { version: article.headVersion, isPlanned }, actor, at });
  await indexArticle(tx, { id: article.id, now });
}
