import { actorRowSelect, mintPerson } from "@/lib/auth/mint";
import type { StaffActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { createArticle } from "@/lib/kb/articles/commands/create-article";
import { moveArticle } from "@/lib/kb/articles/commands/move-article";
import { saveArticle } from "@/lib/kb/articles/commands/save-article";
import type { ArticleMove } from "@/lib/kb/articles/states";
import { fromDay, dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { written } from "./content/written";

type SeedContext = { db: Db; now: Temporal.Instant };

/** What waits for the authors: a draft, one in review, one that is planned, one to be looked at again, one with changes that nobody published. */
export async function seedArticles({ db, now }: SeedContext): Promise<void> {
  const carla = mintPerson(await db.user.findUniqueOrThrow({ where: { email: "carla@impera.example" }, select: actorRowSelect })) as StaffActor;
  const at = (days: number) => ({ db, actor: carla, now: now.add({ hours: days * 24 }) });
  for (const { category, step, daysAgo, tags, ...text } of written) {
    const { id: categoryId } = await db.kbCategory.findUniqueOrThrow({ where: { slug: category }, select: { id: true } });
    const created = await createArticle(at(-daysAgo), { ...text, tags: [...tags], note: "", audience: "public", categoryId });
    if (!created.ok) throw new Error(created.code);
    if (step === "submit") await move(at(-daysAgo + 1), { articleId: created.data.articleId, move: "submit", note: text.summary });
    if (step === "plan") await move(at(-daysAgo + 1), { articleId: created.data.articleId, move: "plan", publishAt: nextMonday(now) });
  }
  const today = dayAt(now, DESK_TIME_ZONE);
  await db.article.updateMany({ where: { publishedAt: { not: null }, reviewOn: null }, data: { reviewOn: fromDay(today.add({ months: 8 })) } });
  await db.article.update({ where: { slug: "wordpress-pantalla-blanca" }, data: { reviewOn: fromDay(today.subtract({ days: 20 })), updatedAt: toDate(now.subtract({ hours: 24 * 385 })) } });
  const { id, headVersion: head, title, summary, body, tags } = await db.article.findUniqueOrThrow({ where: { slug: "wordpress-lento" } });
  const saved = await saveArticle(at(-2), { articleId: id, head, title, summary, tags, note: "Aclara cuándo conviene pedir ayuda", body: `${body}\n\nSi después de estos pasos el sitio sigue lento, levante un ticket y díganos a qué hora lo nota.` });
  if (!saved.ok) throw new Error(saved.code);
}

async function move(ctx: SeedContext & { actor: StaffActor }, step: { articleId: string; move: ArticleMove; note?: string; publishAt?: string }): Promise<void> {
  const moved = await moveArticle(ctx, { head: 1, note: "", publishAt: undefined, ...step });
  if (!moved.ok) throw new Error(moved.code);
}

/** At nine, as the field of the form would say it. */
function nextMonday(now: Temporal.Instant): string {
  const today = dayAt(now, DESK_TIME_ZONE);
  return `${today.add({ days: 8 - today.dayOfWeek }).toString()}T09:00`;
}
